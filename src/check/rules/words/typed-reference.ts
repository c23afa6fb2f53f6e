import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import type {Setting} from '../../types.ts'
import {anyOf, matches, wordStart} from './matches.ts'

// How far another text is named before or behind the number of one of its paragraphs, in characters.
const near = 60

/** The number of a decision; a revision may stand behind it. */
const decisionNumber = '\\d{1,2}\\.\\d{1,3}(?:[ \\u00a0]\\(Rev\\.[^)]{1,20}\\))?'

/** Numbers and letters of paragraphs that go on after the first: “ a)”, “ and 10 b)”, “-12”. */
const behindParagraph = (joints: string): RegExp =>
  new RegExp(`^(?:(?:${joints})(?:\\d{1,3}(?!\\d|[./]\\d)|[a-z]{1,4}\\))|[ \\u00a0][a-z]{1,4}\\))*`, 'u')

/** Numbers of decisions that go on after the first: “-14.36”, “, 14.36 and 14.37”. */
const behindDecision = (joints: string): RegExp =>
  new RegExp(`^(?:(?:${joints})(?:${decisionNumber})(?!\\d))*`, 'u')

/** What may stand between numbers that are named together. */
function jointsOf({dates: {joints}, conjunctions}: Setting['usage']): string {
  const words = anyOf([...joints, ...conjunctions.map(({word}) => word)])
  return `[ \\u00a0]?[-–—/&,][ \\u00a0]?|,?[ \\u00a0](?:${words})[ \\u00a0](?:\\p{Ll}{1,3}[ \\u00a0])?`
}

/**
 * A paragraph of this document and a decision of the dossier are referred to by a mark, so that the number stays right;
 * several of them by one mark. Source: house style, R15.
 */
export const typedReference = defineWordsRule(
  'typed-reference',
  'warning',
  ({passages}, setting, report) => {
    const {references, 'other-texts': others} = setting.usage
    const paragraph = new RegExp(
      `${wordStart}(?:${anyOf(references.paragraph)})[ \\u00a0]\\d{1,3}(?!\\d|[./]\\d)`,
      'gu',
    )
    const decision = new RegExp(
      `${wordStart}(?:${anyOf(references.decision)})[ \\u00a0](${decisionNumber})(?!\\d)`,
      'gu',
    )
    const other = new RegExp(`(?:${anyOf(others)})`, 'u')
    const joints = jointsOf(setting.usage)
    const isKnown = (number: string): boolean => setting.decisions.has(number.replaceAll('\u00a0', ' '))
    for (const passage of passages) {
      const behind = (pattern: RegExp, end: number): string =>
        pattern.exec(passage.text.slice(end))?.[0] ?? ''
      for (const {start, end, text} of matches(passage, paragraph)) {
        const around =
          passage.text.slice(Math.max(0, start - near), start) + passage.text.slice(end, end + near)
        if (other.test(around)) continue
        const more = behind(behindParagraph(joints), end)
        const isOne = !new RegExp(joints, 'u').test(more)
        const mark = isOne
          ? 'Write “:ref[…]” with the id behind that paragraph.'
          : 'Write “:ref[…]” once, with the ids behind these paragraphs and a space between them, or “first..last” for a range.'
        const reason = `The reference ${quote(isOne ? text : text + more)} is typed and will be wrong when a paragraph is added. ${mark}`
        report(passage, {start, end}, reason)
      }
      for (const {start, end, text, groups} of matches(passage, decision)) {
        if (!isKnown(groups[0] ?? '')) continue
        const more = behind(behindDecision(joints), end)
        // A mark prints no decision that is not in the dossier, and of those that are named together it prints all or none.
        if (!(more.match(new RegExp(decisionNumber, 'g')) ?? []).every(isKnown)) continue
        const mark =
          more === ''
            ? 'with the id of the decision; the build prints its number.'
            : 'once, with the ids of the decisions and a space between them, or “first..last” for a range; the build prints their numbers.'
        report(
          passage,
          {start, end},
          `The reference ${quote(text + more)} is typed. Write “:decision[…]” ${mark}`,
        )
      }
    }
  },
  {leavesQuoted: true},
)
