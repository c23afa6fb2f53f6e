import type {Source} from '../../load/index.ts'
import type {GlossaryTerm, Labels, Usage} from '../../resolve/index.ts'
import type {TranslationUnit} from '../../translation/index.ts'

/** A language of a pair, as far as something is known of it. */
export interface Tongue {
  code: string
  /** Its name in messages. */
  name: string
  usage: Usage
  labels: Labels
}

/** The two languages that are compared, and what both are compared by. */
export interface PairSetting {
  original: Tongue
  translation: Tongue
  /** Every language that is known, so that words of a third are found too. */
  tongues: readonly Tongue[]
  glossary: readonly GlossaryTerm[]
}

/** A unit in both languages. */
export interface Pair {
  original: TranslationUnit
  translation: TranslationUnit
}

/** A file in both languages, with the units that both have, in the order of the original. */
export interface PairedFile {
  original: Source
  translation: Source
  pairs: readonly Pair[]
}
