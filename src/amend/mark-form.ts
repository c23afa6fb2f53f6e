import {sourceTokens} from './source-tokens.ts'

// A note in struck words would not be struck with them (`note-place`).
const note = /(?<!\\)\[\^[^\]\s]+\]/g

/**
 * `:del[struck]`, `:ins[new]`, or both, with a space between them where their words would run together.
 *
 * @param out  what stands before them
 * @param struck  Markdown that is to be deleted; may be empty. Its references to notes are left out
 * @param added  Markdown in its place; may be empty
 */
export function struckAndNew(out: string, struck: string, added: string): string {
  const gone = struck.replace(note, '')
  const del = gone === '' ? '' : `:del[${inBrackets(gone)}]`
  const ins = added === '' ? '' : `:ins[${inBrackets(added)}]`
  const isOpen = out === '' || /\s$/.test(out)
  // What closes or goes on (“; and”, “, whose”) stands right behind.
  const isApart =
    isOpen &&
    del !== '' &&
    ins !== '' &&
    !/^(?!:[a-z])[\s.,;:!?)\]}»”’…]/.test(added) &&
    !/^\s|\s$/.test(struck)
  return del + (isApart ? ' ' : '') + ins
}

/** Words between the brackets of a mark: in one line, a bracket that has no partner with a backslash. */
function inBrackets(words: string): string {
  const tokens = sourceTokens(words.replace(/\s*\n\s*/g, ' '))
  const open: number[] = []
  const alone = new Set<number>()
  for (const [index, {isText, text}] of tokens.entries()) {
    if (isText && text === '[') open.push(index)
    if (isText && text === ']' && open.pop() === undefined) alone.add(index)
  }
  for (const index of open) alone.add(index)
  return tokens.map(({text}, index) => (alone.has(index) ? `\\${text}` : text)).join('')
}
