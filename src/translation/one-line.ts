/**
 * Words as they were typed on one line: what a line of a quotation or a list begins with is not one of them.
 *
 * @param typed  a piece of a file
 */
export function oneLine(typed: string): string {
  return typed.replace(/[ \t]*\n[ \t>]*/g, ' ').trim()
}
