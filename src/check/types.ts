import type {VFileMessage} from 'vfile-message'
import type {Composition} from '../compose/index.ts'
import type {Place} from '../message/index.ts'
import type {
  DocumentPlan,
  Dossier,
  GlossaryTerm,
  Labels,
  Templates,
  Typography,
  Usage,
} from '../resolve/index.ts'
import type {PairedFile, PairSetting} from './pairs/types.ts'
import type {Words} from './words/index.ts'

/** One document with its finished trees, by language; a rule looks and reports, and changes nothing. */
export interface Checked {
  plan: DocumentPlan
  compositions: ReadonlyMap<string, Composition>
  isFinal: boolean
  templates: Templates
  /** Resolutions and decisions of elsewhere that may be quoted. */
  texts: Dossier['texts']
}

/** A house rule about a document in all its languages. */
export interface Rule {
  /** Name of its file, its page and its fixtures. */
  id: string
  /** Ids of its messages; mostly its own alone. */
  reports: readonly string[]
  /** Whether it is also given annexes that a language prints as they are in another; they have their rules there. */
  seesForeign?: boolean
  look(checked: Checked): VFileMessage[]
}

/** A house rule about the facts of all subjects. */
export interface FactsRule {
  id: string
  look(dossier: Dossier): VFileMessage[]
}

/** What is known of the language and the period of a file of words. */
export interface Setting {
  language: string
  usage: Usage
  typography: Typography
  /** Whether capitals of this language and period have no accents. */
  hasUnaccentedCapitals: boolean
  labels: Labels
  /** Ordinals in digits of the meetings that the dossier knows, from 10th on, such as `14:sup[e]`. */
  meetingNumbers: readonly string[]
  glossary: readonly GlossaryTerm[]
  /** Pattern of a date, such as `{day} de {month} de {year}`. */
  date: string
  /** Labels of the decisions in decisions.yaml, such as `14.35`. */
  decisions: ReadonlySet<string>
  /** How digits are grouped by threes. */
  numberGroup: string
  /** Annexes of the document whose file it is; undefined for words that several documents may print. */
  annexes: number | undefined
  /** Whether the document is still being translated into this language, so that something may be missing. */
  isInTranslation: boolean
  /** Line and column of an offset in the file. */
  toPoint(offset: number): Place['start']
}

/** Which words a rule looks at beside those that the author chose. */
export interface Reach {
  /**
   * Words between quotation marks are another's, and are left alone. Not of a rule about the marks themselves, or about
   * what nobody can have written so.
   */
  leavesQuoted?: true
  /** Words as adopted are looked at as well: for what no adopted text can hold, such as marks left by a program. */
  seesAdopted?: true
}

/** A house rule about the words of one file. */
export interface WordsRule {
  id: string
  reach: Reach
  look(words: Words, setting: Setting): VFileMessage[]
}

/** What a rule found in a translation, before it is known whether its words are the author's and how complete it is. */
export interface PairFinding {
  reason: string
  place: Place
  /** In the original. */
  other: Place
}

/** A house rule about a file of words and its translation. */
export interface PairRule {
  id: string
  about: 'structure' | 'wording'
  reach: Pick<Reach, 'seesAdopted'>
  look(paired: PairedFile, setting: PairSetting): PairFinding[]
}
