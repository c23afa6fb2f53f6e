import {compareTokens, type Run} from '../difference/index.ts'
import {struckAndNew} from './mark-form.ts'
import {acceptedWords, earlierWords} from './read-marks.ts'
import {readKey, type SourceToken, sourceTokens} from './source-tokens.ts'

/**
 * The later words with `:del[…]` and `:ins[…]` where they differ from the earlier ones. What cannot be marked piece by
 * piece without cutting something in two is struck and written anew whole.
 *
 * @param before  Markdown of the text in force
 * @param after  Markdown as it shall read
 * @param keepsColon  whether the earlier words end with a colon that must stay the last sign, since struck items stand
 *   under them
 * @returns words that read as `after` once they are accepted, and as `before` without their amendments; undefined where
 *   there are none such
 */
export function markedWords(before: string, after: string, keepsColon = false): string | undefined {
  const candidates = keepsColon
    ? [`${inserted(after)} ${deleted(before)}`]
    : [pieceByPiece(before, after), struckAndNew('', before, after)]
  return candidates.find((marked) => isRight(marked, before, after))
}

/** Words that are wholly new. */
export function inserted(words: string): string {
  return struckAndNew('', '', words)
}

/** Words that are wholly struck. */
export function deleted(words: string): string {
  return struckAndNew('', words, '')
}

/** Whether marked words read as they should both ways, white space aside; what is accepted to the letter. */
export function isRight(marked: string, before: string, after: string): boolean {
  return isSameText(acceptedWords(marked), after) && readKey(earlierWords(marked)) === readKey(before)
}

/** An escape more or less is no other text, nor is a line end in the place of a space; two spaces are one too many. */
function isSameText(one: string, other: string): boolean {
  const keys = (words: string): string =>
    JSON.stringify(
      sourceTokens(words).map(({key, text}) => (key === ' ' && !text.includes('\n') ? text : key)),
    )
  return one === other || keys(one) === keys(other)
}

/** Runs put into marks, one change after the other. */
function pieceByPiece(before: string, after: string): string {
  const runs = withoutSpaceChanges(compareTokens(sourceTokens(before), sourceTokens(after)))
  let out = ''
  for (let index = 0; index < runs.length; index++) {
    const [run, next] = [runs[index], runs[index + 1]]
    if (!run) continue
    if (run.kind === 'same') {
      out += textOf(run.after)
      continue
    }
    const isPair = run.kind === 'deleted' && next?.kind === 'inserted'
    const [struck, added] = run.kind === 'deleted' ? [run.before, isPair ? next.after : []] : [[], run.after]
    if (isPair) index++
    const behind = runs[index + 1]
    out = withChange(out, textOf(struck), textOf(added), behind === undefined)
  }
  return out
}

/** Where only white space differs, that of the later words stands and is no amendment. */
function withoutSpaceChanges(runs: readonly Run<SourceToken>[]): Run<SourceToken>[] {
  const isSpaceOnly = ({before, after}: Run<SourceToken>): boolean =>
    [...before, ...after].every(({key}) => key === ' ')
  return runs.flatMap((run, index) => {
    const {kind} = run
    if (kind === 'same' || !isSpaceOnly(run)) return [run]
    const partner = runs[kind === 'deleted' ? index + 1 : index - 1]
    const isPair = partner?.kind === (kind === 'deleted' ? 'inserted' : 'deleted')
    if (isPair && !isSpaceOnly(partner)) return [run]
    return kind === 'deleted' ? [] : [{kind: 'same', before: run.after, after: run.after} as const]
  })
}

function textOf(tokens: readonly SourceToken[]): string {
  return tokens.map(({text}) => text).join('')
}

// A word, or what prints words: italics, a directive, a note.
const endsAsWord = /[\p{L}\p{N}*_\]}]$/u
const beginsAsWord = /^(?:[\p{L}\p{N}*_[]|:[a-z])/u

/** A change behind words that are written already; at its edges it takes in what would run together with its marks. */
function withChange(out: string, struck: string, added: string, isLast: boolean): string {
  const isOpen = out === '' || /\s$/.test(out)
  const runsTogether = endsAsWord.test(struck) && beginsAsWord.test(added)
  if (!isOpen && (out.endsWith(':') || runsTogether)) {
    // A colon before a mark would be read with it.
    const tail = sourceTokens(out).findLastIndex(({key}) => key === ' ')
    const taken = textOf(sourceTokens(out).slice(tail + 1))
    if (!/:(?:ins|del)\[/.test(taken))
      // Its brackets have the backslashes of the later words; the earlier ones may have had their partners.
      return withChange(
        out.slice(0, out.length - taken.length),
        taken.replace(/\\(?=[[\]])/g, '') + struck,
        taken + added,
        isLast,
      )
  }
  if (struck === '' || added === '') {
    const words = struck + added
    const mark = struckAndNew('', struck.trim(), added.trim())
    if (isOpen && /\s$/.test(words) && !/^\s/.test(words)) return out + mark + (/\s+$/.exec(words)?.[0] ?? '')
    if (isLast && /^\s/.test(words)) return out + (/^\s+/.exec(words)?.[0] ?? '') + mark
  }
  return out + struckAndNew(out, struck, added)
}
