import type {VFileMessage} from 'vfile-message'
import {finding, type Place} from '../message/index.ts'
import type {DocumentPlan, Dossier, Labels, Language, LanguageState} from '../resolve/index.ts'
import {inPeriod} from './period-words.ts'

/** What is not confirmed: refused under `--final`, printed with a mark or as XX otherwise. */
export interface Unconfirmed {
  kind: 'example' | 'unassigned' | 'draft-label' | 'hint'
  path: string
  place: Place
  what: string
}

/** Everything one composition needs and gathers; made anew for each document and language. */
export interface Context {
  dossier: Dossier
  plan: DocumentPlan
  language: Language
  state: LanguageState
  labels: Labels
  phrases: ReadonlyMap<string, string>
  messages: VFileMessage[]
  unconfirmed: Unconfirmed[]
  /** Whether any example was printed, so that the cover explains the mark. */
  showsExample: boolean
  /** Facts and titles whose words are being put together: none of them may hold itself. */
  open: Set<string>
  /** Every directive on a line of its own that was met. */
  directives: UsedDirective[]
  /** Every fact that a sentence named. */
  facts: UsedFact[]
}

/** A fact that a sentence named, and the file in which the sentence stands. */
export interface UsedFact {
  name: string
  path: string
}

/** A directive on a line of its own, and where it stands. */
export interface UsedDirective {
  name: string
  /** Name of the part: `body` or an annex's. */
  part: string
  path: string
  place: Place | undefined
}

/**
 * A context for one document in one language.
 *
 * @param dossier  all facts
 * @param plan  the document
 * @param language  one of the plan's languages
 */
export function contextFor(dossier: Dossier, plan: DocumentPlan, language: Language): Context {
  const labels = dossier.templates.labels.get(language.code)
  const phrases = dossier.templates.phrases.get(language.code)
  const typography = plan.profile.typography[language.code]
  return {
    dossier,
    plan,
    language,
    state: plan.languages.find((entry) => entry.language.code === language.code)?.state ?? 'drafting',
    labels: inPeriod(labels?.value ?? ({} as Labels), typography),
    phrases: new Map(Object.entries(inPeriod(phrases?.value ?? {}, typography))),
    messages: [],
    unconfirmed: [],
    showsExample: false,
    open: new Set(),
    directives: [],
    facts: [],
  }
}

/**
 * Reports words that are not there: an error when the language is complete, a warning while it is drafting.
 */
export function reportMissing(
  context: Context,
  path: string,
  place: Place | undefined,
  ruleId: string,
  reason: string,
): void {
  const severity = context.state === 'complete' ? 'error' : 'warning'
  context.messages.push(finding(severity, reason, {path, place, ruleId, language: context.language.code}))
}

/** Reports an error in a source of this document. */
export function reportError(
  context: Context,
  path: string,
  place: Place | undefined,
  ruleId: string,
  reason: string,
): void {
  context.messages.push(finding('error', reason, {path, place, ruleId, language: context.language.code}))
}
