import {defineUnitRule} from '../../define-rule.ts'
import {readingOf} from '../../pairs/reading.ts'

/** What is emphasized in the original is emphasized in the translation: titles, scientific names. */
export const parityEmphasis = defineUnitRule('parity-emphasis', 'wording', (pair, setting, report) => {
  const [there, here] = [readingOf(pair.original).emphases, readingOf(pair.translation).emphases]
  if (there === here) return
  const counted = (count: number): string =>
    count === 1 ? 'one emphasis' : `${count === 0 ? 'no' : count} emphases`
  report(
    `${setting.translation.name} has ${counted(here)} here, and ${setting.original.name} ${counted(there)}. Put the same words between asterisks in both.`,
  )
})
