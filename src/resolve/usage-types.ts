/** What documents write, and what is written instead. */
export interface Substitution {
  write: string
  not: string[]
}

/** Words and marks of a language that rules ask for: templates/usage.<lang>.yaml. */
export interface Usage {
  conjunctions: {word: string; 'before-vowel'?: string; vowels?: string[]; except?: string[]}[]
  'joined-before-number': string[]
  'joined-after-number': string[]
  'per-cent': Substitution
  money: Substitution
  meetings: (Substitution & {of: string[]; 'not-before'?: string[]})[]
  instruments: (Substitution & {'before-number'?: boolean})[]
  references: {paragraph: string[]; decision: string[]; annex: string[]}
  'other-texts': string[]
  /** `weekdays` from Monday on. */
  dates: {weekdays: string[]; joints: string[]; of: string[]; the: string[]}
  annex: {the: string[]; of: string[]; own: string[]}
  verbs: {preambular: string[]; operative: string[]; repealing: string[]; notes: string[]}
  'time-limits': string[]
  /** What stands before the numbers of items in a heading of a record: “Items 20 and 21”. */
  'agenda-items'?: string[]
  reports: string[]
  placeholders: string[]
  'no-placeholders': string[]
  spellings: (Substitution & {except?: string[]})[]
  plurals: Plurals
  /** Numbers in words by their value; without them those of a translation are not compared. */
  numerals?: Record<string, string[]>
  /** Words by which a sentence is known as one of this language. */
  'frequent-words'?: string[]
}

/** How a language makes the plural of a term. */
export interface Plurals {
  /** Endings of words and of their plurals; the first that fits counts, and an empty one fits every word. */
  endings: {of: string; is: string}[]
  /** Words with which the part of a term ends that has a plural, such as “of”. */
  'ends-before': string[]
  /** Whether each word of that part has a plural, or the last alone. */
  'each-word': boolean
}
