import type {Definition} from 'mdast'
import type {ContainerDirective, TextDirective} from 'mdast-util-directive'
import type {VFileMessage} from 'vfile-message'
import {finding, type MessageDetails, type Place} from '../message/index.ts'
import type {
  ActorForms,
  DocumentPlan,
  Dossier,
  Labels,
  Language,
  LanguageState,
  Located,
  Subject,
} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {Named} from './named.ts'

/** Where words stand that are not confirmed, and what is not confirmed about them. */
export interface ExampleAt {
  path: string
  place: Place
  what: string
  /** What confirms an example, where it is not written at the place itself. */
  remedy?: string
}

/** What is not confirmed: refused under `--final`, printed with a mark or as XX otherwise. */
export interface Unconfirmed extends ExampleAt {
  kind: 'example' | 'unassigned' | 'draft-label' | 'hint'
}

/** A fact that a sentence named, and the file in which the sentence stands. */
export interface UsedFact {
  name: string
  path: string
}

/** Words that are not printed as the facts stand: the lines around them with what stands in them, and their file. */
export interface Dropped {
  node: ContainerDirective
  path: string
}

/** A directive on a line of its own, and where it stands. */
export interface UsedDirective {
  name: string
  /** What stands behind `of=`. */
  of?: string
  /** Name of the part: `body` or an annex's. */
  part: string
  path: string
  place: Place | undefined
}

/** Where inline nodes were written. */
export interface InlineSource {
  path: string
  /** Place of the whole text, when its nodes have no positions of their own (words in YAML). */
  place?: Place | undefined
  definitions?: ReadonlyMap<string, Definition> | undefined
}

/** What a directive inside a sentence prints. */
export type InlineDirective = (node: TextDirective, context: Context, source: InlineSource) => InlineNode[]

/** From where words are put together: what is told, as of which day, in which language. Nobody changes it. */
export interface Viewpoint {
  readonly dossier: Dossier
  readonly language: Language
  readonly subject: Subject
  /** The subject whose draft decisions are proposed, where that is another one. */
  readonly proposed: Subject | undefined
  /** The day whose facts are told; later ones are not seen. */
  readonly asOf: string
  /** The record that says the day, and whether that is an example; undefined where it follows from the facts. */
  readonly dayRecord: {yaml: Located<unknown>; key: string; isExample: boolean} | undefined
  /** Which label of a decision is printed. */
  readonly decisionLabel: 'draft' | 'adopted'
  readonly labels: Labels
  /** The ordinal of a meeting in digits, as the period writes it: `14:sup[e]`; empty where there is none. */
  ordinalDigits(number: number): string
  /** Forms of bodies, addressees and authors, by id; read with actorWords. */
  readonly actors: Readonly<Record<string, ActorForms>>
  readonly phrases: ReadonlyMap<string, string>
  readonly hasAccentedCapitals: boolean
  /** Whether words that the language lacks are an error. */
  readonly isComplete: boolean
  /** The file that calls for the words, such as document.yaml: what is in no file of words is reported there. */
  readonly home: Located<unknown>
  /** What ids of tables begin with where tables of several subjects stand on one page; else empty. */
  readonly idPrefix: string
  /** By name. They travel with whoever prints, because their words may hold directives in turn. */
  readonly inlineDirectives: ReadonlyMap<string, InlineDirective>
}

/**
 * How much was made of words so far: words name facts and titles whose words name others again, so that a few lines can
 * become more than any machine holds. What counts is the number of nodes and their characters, which is the same on every
 * machine.
 */
export interface Made {
  /** Nodes, and one more for every 64 characters of a text. */
  pieces: number
  /** Those that were made since the outermost fact or title was opened. */
  within: number
  /** The most of these, of all that were opened. */
  mostWithin: number
  /** Whether it was too much: what comes after is nothing, and nothing is said of it. */
  isTooMuch: boolean
}

/** What is gathered while words are put together: the only thing that is written. */
export interface Notes {
  messages: VFileMessage[]
  /** How many findings were reported, so that none is made of which nobody would hear. */
  reported: {error: number; warning: number}
  unconfirmed: Unconfirmed[]
  /** Whether any example was printed, so that the cover explains the mark. */
  showsExample: boolean
  /** Facts and titles whose words are being put together: none of them may hold itself. */
  open: Set<string>
  made: Made
  /** Every directive on a line of its own that was met. */
  directives: UsedDirective[]
  /** Every fact that a sentence named. */
  facts: UsedFact[]
  /** Words of the document that are not printed as the facts stand. */
  dropped: Dropped[]
  named: Named
}

/** Everything that one composition needs and gathers. */
export interface Context extends Viewpoint, Notes {}

/** The context of one document in one language. */
export interface DocumentContext extends Context {
  readonly plan: DocumentPlan
  readonly state: LanguageState
}

/** The words of a finding; given as a function where they take long to find, and asked only when they are needed. */
export type Reason = string | (() => string)

// More than are ever shown: the rest comes to light when these are mended, and takes neither time nor memory before.
const mostReported = 500

/**
 * Reports words that are not there: an error when the language is complete, a warning while it is drafting.
 */
export function reportMissing(
  context: Context,
  path: string,
  place: Place | undefined,
  ruleId: string,
  reason: Reason,
): void {
  report(context, context.isComplete ? 'error' : 'warning', reason, {path, place, ruleId})
}

/** Reports an error in a source of the words. */
export function reportError(
  context: Context,
  path: string,
  place: Place | undefined,
  ruleId: string,
  reason: Reason,
): void {
  report(context, 'error', reason, {path, place, ruleId})
}

function report(
  context: Context,
  severity: 'error' | 'warning',
  reason: Reason,
  details: MessageDetails,
): void {
  const {reported, made} = context
  if (made.isTooMuch || reported[severity] >= mostReported) return
  reported[severity] += 1
  const words = typeof reason === 'string' ? reason : reason()
  context.messages.push(finding(severity, words, {...details, language: context.language.code}))
}
