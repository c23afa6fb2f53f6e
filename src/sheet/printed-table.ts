import {resolveContent} from '../content.ts'
import {UsageError} from '../failure/index.ts'
import {quote} from '../message/index.ts'
import {saidIn} from './document-table.ts'
import type {Grid} from './even-rows.ts'
import {knownWords} from './known-words.ts'
import {type SheetTable, sheetTable, type TableWish} from './sheet-table.ts'
import {tongueOf} from './tongue.ts'
import type {Refused, ToTranslate} from './types.ts'

/** A table that is to be pasted by hand. */
export interface PrintedWish extends TableWish {
  root: string
  /** Code of the language in which it is printed; that of the sheet where undefined. */
  language?: string | undefined
  /** Code of the language of the sheet; that in which it is printed where undefined. */
  from?: string | undefined
  numbers?: string | undefined
}

// A State has the name of today where no document says of which day it is told.
const today = '9999-12-31'

/**
 * The form of a table in one language.
 *
 * @throws UsageError  when there is no such language
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function printedTable(
  grid: Grid,
  wish: PrintedWish,
): Promise<{text: string; toTranslate: ToTranslate[]} | Refused> {
  const {dossier} = await resolveContent({root: wish.root})
  const tongues = dossier.languages.flatMap((language) => tongueOf(dossier.templates, language) ?? [])
  const known = wish.from ?? wish.language
  const from = known ?? tongues[0]?.code ?? ''
  const language = wish.language ?? from
  const strange = [from, language].find((code) => !tongues.some((tongue) => tongue.code === code))
  const tongue = tongues.find(({code}) => code === from)
  if (strange !== undefined || !tongue)
    throw new UsageError(
      `There is no language ${quote(strange ?? from)}. Write one of: ${tongues.map(({code}) => code).join(', ')}.`,
    )
  const made: SheetTable | Refused = sheetTable(grid, wish, {
    reading: {tongue, known: knownWords(dossier, from, today)},
    into: tongues.filter(({code}) => code === from || code === language),
    habit: {
      said: saidIn(tongues, wish.numbers),
      known: known === undefined ? undefined : tongue,
      choices: tongues,
    },
    taken: [],
  })
  if ('refused' in made) return made
  return {
    text: made.texts.get(language) ?? '',
    toTranslate: made.toTranslate.filter(({languages}) => languages.includes(language)),
  }
}
