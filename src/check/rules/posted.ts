import {createHash} from 'node:crypto'
import {error, warning} from '../../message/index.ts'
import {countedRevision} from '../../resolve/index.ts'
import type {DocumentTree} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'
import type {Rule} from '../types.ts'
import {linesOf} from './words-of.ts'

const digits = 16

/** Digest of all words and labels of a finished document, 16 hexadecimal digits; its look is not part of it. */
export function digestOfWords(tree: DocumentTree): string {
  return createHash('sha256').update(linesOf(tree).join('\n')).digest('hex').slice(0, digits)
}

/** A document that was posted keeps its words: others need a new revision. Source: house style, 1g (agenda rows). */
export const posted = ruleFamily(
  'posted',
  ['posted-changed', 'posted-order', 'posted-unrecorded'],
  ({plan, compositions}) => {
    const {symbol, posted: postings = []} = plan.yaml.value
    const revision = countedRevision(plan)
    const found = orderFindings(plan)
    const index = postings.findIndex((posting) => posting.revision === revision)
    const posting = postings[index]
    if (!posting) return found
    const next = symbol
      ? `“revision: ${(revision ?? 0) + 1}” under “symbol”`
      : '“symbol: {number: null, revision: 1}”'
    const actual = new Map([...compositions].map(([code, {tree}]) => [code, digestOfWords(tree)]))
    for (const [code, digest] of actual) {
      const recorded = posting.words?.[code]
      if (recorded === undefined || recorded === digest) continue
      const reason = `The words have changed since this was posted on ${posting.date}. Write ${next}, or restore the words. (Posted: ${recorded}; now: ${digest}.)`
      const place = plan.yaml.data.locate(['posted', index, 'words', code])
      found.push(error(reason, {path: plan.yaml.path, ruleId: 'posted-changed', place, language: code}))
    }
    if ([...actual.keys()].some((code) => posting.words?.[code] === undefined)) {
      const words = [...actual].map(([code, digest]) => `${code}: "${posting.words?.[code] ?? digest}"`)
      const reason = `The words that were posted on ${posting.date} are not recorded, so that a change would pass unseen. If they are those of today, write “words: {${words.join(', ')}}”.`
      const place = plan.yaml.data.locate(['posted', index])
      const language = plan.yaml.value.original
      found.push(warning(reason, {path: plan.yaml.path, ruleId: 'posted-unrecorded', place, language}))
    }
    return found
  },
  {seesForeign: true},
)

/** Revisions follow one another: none, 1, 2 …, and the present one is the last posted or the next. */
function orderFindings(plan: Parameters<Rule['look']>[0]['plan']): ReturnType<Rule['look']> {
  const {posted: postings = []} = plan.yaml.value
  const say = (pointer: (string | number)[], reason: string): ReturnType<Rule['look']> =>
    plan.languages.map(({language}) =>
      error(reason, {
        path: plan.yaml.path,
        ruleId: 'posted-order',
        place: plan.yaml.data.locate(pointer),
        language: language.code,
      }),
    )
  for (const [index, {revision, date}] of postings.entries()) {
    const expected = index === 0 ? null : index
    if (revision !== expected)
      return say(
        ['posted', index, 'revision'],
        `This is posting ${index + 1}, whose revision is ${expected ?? 'null'}. Write that, or add the posting that is missing.`,
      )
    const before = postings[index - 1]?.date
    if (date < plan.yaml.value.date)
      return say(
        ['posted', index, 'date'],
        `This posting is dated ${date}, before the document itself (${plan.yaml.value.date}). Correct one of the two dates.`,
      )
    if (before !== undefined && date < before)
      return say(
        ['posted', index, 'date'],
        `This posting is dated ${date}, before the one above it (${before}). Write the oldest first.`,
      )
  }
  const last = postings.length
  if (last > 0 && (countedRevision(plan) ?? 0) > last)
    return say(
      ['symbol', 'revision'],
      `The revisions posted so far lead to revision ${last}. Write “revision: ${last}”, or add the postings that are missing.`,
    )
  return []
}
