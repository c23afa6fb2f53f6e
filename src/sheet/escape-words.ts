// Signs that are a mark wherever they stand; & and : where something follows that makes them one; what is drawn as a line
// of equals signs. A sign that is escaped is meant as it stands, and nothing is said of it (validate).
const marks = /[\\`*_[\]{|~^<]|&(?=[#\p{L}])|:(?=[\p{L}:])|(?<=:):|=(?==)|(?<==)=/gu

// What a paragraph of a list may begin with and would not be one: a heading, a quotation, a list, a line.
const atStart = /^(?:[#>+=-]|\d{1,9}(?=[.)](?:\s|$)))/

/**
 * Words as Markdown that reads them as they are: every sign that would be taken for a mark has a backslash before it.
 *
 * @param words  of one line
 * @param isParagraph  whether they begin a line of Markdown, as the paragraphs of a list do
 */
export function escapeWords(words: string, isParagraph: boolean): string {
  const escaped = words.replace(marks, (mark, at: number) =>
    // What begins with “<!” or “<?” is refused before it is parsed, escaped or not.
    mark === '<' && /[!?]/.test(words[at + 1] ?? '') ? '&lt;' : `\\${mark}`,
  )
  if (!isParagraph) return escaped
  return escaped.replace(atStart, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
}
