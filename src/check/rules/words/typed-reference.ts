import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordStart} from './matches.ts'

// How far another text is named before or behind the number of one of its paragraphs, in characters.
const near = 60

// “14.35-14.36”, “14.35 and 14.36”, “14.35, 14.36”: a mark prints one number, and these are named together.
const range =
  /^(?:[ \u00a0]?[-–—/&,][ \u00a0]?|[ \u00a0]\p{Ll}{1,8}[ \u00a0])(?:\p{Ll}{1,3}[ \u00a0])?\d{1,2}\.\d{1,3}/u

/**
 * A paragraph of this document and a decision of the dossier are referred to by a mark, so that the number stays right.
 * Source: house style, R15.
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
      `${wordStart}(?:${anyOf(references.decision)})[ \\u00a0](\\d{1,2}\\.\\d{1,3}(?:[ \\u00a0]\\(Rev\\.[^)]{1,20}\\))?)(?!\\d)`,
      'gu',
    )
    const other = new RegExp(`(?:${anyOf(others)})`, 'u')
    for (const passage of passages) {
      for (const {start, end, text} of matches(passage, paragraph)) {
        const around =
          passage.text.slice(Math.max(0, start - near), start) + passage.text.slice(end, end + near)
        if (other.test(around)) continue
        report(
          passage,
          {start, end},
          `The reference ${quote(text)} is typed and will be wrong when a paragraph is added. Write “:ref[…]” with the id behind that paragraph.`,
        )
      }
      for (const {start, end, text, groups} of matches(passage, decision)) {
        if (!setting.decisions.has((groups[0] ?? '').replaceAll('\u00a0', ' '))) continue
        if (range.test(passage.text.slice(end))) continue
        report(
          passage,
          {start, end},
          `The reference ${quote(text)} is typed. Write “:decision[…]” with the id of the decision; the build prints its number.`,
        )
      }
    }
  },
  {leavesQuoted: true},
)
