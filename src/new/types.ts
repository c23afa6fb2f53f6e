/** What an officer asks for, as far as it was said. */
export interface Wish {
  /** Such as `sc58/second`. */
  folder?: string | undefined
  kind?: string | undefined
  meeting?: string | undefined
  title?: string | undefined
  subject?: string | undefined
  /** Codes; the first is the original. */
  languages?: readonly string[] | undefined
  author?: string | undefined
  date?: string | undefined
  committee?: string | undefined
}

/** A wish in which nothing is open any more but the date, which may follow from the facts. */
export interface Settled {
  folder: string
  kind: string
  meeting: string
  title: string
  subject: string
  languages: readonly string[]
  author: string
  date: string | undefined
  committee: string | undefined
}

/** Texts by path from the content root. */
export type Files = ReadonlyMap<string, string>

/** What came of it: the files that were made, though other sources may have errors; or one sentence why none was. */
export type Made = {files: string[]; hasErrorsElsewhere: boolean} | {refused: string}
