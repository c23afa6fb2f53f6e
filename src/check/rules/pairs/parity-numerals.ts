import {quote, severalOf} from '../../../message/index.ts'
import {defineUnitRule} from '../../define-rule.ts'
import {figureDifference} from '../../pairs/compare-figures.ts'
import type {Figure} from '../../pairs/figures.ts'

/** A translation has the numbers that its original has in words, in words or in figures. Source: house style, section 3. */
export const parityNumerals = defineUnitRule('parity-numerals', 'wording', (pair, setting, report) => {
  const {lacking, more} = figureDifference(pair, setting)
  if ([...lacking, ...more].some(({form}) => form !== 'words')) return // Of figures another rule speaks.
  const [original, own] = [setting.original.name, setting.translation.name]
  const [there, here] = [named(lacking), named(more)]
  // “Both”, “the other”, “first of all”: the smallest numbers are said in another way, and not by another number.
  const isAlone = there === '' || here === ''
  if (isAlone && [...lacking, ...more].every(({value}) => Number(value) <= saidOtherwise)) return
  if (there === '')
    report(`${own} has ${here}, which ${original} does not have. Write the number of ${original}.`)
  else if (here === '') report(`${own} lacks ${there}, which ${original} has. Write this number in ${own}.`)
  else report(`${own} has ${here} where ${original} has ${there}. Write this number in ${own}.`)
})

const saidOtherwise = 2

function named(figures: readonly Figure[]): string {
  return severalOf(figures.map(({text}) => quote(text)))
}
