import {
  type ActorForms,
  actorsIn,
  type DocumentPlan,
  type Dossier,
  type Labels,
  type Language,
  type Profile,
  partiesIn,
  type Subject,
} from '../resolve/index.ts'
import type {Context, DocumentContext, Notes} from './context.ts'
import {inlineDirectives} from './inlines/directives.ts'
import {inPeriod, withoutAccentedCapitals} from './period-words.ts'

function emptyNotes(): Notes {
  return {
    messages: [],
    reported: {error: 0, warning: 0},
    unconfirmed: [],
    showsExample: false,
    open: new Set(),
    directives: [],
    facts: [],
  }
}

/** Words of the templates in a language, as a period writes them. */
function templateWords(
  {templates}: Dossier,
  {code}: Language,
  profile: Profile | undefined,
  date: string,
): Pick<Context, 'labels' | 'actors' | 'phrases'> {
  const typography = profile?.typography[code]
  const hasAccents = profile?.['unaccented-capitals'].includes(code) !== true
  return {
    labels: inPeriod(templates.labels.get(code)?.value ?? ({} as Labels), typography),
    actors: inPeriod(
      withStates(
        partiesIn(templates.authors.parties, code, date),
        actorsIn(templates.actors.value, code),
        hasAccents,
      ),
      typography,
    ),
    phrases: new Map(Object.entries(inPeriod(templates.phrases.get(code)?.value ?? {}, typography))),
  }
}

/** States with the forms that a record of their own adds; their capitals are as the period prints them. */
function withStates(
  states: Record<string, ActorForms>,
  own: Record<string, ActorForms>,
  hasAccents: boolean,
): Record<string, ActorForms> {
  const printed = hasAccents ? states : withoutAccentedCapitals(states)
  const added = Object.entries(own).map(([id, forms]) => [id, {...printed[id], ...forms}])
  return {...printed, ...Object.fromEntries(added)}
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
    ...templateWords(dossier, language, profile, yaml.value.date),
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
    ...templateWords(dossier, language, undefined, asOf),
    hasAccentedCapitals: true,
    isComplete: false,
    home: subject.facts.decisions,
    idPrefix: `${subject.id}.`,
    inlineDirectives,
    ...emptyNotes(),
  }
}
