import {location} from 'vfile-location'
import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {compare} from '../message/index.ts'
import {type DocumentPlan, type Dossier, dependsOn, type Subject} from '../resolve/index.ts'
import {withoutDisabled} from './disables.ts'
import {wordsRules} from './rules/index.ts'
import type {Setting} from './types.ts'
import {wordsOf} from './words/index.ts'

// Files whose texts are printed in one language.
const isWords = /^documents\/.+\.([a-z]{2})\.(?:yaml|md)$/

const ids = wordsRules.map(({id}) => id)

/**
 * Applies the house rules about words to every file of words, each in the period of its meeting.
 *
 * @param dossier  its documents say which period a file belongs to, also those that are not made as the facts stand
 * @param sources  valid sources by path
 * @param isWanted  whether a file is asked about
 * @returns findings; none refuses another file
 */
export function checkWords(
  dossier: Dossier,
  sources: ReadonlyMap<string, Source>,
  isWanted: (path: string) => boolean = () => true,
): VFileMessage[] {
  const plans = [...dossier.documents, ...dossier.dormant].sort((a, b) =>
    compare(a.meeting.starts, b.meeting.starts),
  )
  const decisions = labelsOf(dossier)
  return [...sources.values()].flatMap((source) => {
    if (!isWanted(source.path)) return []
    const language = isWords.exec(source.path)?.[1]
    const setting = language && settingOf({dossier, plans, decisions}, source, language)
    if (!setting) return withoutDisabled(source, [], ids) // No rule looks here, so none can be switched off.
    const words = wordsOf(source, subjectOf(dossier, source.path))
    const found = wordsRules.flatMap((rule) => rule.look(words, setting))
    return withoutDisabled(source, found, ids)
  })
}

/** The earliest document that is built from a file says which period's habits it has. */
function settingOf(
  {dossier, plans, decisions}: {dossier: Dossier; plans: readonly DocumentPlan[]; decisions: Set<string>},
  source: Source,
  language: string,
): Setting | undefined {
  const {templates, glossary} = dossier
  const plan = plans.find((candidate) => dependsOn(candidate, language, source.path))
  const usage = templates.usage?.get(language)?.value
  const labels = templates.labels?.get(language)?.value
  const typography = plan?.profile.typography[language]
  if (!plan || !usage || !labels || !typography) return undefined
  const {toPoint} = location(String(source.file))
  return {
    language,
    usage,
    labels,
    typography,
    glossary,
    hasUnaccentedCapitals: plan.profile['unaccented-capitals'].includes(language),
    date: templates.phrases.get(language)?.value.date ?? '',
    decisions,
    numberGroup: templates.phrases.get(language)?.value['number-group'] ?? ',',
    toPoint: (offset) => {
      const {line = 1, column = 1} = toPoint(offset) ?? {}
      return {line, column}
    },
  }
}

/** Numbers that are typed for a decision which the dossier has. */
function labelsOf({subjects}: Dossier): Set<string> {
  const decisions = [...subjects.values()].flatMap((subject) => subject.facts.decisions.value.decisions)
  return new Set(decisions.flatMap(({labels: {adopted}}) => adopted ?? []))
}

function subjectOf(dossier: Dossier, path: string): Subject | undefined {
  const id = /^documents\/decisions\/([^/]+)\//.exec(path)?.[1]
  return id ? dossier.subjects.get(id) : undefined
}
