/** Whether a piece is white space alone. */
export function isSpaceOnly(text: string): boolean {
  return /^\s*$/.test(text)
}
