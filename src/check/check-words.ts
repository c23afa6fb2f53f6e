import {location} from 'vfile-location'
import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {compare} from '../message/index.ts'
import {
  countedAnnexes,
  type DocumentPlan,
  type Dossier,
  dependsOn,
  ordinalDigits,
  printedBlocks,
  type Subject,
} from '../resolve/index.ts'
import {disableFaults, disablesOf, disableUnused, isInDropped, withoutDisabled} from './disables.ts'
import {factsRules, wordsRules} from './rules/index.ts'
import {documentIds, pairIds, switchableIds} from './switches.ts'
import type {Setting, WordsRule} from './types.ts'
import {asAdopted, wordsOf} from './words/index.ts'

// Files whose texts are printed in one language.
const isWords = /^documents\/.+\.([a-z]{2})\.(?:yaml|md)$/

/** Smaller numbers are those of sittings as well: the 7th session of Committee I. */
const leastOfMeetings = 10

/** Of a document that amends a resolution, its text with what is proposed. */
const isBody = /\/body\.[a-z]{2}\.md$/

/**
 * Applies the house rules about words to every file of words, each in the period of its meeting, and those about facts.
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
  const check = wordsChecker(dossier)
  return [...sources.values()].flatMap((source) => (isWanted(source.path) ? check(source) : []))
}

/** What is found in a file; `plans` are the documents that may be built from it, all where left out. */
export type WordsChecker = (source: Source, plans?: readonly DocumentPlan[]) => VFileMessage[]

/** What the house rules about facts find. */
export function factsFindings(dossier: Dossier): VFileMessage[] {
  return factsRules.flatMap((rule) => rule.look(dossier))
}

/**
 * As `checkWords`, for one file after the other; what is the same for all is looked at once.
 *
 * @param found  what the rules about facts find
 */
export function wordsChecker(
  dossier: Dossier,
  found: readonly VFileMessage[] = factsFindings(dossier),
): WordsChecker {
  const byMeeting = [...dossier.documents, ...dossier.dormant].sort((a, b) =>
    compare(a.meeting.starts, b.meeting.starts),
  )
  const decisions = labelsOf(dossier)
  const ofFacts = new Map<string | undefined, VFileMessage[]>()
  for (const message of found) ofFacts.set(message.file, [...(ofFacts.get(message.file) ?? []), message])
  return (source, plans = byMeeting) => {
    const language = isWords.exec(source.path)?.[1]
    const plan = language && plans.find((candidate) => dependsOn(candidate, language, source.path))
    const setting = plan && settingOf({dossier, plan, decisions}, source, language)
    const own = ofFacts.get(source.path) ?? []
    if (!setting) return withoutSwitchedOff(source, own, plan)
    const isAdopted = plan.kind.adopted === true && source.path.startsWith(`documents/${plan.path}/`)
    const isAmended = plan.yaml.value.amends !== undefined && isBody.test(source.path)
    const read = wordsOf(source, subjectOf(dossier, source.path), plan, isAmended)
    const words = isAdopted ? asAdopted(read) : read
    const ofWords = askedIn(plan).flatMap((rule) => rule.look(words, setting))
    return withoutSwitchedOff(source, [...own, ...ofWords], plan)
  }
}

/** The rules that ask something in the period of a document. */
function askedIn({profile}: DocumentPlan): WordsRule[] {
  return wordsRules.filter(({id}) => !profile['not-asked'].includes(id))
}

/** What is not switched off, and what is wrong with the lines that switch off. Those of a document are its own check's. */
function withoutSwitchedOff(
  source: Source,
  found: readonly VFileMessage[],
  plan: DocumentPlan | undefined | '',
): VFileMessage[] {
  const disables = disablesOf(source)
  const {rest, unused} = withoutDisabled([disables], found)
  const {faults, right} = disableFaults(disables, switchableIds)
  const dropped = plan && source.kind === 'markdown' ? printedBlocks(source.tree.children, plan).dropped : []
  // Of a translation its own check says so; in an original there is nothing that could be switched off.
  const language = isWords.exec(source.path)?.[1]
  const isOfPairs = plan ? language !== plan.yaml.value.original : false
  const forNothing = unused.filter(
    ({disable}) =>
      right.has(disable) &&
      !documentIds.includes(disable.rule) &&
      !(isOfPairs && pairIds.includes(disable.rule)) &&
      !isInDropped(disable, dropped),
  )
  return [...rest, ...faults, ...forNothing.map(({disable}) => disableUnused(source.path, disable))]
}

/** What is known of a file from the earliest document that is built from it: its period's habits are those of the file. */
function settingOf(
  {dossier, plan, decisions}: {dossier: Dossier; plan: DocumentPlan; decisions: Set<string>},
  source: Source,
  language: string,
): Setting | undefined {
  const {templates, glossary} = dossier
  const usage = templates.usage?.get(language)?.value
  const labels = templates.labels?.get(language)?.value
  const typography = plan.profile.typography[language]
  if (!usage || !labels || !typography) return undefined
  const {toPoint} = location(String(source.file))
  return {
    language,
    usage,
    labels,
    typography,
    glossary,
    hasUnaccentedCapitals:
      plan.profile['unaccented-capitals'].includes(language) && typography.capitals !== 'unknown',
    meetingNumbers: [...dossier.meetings.values()]
      .filter(({ordinal}) => ordinal >= leastOfMeetings)
      .flatMap(({ordinal}) => ordinalDigits(labels, ordinal, typography['ordinal-digits']) ?? []),
    date: templates.phrases.get(language)?.value.date ?? '',
    decisions,
    numberGroup: templates.phrases.get(language)?.value['number-group'] ?? ',',
    annexes: source.path.startsWith(`documents/${plan.path}/`)
      ? countedAnnexes(plan.annexes).length
      : undefined,
    isInTranslation:
      language !== plan.yaml.value.original && plan.yaml.value.languages[language] === 'drafting',
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
