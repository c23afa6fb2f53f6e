import {quote} from '../../../message/index.ts'
import type {Usage} from '../../../resolve/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {endOf, everyList, whyShorter} from './list-places.ts'

/**
 * The last but one item of a list ends with “; and”: “; et”, “; y” (“; e” before i). No other item has a conjunction.
 * Source: house style, R19 and section 3 (K0, K22, K26, K27, K30; y/e and o/u unconfirmed).
 */
export const listConjunction = defineWordsRule(
  'list-conjunction',
  'warning',
  ({lists}, setting, report) => {
    const {usage} = setting
    for (const {list} of everyList(lists)) {
      const {items} = list
      const [before, last] = items.slice(-2)
      if (items.length < 2 || !before || !last) continue
      for (const {passage: lead, list: below, ending} of items.slice(0, -2)) {
        const passage = ending ?? lead
        const {conjunction, at} = endOf(passage.text, usage)
        if (!conjunction || (below?.items.length && !ending)) continue
        const end = passage.text.trimEnd().length
        report(
          passage,
          {start: at, end},
          `${quote(passage.text.slice(at, end))} ends an item that is not the last but one. End it with “;”.${whyShorter(list)}`,
          list.dropped ? undefined : ';',
        )
      }
      if (before.list?.items.length && !before.ending) continue // The nested list closes it.
      const words = before.ending ?? before.passage
      const {mark, conjunction, at} = endOf(words.text, usage)
      const [usual] = usage.conjunctions
      const right = formsBefore(last.passage.text, usage)
      if (conjunction && right.includes(conjunction)) continue
      if (mark !== ';' && !conjunction) continue // Its punctuation comes first: list-punctuation.
      const meant = conjunction
        ? (right[
            usage.conjunctions.findIndex(
              (one) => one.word === conjunction || one['before-vowel'] === conjunction,
            )
          ] ?? '')
        : (right[0] ?? usual?.word ?? '')
      const end = words.text.trimEnd().length
      report(
        words,
        {start: at, end},
        `The last but one item ends with ${quote(words.text.slice(at, end))}. End it with ${quote(`; ${meant}`)}.${whyShorter(list)}`,
      )
    }
  },
  {leavesQuoted: true},
)

/** Each conjunction in the form that it has before these words. */
function formsBefore(next: string, {conjunctions}: Usage): string[] {
  const first = next
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return conjunctions.map(({word, 'before-vowel': other, vowels = [], except = []}) => {
    const takesOther =
      vowels.some((vowel) => first.startsWith(vowel)) && !except.some((start) => first.startsWith(start))
    return other && takesOther ? other : word
  })
}
