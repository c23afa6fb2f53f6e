import {type Dossier, type Labels, type PartyNames, partyNames} from '../resolve/index.ts'

/** Words of a sheet that the dossier has in other languages. */
export interface KnownWords {
  /**
   * The same in another language.
   *
   * @returns nothing where the words are not known, or have several translations
   */
  in(words: string, language: string): string | undefined
  /** Whether they are written alike in every language: codes of meetings, numbers of decisions. */
  areSame(words: string): boolean
}

/**
 * Names and terms of a dossier: States, actors, regions, statuses, headings of columns, months, terms of the glossary.
 *
 * @param from  language of the sheet
 * @param date  ISO day as of which States are named
 */
export function knownWords(dossier: Dossier, from: string, date: string): KnownWords {
  const {templates, glossary, meetings, subjects} = dossier
  const byWords = new Map<string, ReadonlyMap<string, string>[]>()
  const add = (forms: ReadonlyMap<string, string>): void => {
    const own = forms.get(from)
    if (own !== undefined) byWords.set(own, [...(byWords.get(own) ?? []), forms])
  }
  for (const actor of Object.values(templates.actors?.value ?? {}))
    add(formsOf(Object.entries(actor).map(([code, {name}]) => [code, name])))
  for (const {words} of glossary) add(formsOf(Object.entries(words).map(([code, {term}]) => [code, term])))
  for (const forms of labelForms(templates.labels)) add(forms)
  const parties = partyNames(templates.authors?.parties ?? {}, date)
  const same = new Set([
    ...[...meetings.values()].map(({code}) => code),
    ...[...subjects.values()].flatMap(({facts}) =>
      facts.decisions.value.decisions.flatMap(({labels: {adopted}}) => adopted ?? []),
    ),
  ])
  return {
    in: (words, language) => partyIn(parties, words, language) ?? wordsIn(byWords, words, language),
    areSame: (words) => same.has(words),
  }
}

function partyIn(parties: PartyNames, words: string, language: string): string | undefined {
  const id = parties.called(words)
  return id === undefined ? undefined : parties.name(id, language)
}

/** Words as they are listed; those that begin with a small letter there may begin with a capital in a cell. */
function wordsIn(
  byWords: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>,
  words: string,
  language: string,
): string | undefined {
  const exact = only(byWords.get(words), language)
  if (exact !== undefined) return exact
  const small = words.charAt(0).toLowerCase() + words.slice(1)
  const listed = small === words ? undefined : only(byWords.get(small), language)
  return listed && listed.charAt(0).toUpperCase() + listed.slice(1)
}

/** The one form that all that have the words have in the language. */
function only(
  forms: readonly ReadonlyMap<string, string>[] | undefined,
  language: string,
): string | undefined {
  const found = new Set((forms ?? []).map((own) => own.get(language)))
  const [first] = found
  return found.size === 1 ? first : undefined
}

function formsOf(entries: readonly (readonly [string, string | undefined])[]): Map<string, string> {
  return new Map(entries.flatMap(([code, words]) => (words === undefined ? [] : [[code, words] as const])))
}

/** Labels that stand in cells and over columns, each with its words by language. */
function labelForms(labels: ReadonlyMap<string, {value: Labels}>): Map<string, string>[] {
  const maps = ['regions', 'statuses', 'columns'] as const
  const keys = maps.flatMap((map) => {
    const own = new Set([...labels.values()].flatMap(({value}) => Object.keys(value[map])))
    return [...own].map(
      (key) =>
        (value: Labels): string | undefined =>
          value[map][key],
    )
  })
  const months = Array.from(
    {length: 12},
    (_, at) =>
      (value: Labels): string | undefined =>
        value.months[at],
  )
  return [...keys, ...months].map((read) =>
    formsOf([...labels].map(([code, {value}]) => [code, read(value)] as const)),
  )
}
