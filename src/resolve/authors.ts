import {nearest, quote} from '../message/index.ts'
import {actorFault} from './actors.ts'
import type {Authors, AuthorWay} from './author-types.ts'
import {countryNames} from './country-names.ts'
import {unknown} from './findings.ts'
import {partyAliases} from './parties.ts'
import type {Actors} from './template-types.ts'
import type {DocumentRecord} from './types.ts'

const chair = 'chair-of-'

/** The authors of a document as it names them: one, or several together. */
export function authorsOf({author}: Pick<DocumentRecord, 'author'>): string[] {
  return [author].flat()
}

/**
 * What a document says of an author.
 *
 * @returns undefined where it says what is said of all others: that the author submitted it
 */
export function authorWay({parties, ways}: Authors, id: string): AuthorWay | undefined {
  return ways.get(id) ?? (Object.hasOwn(parties, id) ? 'party' : undefined)
}

/**
 * The body whose Chair an id names, such as that of `chair-of-standing-committee`; a record of that id goes before.
 *
 * @returns undefined where the id names no Chair
 */
export function chairedBody(actors: Actors, id: string): string | undefined {
  const body = id.startsWith(chair) ? id.slice(chair.length) : ''
  if (Object.hasOwn(actors, id) || !Object.hasOwn(actors, body)) return undefined
  return actorFault(actors, body, 'body') ? undefined : body
}

/** Ids of all who may be authors, those with a record of their own first. */
export function authorIds(actors: Actors, {parties, ways}: Authors): string[] {
  const own = Object.keys(actors).filter(
    (id) => ways.get(id) !== 'never' && !actorFault(actors, id, 'author'),
  )
  const bodies = Object.keys(actors).filter((id) => chairedBody(actors, `${chair}${id}`) !== undefined)
  return [...new Set([...own, ...bodies.map((id) => `${chair}${id}`), ...Object.keys(parties)])]
}

/**
 * Why somebody cannot be the author of a document.
 *
 * @param actors  undefined where their file has errors, so that nothing can be said
 * @returns the words and the rule; undefined where it is an author
 */
export function authorFault(
  actors: Actors | undefined,
  authors: Authors,
  id: string,
): {ruleId: string; reason: string} | undefined {
  if (!actors || Object.hasOwn(authors.parties, id) || chairedBody(actors, id) !== undefined) return undefined
  const mayWrite = (other: string): boolean => authors.ways.get(other) !== 'never'
  if (Object.hasOwn(actors, id) && mayWrite(id)) return actorFault(actors, id, 'author', mayWrite)
  const ids = authorIds(actors, authors)
  const meant = nearest(id, ids) ?? meantState(authors, id)
  const reason = meant
    ? `There is no author ${quote(id)}. Write ${quote(meant)}.`
    : `${unknown('author', id, ids)} Another author is one record of templates/actors.yaml.`
  return {ruleId: 'unknown-actor', reason}
}

/** The State that has such a name in a language, or one that is hardly another: `royaume-uni` is `united-kingdom`. */
function meantState({parties}: Authors, id: string): string | undefined {
  const aliases = partyAliases(parties)
  return aliases.get(id) ?? aliases.get(nearest(id, aliases.keys()) ?? '')
}

/**
 * A State without a name in a language, which only a root's own language can be.
 *
 * @param languages  of the document
 * @returns what to add; undefined where there is a name in each of them
 */
export function namelessFault(
  actors: Actors | undefined,
  {parties}: Authors,
  id: string,
  languages: readonly string[],
): string | undefined {
  const party = Object.hasOwn(parties, id) ? parties[id] : undefined
  const code = languages.find(
    (language) =>
      (party?.name?.[language] ??
        actors?.[id]?.[language]?.name ??
        countryNames(party?.code, language)[0]) === undefined,
  )
  if (!party || code === undefined) return undefined
  return `${quote(id)} has no name in the language ${quote(code)}. Add “${id}: {name: {${code}: …}}” to templates/parties.yaml.`
}

/**
 * Authors who do not write together with others: theirs is a sentence that names nobody else.
 *
 * @returns the place of the first in the list, and why; undefined where there is none
 */
export function aloneFault(
  authors: Authors,
  ids: readonly string[],
): {index: number; reason: string} | undefined {
  if (ids.length < 2) return undefined
  const index = ids.findIndex((id) => authorWay(authors, id) === 'alone')
  if (index < 0) return undefined
  const reason = `${quote(ids[index] ?? '')} is an author alone: its documents open with a sentence that names nobody else. Delete it here, or the other ${ids.length > 2 ? 'authors' : 'author'}.`
  return {index, reason}
}
