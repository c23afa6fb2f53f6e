import type {Substitution} from './usage-types.ts'

/** How ordinals end in digits: the first line that fits is that of a number. */
export interface OrdinalDigits {
  /** Ends of the numbers that it is for; all others where left out. */
  ends?: string[]
  /** Such as `{number}th`. */
  write: string
}

/** Printing habits of a time: templates/profiles/<id>.yaml. */
export interface Profile {
  /** What stands in the place of a block of the cover, by its id. */
  cover?: Record<string, {style: string; phrase: string}>
  /** By language: that something is in one language only, where that is not the phrase “only-in”. */
  'only-in'?: Record<string, string>
  'unaccented-capitals': string[]
  typography: Record<string, Typography>
  /** Ids of rules that ask nothing, for no document of the period shows what is right, or those that do differ. */
  'not-asked': string[]
  /** Whether paragraphs after the pivot of a resolution are numbered 1., 2., 3.; they are not where undefined. */
  'numbers-operative'?: boolean
  /** Symbols that are written otherwise than kinds write them, by a name of their own. */
  symbols?: Record<string, PeriodSymbol>
}

/** How a period writes the symbols of kinds that have a certain one. */
export interface PeriodSymbol {
  /** The symbol of the kinds. */
  of: string
  /** The bodies that write it so; all that no other names where left out. */
  bodies?: string[]
  write: string
  example?: boolean
}

/** A profile as its file has it: what it leaves out is that of the profile which it is like. */
export interface WrittenProfile extends Partial<Profile> {
  like?: string
}

/** Spaces and marks of a language in a period. */
export interface Typography {
  /** `unknown`: the words of templates/ print none, and nobody is asked for one. */
  'space-before': {marks: string; space: 'none' | 'non-breaking' | 'either' | 'unknown'}
  /** Pairs, the usual one first: opening, perhaps a space, closing. */
  'quotation-marks': string[]
  /** `unknown`: nobody is asked for one. */
  'day-range': string
  /** Where it is not known whether capitals had accents, so that nobody is asked. */
  capitals?: 'unknown'
  /** How lists of documents write the days of posting; written out where it is not known. */
  'posting-days'?: 'figures' | 'unknown'
  /** How ordinals are written in digits, where that is not what the labels say. */
  'ordinal-digits'?: OrdinalDigits[]
  /** Words of templates/ that the period writes otherwise. */
  words?: {write: string; not: string}[]
  'raised-ordinals'?: Substitution[]
}
