import {
  actorsIn,
  type DocumentPlan,
  type Dossier,
  type Labels,
  type Language,
  ordinalDigits,
  type Profile,
  type Subject,
} from '../resolve/index.ts'
import type {Context, DocumentContext, Notes} from './context.ts'
import {inlineDirectives} from './inlines/directives.ts'
import {nothingYet} from './made.ts'
import {nothingNamed} from './named.ts'
import {inPeriod} from './period-words.ts'

/** Nothing is gathered yet. */
export function emptyNotes(): Notes {
  return {
    messages: [],
    reported: {error: 0, warning: 0},
    unconfirmed: [],
    showsExample: false,
    open: new Set(),
    made: nothingYet(),
    directives: [],
    facts: [],
    dropped: [],
    named: nothingNamed(),
  }
}

/** Words of the templates in a language, as a period writes them. */
function templateWords(
  {templates}: Dossier,
  {code}: Language,
  profile: Profile | undefined,
): Pick<Context, 'labels' | 'ordinalDigits' | 'actors' | 'phrases'> {
  const typography = profile?.typography[code]
  const labels = inPeriod(templates.labels.get(code)?.value ?? ({} as Labels), typography)
  return {
    labels,
    ordinalDigits: (number) => ordinalDigits(labels, number, typography?.['ordinal-digits']) ?? '',
    actors: inPeriod(actorsIn(templates.actors.value, code), typography),
    phrases: new Map(Object.entries(inPeriod(templates.phrases.get(code)?.value ?? {}, typography))),
  }
}

/** A context for one document in one of its languages. */
export function contextFor(dossier: Dossier, plan: DocumentPlan, language: Language): DocumentContext {
  const {subject, proposed, asOf, yaml, kind, profile} = plan
  const state = plan.languages.find((entry) => entry.language.code === language.code)?.state ?? 'drafting'
  return {
    dossier,
    plan,
    language,
    state,
    subject,
    proposed,
    asOf,
    dayRecord: {
      yaml,
      key: yaml.value['as-of'] ? 'as-of' : 'date',
      isExample: yaml.value['example-date'] === true,
    },
    decisionLabel: kind['decision-label'],
    ...templateWords(dossier, language, profile),
    hasAccentedCapitals: !profile['unaccented-capitals'].includes(language.code),
    isComplete: state === 'complete',
    home: yaml,
    idPrefix: '',
    inlineDirectives,
    ...emptyNotes(),
  }
}

/** A context for words about a subject that stand in no document: with the adopted numbers of its decisions. */
export function contextOfSubject(
  dossier: Dossier,
  subject: Subject,
  asOf: string,
  language: Language,
): Context {
  return {
    dossier,
    language,
    subject,
    proposed: undefined,
    asOf,
    dayRecord:
      dossier.dashboard?.value['as-of'] === asOf
        ? {yaml: dossier.dashboard, key: 'as-of', isExample: false}
        : undefined,
    decisionLabel: 'adopted',
    ...templateWords(dossier, language, undefined),
    hasAccentedCapitals: true,
    isComplete: false,
    home: subject.facts.decisions,
    idPrefix: `${subject.id}.`,
    inlineDirectives,
    ...emptyNotes(),
  }
}
