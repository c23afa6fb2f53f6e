import type {Parties, Party} from './author-types.ts'
import {countryNames, languagesOfNames} from './country-names.ts'
import type {ActorForms} from './template-types.ts'

/**
 * How a State is called in a language, as on a day: its own record first, then the package of names.
 *
 * @param language  two small letters
 * @param date  ISO day of the document: names that a State has had since a later year are not its names yet
 * @returns no form where the language has no name
 */
export function partyForms(party: Party, language: string, date: string): ActorForms {
  const year = Number(date.slice(0, 4))
  const earlier = party.earlier?.find(({before}) => year < before)
  const [common] = countryNames(party.code, language)
  const name = earlier?.name[language] ?? party.name?.[language] ?? common
  if (name === undefined) return {}
  const article = (earlier ?? party).article?.[language]
  const within = earlier ? undefined : party.within?.[language]
  return {name, within: within ?? withArticle(article, name)}
}

/** “the Netherlands”, “l'Argentine”: no space follows an apostrophe. */
function withArticle(article: string | undefined, name: string): string {
  if (article === undefined) return name
  return article.endsWith("'") ? `${article}${name}` : `${article} ${name}`
}

/**
 * Every name by which a State may be meant, as an id would be written: that of each language, today's and earlier ones,
 * and those that the package lists beside the usual one.
 *
 * @returns ids of States by such a name
 */
export function partyAliases(parties: Parties): Map<string, string> {
  const aliases = new Map<string, string>()
  for (const [id, {code, name, within, earlier = []}] of Object.entries(parties)) {
    const names = [
      ...languagesOfNames.flatMap((language) => countryNames(code, language)),
      ...[name, within, ...earlier.map((one) => one.name)].flatMap((words) => Object.values(words ?? {})),
    ]
    for (const one of names) if (!aliases.has(asId(one))) aliases.set(asId(one), id)
  }
  return aliases
}

function asId(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Names of States as of a day. */
export interface PartyNames {
  /** Id of the State that is called so in any language, with a capital: “turkey” is a bird. Accents are not looked at. */
  called(name: string): string | undefined
  /** Its name as it stands alone. */
  name(id: string, language: string): string | undefined
}

/**
 * Finds States by their names, and names them in another language.
 *
 * @param date  ISO day
 */
export function partyNames(parties: Parties, date: string): PartyNames {
  const aliases = partyAliases(parties)
  return {
    called: (name) => (/^\p{Lu}/u.test(name) ? aliases.get(asId(name)) : undefined),
    name: (id, language) => {
      const party = parties[id]
      return party && partyForms(party, language, date).name
    },
  }
}
