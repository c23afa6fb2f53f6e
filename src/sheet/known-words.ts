import {type Dossier, type Labels, partyNames} from '../resolve/index.ts'

/** Words of a sheet that the dossier has in other languages. */
export interface KnownWords {
  /**
   * The same in another language.
   *
   * @param isHead  whether they head a column or a row: “Completed” is a date there, and a status elsewhere
   * @returns nothing where the words are not known, or have several translations
   */
  in(words: string, language: string, isHead: boolean): string | undefined
  /** Whether they are written alike in every language: codes of meetings, numbers of decisions. */
  areSame(words: string): boolean
}

/** The same words in several languages, by code. */
type Forms = ReadonlyMap<string, string>

/**
 * Names and terms of a dossier: States, actors, regions, statuses, headings of columns, months, terms of the glossary.
 *
 * @param from  language of the sheet
 * @param date  ISO day as of which States are named
 */
export function knownWords(dossier: Dossier, from: string, date: string): KnownWords {
  const {templates, glossary, meetings, subjects} = dossier
  const actors = Object.values(templates.actors?.value ?? {}).map((actor) =>
    formsOf(Object.entries(actor).map(([code, {name}]) => [code, name])),
  )
  const terms = glossary.map(({words}) =>
    formsOf(Object.entries(words).map(([code, {term}]) => [code, term])),
  )
  const labels = templates.labels ?? new Map()
  const anywhere = [...actors, ...terms, ...monthForms(labels), ...labelForms(labels, 'regions')]
  const heads = indexOf([...anywhere, ...labelForms(labels, 'columns')], from)
  const cells = indexOf([...anywhere, ...labelForms(labels, 'statuses')], from)
  const parties = partyNames(templates.authors?.parties ?? {}, date)
  const same = new Set([
    ...[...meetings.values()].map(({code}) => code),
    ...[...subjects.values()].flatMap(({facts}) =>
      facts.decisions.value.decisions.flatMap(({labels: {adopted}}) => adopted ?? []),
    ),
  ])
  return {
    in: (words, language, isHead) => {
      const party = parties.called(words)
      return party === undefined
        ? wordsIn(isHead ? heads : cells, words, language)
        : parties.name(party, language)
    },
    areSame: (words) => same.has(words),
  }
}

function indexOf(all: readonly Forms[], from: string): Map<string, Forms[]> {
  const byWords = new Map<string, Forms[]>()
  for (const forms of all) {
    const own = forms.get(from)
    if (own !== undefined) byWords.set(own, [...(byWords.get(own) ?? []), forms])
  }
  return byWords
}

/** Words as they are listed, or as they are listed but for the capital with which a cell begins; it has one then. */
function wordsIn(
  byWords: ReadonlyMap<string, readonly Forms[]>,
  words: string,
  language: string,
): string | undefined {
  const small = words.charAt(0).toLowerCase() + words.slice(1)
  const isCapital = small !== words
  const forms = [...(byWords.get(words) ?? []), ...(isCapital ? (byWords.get(small) ?? []) : [])]
  const found = new Set(
    forms.map((own) => {
      const form = own.get(language)
      return form !== undefined && isCapital ? form.charAt(0).toUpperCase() + form.slice(1) : form
    }),
  )
  const [only] = found
  return found.size === 1 ? only : undefined
}

function formsOf(entries: readonly (readonly [string, string | undefined])[]): Forms {
  return new Map(entries.flatMap(([code, words]) => (words === undefined ? [] : [[code, words] as const])))
}

type ByLanguage = ReadonlyMap<string, {value: Labels}>

/** Each label of a map with its words by language. */
function labelForms(labels: ByLanguage, map: 'regions' | 'statuses' | 'columns'): Forms[] {
  const keys = new Set([...labels.values()].flatMap(({value}) => Object.keys(value[map])))
  return [...keys].map((key) => formsOf([...labels].map(([code, {value}]) => [code, value[map][key]])))
}

function monthForms(labels: ByLanguage): Forms[] {
  return Array.from({length: 12}, (_, at) =>
    formsOf([...labels].map(([code, {value}]) => [code, value.months[at]])),
  )
}
