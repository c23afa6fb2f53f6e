import {quote, severalOf} from '../../../message/index.ts'
import {defineUnitRule} from '../../define-rule.ts'
import {figureDifference} from '../../pairs/compare-figures.ts'
import type {Figure} from '../../pairs/figures.ts'

/**
 * A translation has the figures of its original: numbers, dates, amounts, whatever is between their groups.
 * Source: house style, section 3.
 */
export const parityFigures = defineUnitRule('parity-figures', 'structure', (pair, setting, report) => {
  const {lacking, more} = figureDifference(pair, setting)
  const [wanted, found] = [lacking, more].map((figures) => figures.filter(isFigure))
  if (!wanted || !found || wanted.length + found.length === 0) return
  const [original, own] = [setting.original.name, setting.translation.name]
  const [there, here] = [named(wanted.length > 0 ? wanted : lacking), named(found.length > 0 ? found : more)]
  if (there === '')
    report(`${own} has ${here}, which ${original} does not have. Write the figures of ${original}.`)
  else if (here === '') report(`${own} lacks ${there}, which ${original} has. Write it as ${own} writes it.`)
  else report(`${own} has ${here} where ${original} has ${there}. Write ${there} as ${own} writes it.`)
})

function isFigure({form}: Figure): boolean {
  return form !== 'words'
}

/** Each as it stands, once: “14.35” is one number in two parts. */
function named(figures: readonly Figure[]): string {
  return severalOf([...new Set(figures.map(({text}) => quote(text)))])
}
