import {compare} from '../../message/index.ts'
import type {Translation} from '../../resolve/index.ts'
import type {Progress, UnitPair} from '../../translation/index.ts'
import {linesOf, type Row, wrapped} from './table.ts'

/** How far a translation is, as it is shown. */
export interface ShownStanding {
  /** The folder without `documents/`. */
  name: string
  translation: Translation
  progress: Progress
}

const yellow = '33'

/**
 * A row for each folder and language, and the sums of each language: what there is, and how many words are still to be
 * translated, by what the memory has for them.
 *
 * @param shown  in the order of their names
 */
export function translationReport(
  shown: readonly ShownStanding[],
  {width, color, hasUnits}: {width: number; color: boolean; hasUnits: boolean},
): string {
  const rows = shown.map(({name, translation, progress}) => rowOf(name, translation, progress, color))
  const languages = [...new Set(shown.map(({translation}) => translation.language))].sort(compare)
  const sums = languages.map((code) =>
    rowOf(
      'all',
      {language: code, hasLedger: true},
      sumOf(shown.filter(({translation}) => translation.language === code).map(({progress}) => progress)),
      color,
    ),
  )
  const units = hasUnits ? shown.flatMap((standing) => unitLines(standing, width)) : []
  const all = [...rows, ...(shown.length > languages.length ? sums : [])]
  return [linesOf(heads, all, width), ...units].join('')
}

const heads = ['Words of', 'To', 'Units', 'Missing', 'Stale', 'Unconfirmed', 'Words to do']

/** What the bands are called in a table. */
const bandNames: Readonly<Record<keyof Progress['toDo'], string>> = {
  'same-unit': 'revised',
  exact: '100%',
  '85-99': '85–99%',
  '65-84': '65–84%',
  none: 'new',
}

function rowOf(
  name: string,
  {language, hasLedger}: Pick<Translation, 'language' | 'hasLedger'>,
  {units, verdicts, small, toDo}: Progress,
  color: boolean,
): Row {
  const bands = Object.entries(toDo) as [keyof Progress['toDo'], {words: number}][]
  const words = bands.flatMap(([band, {words: many}]) => (many > 0 ? [`${bandNames[band]} ${many}`] : []))
  const total = bands.reduce((sum, [, {words: many}]) => sum + many, 0)
  const needs = verdicts.missing + verdicts.stale + verdicts.unconfirmed > 0
  return {
    cells: [
      name,
      language,
      String(units),
      shownNumber(verdicts.missing),
      verdicts.stale > 0 && small > 0 ? `${verdicts.stale} (${small} small)` : shownNumber(verdicts.stale),
      hasLedger ? shownNumber(verdicts.unconfirmed) : 'no ledger',
      total > 0 ? `${total} (${words.join(', ')})` : shownNumber(0),
    ],
    paint: color && needs ? {column: 0, code: yellow} : undefined,
  }
}

function shownNumber(number: number): string {
  return number === 0 ? '–' : String(number)
}

function sumOf(all: readonly Progress[]): Progress {
  const sum = (of: (progress: Progress) => number): number =>
    all.reduce((total, progress) => total + of(progress), 0)
  const verdicts = Object.keys(all[0]?.verdicts ?? {}) as (keyof Progress['verdicts'])[]
  const bands = Object.keys(all[0]?.toDo ?? {}) as (keyof Progress['toDo'])[]
  return {
    units: sum(({units}) => units),
    verdicts: Object.fromEntries(
      verdicts.map((verdict) => [verdict, sum((progress) => progress.verdicts[verdict])]),
    ) as Progress['verdicts'],
    small: sum(({small}) => small),
    toDo: Object.fromEntries(
      bands.map((band) => [
        band,
        {units: sum(({toDo}) => toDo[band].units), words: sum(({toDo}) => toDo[band].words)},
      ]),
    ) as Progress['toDo'],
  }
}

/** The units that need something, each with where it stands and its first words. */
function unitLines({name, translation}: ShownStanding, width: number): string[] {
  const open = translation.pairs().filter(({verdict}) => verdict !== 'current')
  if (open.length === 0) return []
  return [`\n${name} (${translation.language})\n`, ...open.map((pair) => `${wrapped(lineOf(pair), width)}\n`)]
}

const shownLength = 60

function lineOf({key, verdict, isSmall, original}: UnitPair): string {
  const words =
    original.source.length > shownLength ? `${original.source.slice(0, shownLength)}…` : original.source
  return `${isSmall ? `${verdict}, small` : verdict}: ${key}  “${words}”`
}
