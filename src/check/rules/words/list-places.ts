import {quote} from '../../../message/index.ts'
import type {Usage} from '../../../resolve/index.ts'
import type {WordsList} from '../../words/index.ts'

/** A list, and what surrounds it. */
export interface ListPlace {
  list: WordsList
  isNested: boolean
  isInClause: boolean
}

/** Every list, the nested ones behind the one that holds them. */
export function everyList(lists: readonly WordsList[], isNested = false): ListPlace[] {
  return lists.flatMap((list) => [
    {list, isNested, isInClause: list.isInClause},
    ...everyList(
      list.items.flatMap((item) => (item.list ? [item.list] : [])),
      true,
    ),
  ])
}

/** What to do where a list lacks items of which the facts do not hold: a sentence more, or nothing. */
export function whyShorter({dropped}: WordsList): string {
  return dropped === undefined
    ? ''
    : ` As the facts stand, the items in ${quote(dropped)} are not printed: put such items where an item stands before and after them that is always printed, or write the words around them twice, with “:::unless” and the same facts.`
}

/**
 * Whether each item of a list is a sentence of its own: all begin with a capital and end with a full stop. Such a list
 * does not go on with the words that introduce it.
 */
export function isOfSentences({items}: WordsList): boolean {
  return items.length > 1 && items.every(({passage, list}) => isSentence(passage.text, list !== undefined))
}

function isSentence(text: string, hasList: boolean): boolean {
  const words = text.trim()
  return /^[“«"(\d]*\p{Lu}/u.test(words) && (hasList ? /[.:]$/ : /[.?!][”»")]?$/).test(words)
}

/** How an item ends: its last mark, the conjunction behind it, and where the mark stands. */
export interface ItemEnd {
  mark: string
  conjunction: string | undefined
  at: number
}

/**
 * The end of an item's words.
 *
 * @param text  words of the item
 * @param usage  whose conjunctions may stand behind the mark
 * @returns the mark (empty where a letter or digit is last), and its place
 */
export function endOf(text: string, {conjunctions}: Usage): ItemEnd {
  // “…, as he said.”: the mark of a quotation or of brackets stands behind that of the sentence.
  const trimmed = text.trimEnd().replace(/(?<=[;.?!])[”»")]+$/u, '')
  const forms = conjunctions.flatMap(({word, 'before-vowel': other}) => (other ? [word, other] : [word]))
  const conjunction = forms.find((word) => trimmed.endsWith(` ${word}`))
  const words = conjunction ? trimmed.slice(0, -conjunction.length).trimEnd() : trimmed
  const mark = /[\p{P}\uFFFC]$/u.exec(words)?.[0] ?? ''
  const isMark = /[;.,:?!\uFFFC]/.test(mark)
  return {mark: isMark ? mark : '', conjunction, at: isMark ? words.length - 1 : words.length}
}
