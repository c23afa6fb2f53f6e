import type {VFileMessage} from 'vfile-message'
import {finding, type MessageDetails, type Place, warning} from '../message/index.ts'
import type {Dossier, Located} from '../resolve/index.ts'
import type {Pair, PairedFile, PairSetting} from './pairs/types.ts'
import type {Checked, FactsRule, PairFinding, PairRule, Reach, Rule, Setting, WordsRule} from './types.ts'
import {isQuoted, type Passage, touchesChange, type Words} from './words/index.ts'

/** What a rule says at a place; id and severity are stamped by the factory. */
export type Report = (reason: string, details: Omit<MessageDetails, 'ruleId'>) => void

/**
 * A house rule about one document in all its languages.
 *
 * @param id  its name: that of its file, its page and its fixtures
 * @param severity  `warning` where the source of the rule is not confirmed
 * @param look  looks, reports, changes nothing
 */
export function defineRule(
  id: string,
  severity: 'error' | 'warning',
  look: (checked: Checked, report: Report) => void,
): Rule {
  return {
    id,
    reports: [id],
    look(checked) {
      const messages: VFileMessage[] = []
      look(checked, (reason, details) => messages.push(finding(severity, reason, {...details, ruleId: id})))
      return messages
    },
  }
}

/**
 * A house rule whose messages have several ids of one page, or a severity that depends on the document.
 *
 * @param id  name of its page
 * @param reports  the ids of its messages
 * @param reach  what it looks at beside
 */
export function ruleFamily(
  id: string,
  reports: readonly string[],
  look: (checked: Checked) => VFileMessage[],
  reach: Pick<Rule, 'seesForeign'> = {},
): Rule {
  return {id, reports, look, ...reach}
}

/**
 * What a rule about words says of a piece of a passage: characters from `start` to `end`, and what may replace them; or what
 * may be put in beside them, between marks that are in no passage, at an offset of the file.
 */
export type ReportWords = (
  passage: Passage,
  span: {start: number; end: number},
  reason: string,
  replacement?: string | {at: number; text: string},
) => void

/** Of one rule in one file: more of them nobody reads, and a report gives fewer. */
const mostFindings = 1000

/**
 * A house rule about the words of one file in one language. It may be switched off at a place. Of words as adopted and
 * of quotations nothing is said; of a text that is amended only where it is changed, and nothing else of it is mended.
 *
 * @param id  its name: that of its file, its page and its fixtures
 * @param severity  `warning` where the source of the rule is not confirmed
 * @param look  looks, reports, changes nothing; a replacement is only given where it can be put in without asking
 * @param reach  what it looks at beside
 */
export function defineWordsRule(
  id: string,
  severity: 'error' | 'warning',
  look: (words: Words, setting: Setting, report: ReportWords) => void,
  reach: Reach = {},
): WordsRule {
  const {leavesQuoted, seesAdopted} = reach
  return {
    id,
    reach,
    look(words, setting) {
      const messages: VFileMessage[] = []
      const seen = seesAdopted ? {...words, passages: [...words.passages, ...words.adopted]} : words
      look(seen, setting, (passage, {start, end}, reason, replacement) => {
        if (messages.length >= mostFindings) return
        if (leavesQuoted && isQuoted(passage, start, end)) return
        if (!seesAdopted && !touchesChange(passage, start, end)) return
        if (holdsEscaped(passage, start, end)) return
        const place = placeIn(passage, start, end, setting)
        const message = finding(severity, reason, {path: words.path, place, ruleId: id})
        if (typeof replacement === 'object') {
          message.fix = {start: replacement.at, end: replacement.at, text: replacement.text}
        } else if (replacement !== undefined) {
          message.expected = [replacement]
          const range = writtenRange(words.text, passage, start, end)
          if (range && touchesChange(passage, start, end, 'putIn'))
            message.fix = {...range, text: replacement}
        }
        messages.push(message)
      })
      return messages
    },
  }
}

