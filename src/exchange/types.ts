import type {TranslationState, UnitPair, Verdict} from '../translation/index.ts'

/**
 * What no translator may lose, in the words of a unit: a directive, a reference to a note, or what stands around words,
 * such as the marks of emphasis.
 */
export interface Code {
  /** From 1 on in the order of the original; what only the translation has comes behind them. */
  id: number
  /** What it is, such as `decision`, `note` or `emphasis`. */
  name: string
  /** What makes it the same in two languages: its name and what it names. */
  key: string
  /** As it is typed; around words what stands before and behind them. */
  open: string
  close: string
  /** The words that it stands around; undefined where it is whole by itself. */
  pieces: Segment | undefined
}

/** The words of a unit: texts as a reader sees them, and codes. */
export type Segment = readonly (string | Code)[]

/** Words and codes as they came back from elsewhere: of a code no more is known than its id. */
export type Returned = readonly (string | ReturnedCode)[]

/** A code that came back. */
export interface ReturnedCode {
  /** As it was written there; undefined where it is no number of ours. */
  id: number | undefined
  /** How it is told in a message. */
  shown: string
  pieces: Returned | undefined
}

/** A unit as it goes out. */
export interface ExportedUnit {
  key: string
  pair: UnitPair
  verdict: Verdict
  state: TranslationState | undefined
  /** Whether its words were adopted, so that a translation that is there stays. */
  isAdopted: boolean
  source: Segment
  /** Undefined where it is missing. */
  target: Segment | undefined
  /** What it may begin with; undefined where nothing is near. */
  match: ExportedMatch | undefined
}

/** The best match of a unit, its codes known by those of the unit. */
export interface ExportedMatch {
  percent: number
  /** Whether they are its own words, as they were confirmed. */
  isOwn: boolean
  sourceText: string
  source: Segment
  target: Segment
}

/** The units of a folder that go out, with the languages between which they stand. */
export interface ExportedFolder {
  folder: string
  original: string
  language: string
  units: ExportedUnit[]
}

/** A unit as it came back. */
export interface ReturnedUnit {
  key: string
  /** Line of the file in which it stands; its row in a table. */
  line: number
  source: Returned
  /** Undefined where nothing was written. */
  target: Returned | undefined
  /** How far whoever translated it says that it is. */
  state: TranslationState | undefined
  /** Whether the file says that it was not worked on: what is equal to its original then is no translation. */
  isToDo: boolean
  /** Digests of the original and of the translation when it went out; undefined where a tool dropped them. */
  digest: string | undefined
  translation: string | undefined
}

/** The units of a folder that came back. */
export interface ReturnedFolder {
  /** Name of the file that they came in. */
  file: string
  line: number
  folder: string
  original: string
  language: string
  units: ReturnedUnit[]
}

/** Why something that came back is not taken: where it stands, and a reason in a sentence. */
export interface Refusal {
  file: string
  line: number
  /** Key of the unit; undefined where it is about the whole file. */
  unit?: string | undefined
  reason: string
}
