import type {ResolutionName} from '../resolve/index.ts'

/** What an officer asks for, as far as it was said. */
export interface Wish {
  /** Such as `sc58/second`. */
  folder?: string | undefined
  kind?: string | undefined
  meeting?: string | undefined
  title?: string | undefined
  /** `none` for a document that uses no decisions and facts. */
  subject?: string | undefined
  /** Codes; the first is the original. */
  languages?: readonly string[] | undefined
  author?: string | undefined
  date?: string | undefined
  committee?: string | undefined
  /** Number of a drafting or working group. */
  group?: string | undefined
  /** The resolution that it amends: “11.3 (Rev. CoP14)”. */
  resolution?: string | undefined
  /** The office of a Party that submits it. */
  office?: string | undefined
}

/** A wish in which nothing is open any more but the date, which may follow from the facts. */
export interface Settled {
  folder: string
  kind: string
  meeting: string
  title: string
  /** Undefined where the document uses no decisions and facts. */
  subject: string | undefined
  languages: readonly string[]
  author: string
  date: string | undefined
  committee: string | undefined
  group: string | undefined
  resolution: ResolutionName | undefined
  /** Undefined where no Party submits it, or none need say its office. */
  office: string | undefined
}

/** Texts by path from the content root. */
export type Files = ReadonlyMap<string, string>

/** What came of it: the files that were made, though other sources may have errors; or one sentence why none was. */
export type Made =
  | {
      files: string[]
      hasErrorsElsewhere: boolean
      settled: Settled
      /** Blocks that it is without, each with the reason. */
      leftOut: ReadonlyMap<string, string>
      /** What its cover cannot print yet, and what would bring it. */
      bare: readonly string[]
    }
  | {refused: string}

/** What an officer asks for of a new subject. */
export interface SubjectWish {
  subject: string
  /** Its name in words, in the first of the languages. */
  title?: string | undefined
  /** The meeting whose decisions they are. */
  meeting?: string | undefined
  languages?: readonly string[] | undefined
}

/** What came of it: the files, the meeting whose decisions they are, the first language; or one sentence why none was made. */
export type SubjectMade =
  | {
      files: string[]
      meeting: {id: string; code: string}
      original: string
      hasErrorsElsewhere: boolean
    }
  | {refused: string}
