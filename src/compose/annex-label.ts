import {type AnnexPlan, countedAnnexes} from '../resolve/index.ts'
import type {Context} from './context.ts'
import {plainPhrase} from './phrases.ts'

/**
 * “Annex” where there is one, “Annex 2” where there are several; an annex of it is “Annex A” or “Annex 2 A”. House
 * style: no document with an annex of an annex was found; the letter follows those of the numbered items.
 *
 * @param annexes  of the document
 * @param name  of the annex
 * @param form  the heading of the annex, or a reference to it inside a sentence
 */
export function annexLabel(
  context: Context,
  annexes: readonly AnnexPlan[],
  name: string,
  form: 'annex' | 'annex-reference',
): string {
  const number = annexNumber(annexes, name)
  return number === '' ? plainPhrase(context, form) : plainPhrase(context, `${form}-numbered`, {number})
}

/** The number of an annex, “2” or “2 A”; empty for the only one, and for one that is not counted. */
export function annexNumber(annexes: readonly AnnexPlan[], name: string): string {
  const annex = annexes.find((other) => other.name === name)
  const main = countedAnnexes(annexes)
  const place = main.findIndex((other) => other.name === (annex?.of ?? name)) + 1
  const own = annexes
    .filter(({of}) => of !== undefined && of === annex?.of)
    .findIndex((other) => other.name === name)
  const letter = own < 0 ? [] : [String.fromCharCode('A'.charCodeAt(0) + own)]
  return [...(main.length > 1 && place > 0 ? [String(place)] : []), ...letter].join('\u00a0')
}
