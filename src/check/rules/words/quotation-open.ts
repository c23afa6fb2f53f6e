import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import type {Passage} from '../../words/index.ts'

/** Opening marks with what closes each. */
const pairs = new Map([
  ['“', '”'],
  ['«', '»'],
  ['‹', '›'],
  ['„', '“'],
  ['‘', '’'],
  ['"', '"'],
])
const closers = new Set(pairs.values())
const marks = /["“”„«»‹›]/g

/** A mark that has no other, and what was found in the place of it. */
interface Fault {
  at: number
  mark: string
  /** The mark of another kind that closes it, or none. */
  other?: string
}

// A quotation is named by its first words, which stand within so many characters.
const shown = 200

/**
 * Quotation marks stand in pairs, both of one kind. A quotation over several paragraphs opens each and closes the last;
 * one that goes on through a list closes in an item. Inches (5") are none. Source: house style, section 3 (K8, K27; unconfirmed
 * for pairs).
 */
export const quotationOpen = defineWordsRule('quotation-open', 'warning', ({passages}, _setting, report) => {
  let open: {passage: Passage; fault: Fault} | undefined
  const say = (passage: Passage, {at, mark, other}: Fault): void => {
    const words = passage.text
      .slice(at, at + shown)
      .split(/\s/)
      .slice(0, 3)
      .join(' ')
    report(
      passage,
      {start: at, end: at + 1},
      other !== undefined
        ? `The quotation that begins with ${quote(words)} opens with ${mark} and closes with ${other}. Write both marks of one kind: ${mark} ${pairs.get(mark) ?? mark}.`
        : closers.has(mark) && !pairs.has(mark)
          ? `The quotation mark ${mark} closes what is not opened. Write the mark that opens the quotation, or delete this one.`
          : `The quotation that begins with ${quote(words)} is not closed in its paragraph. Write ${pairs.get(mark) ?? mark} where it ends.`,
    )
  }
  for (const [index, passage] of passages.entries()) {
    const goesOn = open !== undefined && isPartOfList(passage)
    if (open && !goesOn) {
      say(open.passage, open.fault)
      open = undefined
    }
    const found = faultOf(passage.text, goesOn ? open?.fault.mark : undefined)
    if (goesOn && found === 'closed') open = undefined
    if (typeof found !== 'object') continue
    const isUnclosed = found.other === undefined && pairs.has(found.mark)
    // The next paragraph of the same quotation opens with the same mark.
    if (isUnclosed && found.at === 0 && passages[index + 1]?.text.startsWith(found.mark)) continue
    if (isUnclosed && passage.text.trimEnd().endsWith(':')) open ??= {passage, fault: found}
    else say(passage, found)
  }
  if (open) say(open.passage, open.fault)
})

function isPartOfList({role}: Passage): boolean {
  return role === 'item' || role === 'words'
}

/**
 * The first mark of a text without its other, `closed` where the text closes a mark that was open before it.
 *
 * @param before  mark that an earlier paragraph has opened
 */
function faultOf(text: string, before: string | undefined): Fault | 'closed' | undefined {
  const open: {at: number; mark: string}[] = before === undefined ? [] : [{at: -1, mark: before}]
  let hasClosed = false
  for (const {0: mark, index: at} of text.matchAll(marks)) {
    const last = open.at(-1)
    if (last && pairs.get(last.mark) === mark) {
      open.pop()
      hasClosed ||= last.at < 0
    } else if (isMeasure(text, at, last?.mark)) continue
    else if (pairs.has(mark) && !(mark === '"' && last && isClosing(text, at))) open.push({at, mark})
    else if (last && last.at >= 0) return {...last, other: mark}
    else return {at, mark}
  }
  const left = open.find(({at}) => at >= 0) ?? singleLeft(text)
  return left ?? (hasClosed ? 'closed' : undefined)
}

/** An opening mark within a quotation that no sign can close; what closes it is also an apostrophe. */
function singleLeft(text: string): Fault | undefined {
  const at = text.lastIndexOf('‘')
  return at < 0 || text.includes('’', at) ? undefined : {at, mark: '‘'}
}

/** Inches and seconds stand behind a figure, where no mark is open that this one, and no later one, would close. */
function isMeasure(text: string, at: number, open: string | undefined): boolean {
  if (!/["”]/.test(text[at] ?? '') || !/\d/.test(text[at - 1] ?? '')) return false
  return open === undefined || (text[at] === '"' && text.includes(pairs.get(open) ?? '', at + 1))
}

/** A straight mark behind a letter and before a space closes. */
function isClosing(text: string, at: number): boolean {
  return /\S/.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
}