/** Whether one of some characters was escaped: who writes a backslash before a sign means it as it stands. */
function holdsEscaped({escaped}: Passage, start: number, end: number): boolean {
  return [...escaped].some((at) => at >= start && at < end)
}

/** Where characters of a passage stand in the file as they are read: without an escape, in one piece. */
function writtenRange(
  file: string,
  {text, offsets}: Passage,
  start: number,
  end: number,
): {start: number; end: number} | undefined {
  const [from, last] = [offsets[start] ?? -1, offsets[end - 1] ?? -1]
  if (end <= start || from < 0 || last < from) return undefined
  const [written, read] = [file.slice(from, last + 1), text.slice(start, end)]
  // The end of a line is read as a space.
  const isSame = written.replaceAll('\n', ' ') === read.replaceAll('\n', ' ')
  return isSame ? {start: from, end: last + 1} : undefined
}

/** What a rule about facts says of a place of a file. */
export type ReportFacts = (yaml: Located<unknown>, pointer: (string | number)[], reason: string) => void

/**
 * A house rule about facts, which only warns: what cannot be is an error of `resolve`. It may be switched off at a place.
 *
 * @param id  its name: that of its file, its page and its fixtures
 * @param look  looks, reports, changes nothing
 */
export function defineFactsRule(
  id: string,
  look: (dossier: Dossier, report: ReportFacts) => void,
): FactsRule {
  return {
    id,
    look(dossier) {
      const messages: VFileMessage[] = []
      look(dossier, (yaml, pointer, reason) =>
        messages.push(warning(reason, {path: yaml.path, ruleId: id, place: yaml.data.locate(pointer)})),
      )
      return messages
    },
  }
}

/** What a rule about pairs says of the translation, at a place of it, with the place of the original beside it. */
export type ReportPair = (reason: string, at: {place: Place; other: Place}) => void

/**
 * A house rule about a file of words and its translation.
 *
 * @param id  its name: that of its file, its page and its fixtures
 * @param about  `structure` must be the same in every language and cannot be switched off: an error once the language is
 *   complete; of `wording` it only warns, and adopted words are left alone
 * @param look  looks, reports, changes nothing
 * @param reach  whether adopted words are looked at as well
 */
export function definePairRule(
  id: string,
  about: PairRule['about'],
  look: (paired: PairedFile, setting: PairSetting, report: ReportPair) => void,
  reach: Pick<Reach, 'seesAdopted'> = {},
): PairRule {
  return {
    id,
    about,
    reach,
    look(paired, setting) {
      const found: PairFinding[] = []
      look(paired, setting, (reason, at) => found.push({reason, ...at}))
      return found
    },
  }
}

/** The same about each unit by itself: its reports stand at the unit, in both languages. */
export function defineUnitRule(
  id: string,
  about: PairRule['about'],
  look: (pair: Pair, setting: PairSetting, report: (reason: string) => void) => void,
  reach: Pick<Reach, 'seesAdopted'> = {},
): PairRule {
  const lookAtAll: Parameters<typeof definePairRule>[2] = ({pairs}, setting, report) => {
    for (const pair of pairs) look(pair, setting, (reason) => report(reason, placesOf(pair)))
  }
  return definePairRule(id, about, lookAtAll, reach)
}

/** Where a unit stands in both languages. */
export function placesOf({original, translation}: Pair): {place: Place; other: Place} {
  return {place: translation.place, other: original.place}
}

/** From offsets of a passage to lines and columns of its file; the whole passage where they cannot be told. */
function placeIn({offsets, whole}: Passage, start: number, end: number, {toPoint}: Setting): Place {
  const from = offsets[start] ?? -1
  const last = offsets[Math.max(start, end - 1)] ?? -1
  if (from < 0) return whole
  return {start: toPoint(from), end: toPoint(Math.max(from, last) + 1)}
}
