/** What is compared, and what a comparison says of it. */

/** The smallest piece that is compared: a word, a number, white space, any other character, or something kept whole. */
export interface Token {
  /** As it was written; tokens that follow each other give the text back. */
  text: string
  /** Two tokens with the same key are the same, whatever their texts: `*word*` and `word` may differ, ’ and ' may not. */
  key: string
}

/** Tokens that follow each other and stay, go or come. What stays is given as both sides have it, token by token. */
export interface Run<T extends Token> {
  kind: 'same' | 'deleted' | 'inserted'
  /** Of the earlier side; empty where the run is inserted. */
  before: T[]
  /** Of the later side; empty where the run is deleted. */
  after: T[]
}

/** A piece of a text that stays, goes or comes. */
export interface TextRun {
  kind: Run<Token>['kind']
  text: string
}

/** A paragraph, an item or another whole of a text. */
export interface Unit {
  /** Its name, the same on both sides; undefined where it has none. */
  id?: string | undefined
  /** Its words. */
  text: string
  /** Index of the unit under which it stands, among those of its own side. */
  parent?: number | undefined
}

/** What became of a unit; one that moved may have other words as well. */
export interface UnitChange {
  kind: 'same' | 'changed' | 'added' | 'deleted' | 'moved'
  /** Index on the earlier side; undefined where it is added. */
  before?: number
  /** Index on the later side; undefined where it is deleted. */
  after?: number
}
