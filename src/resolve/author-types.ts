/**
 * What documents say of an author: that a Party submitted them, with the note on geographical names; that it prepared
 * them; or, in a sentence of its own, that it alone did. Who has a name only to own tasks never writes one.
 */
export type AuthorWay = 'party' | 'prepares' | 'alone' | 'never'

/** Words by language. */
type ByLanguage = Record<string, string>

/** How a State is called: a record of templates/parties.yaml. */
export interface Party {
  /** Of ISO 3166-1, by which the names are found that the record does not have. */
  code?: string
  name?: ByLanguage
  article?: ByLanguage
  within?: ByLanguage
  /** Names of documents of the years before `before`, the oldest first. */
  earlier?: {before: number; name: ByLanguage; article?: ByLanguage}[]
}

/** States by id: templates/parties.yaml. */
export type Parties = Record<string, Party>

/** Who may be an author beside those in `actors`, and what documents say of each. */
export interface Authors {
  parties: Parties
  /** By id, as records of templates/actors.yaml say. */
  ways: ReadonlyMap<string, AuthorWay>
}
