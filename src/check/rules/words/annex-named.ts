import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import type {Setting} from '../../types.ts'
import type {Passage} from '../../words/index.ts'
import {anyOf, inAnyCase, type Match, matches, wordEnd, wordStart} from './matches.ts'
import {isQuoted} from './surroundings.ts'

// How far another text is named before or behind the word, in characters.
const near = 60

/**
 * An annex of the document is referred to by a mark, which prints its number where there are several. Named in words it
 * is the wrong one, or none, once another annex comes. Source: house style, R15.
 */
export const annexNamed = defineWordsRule('annex-named', 'warning', ({passages}, setting, report) => {
  const {annexes, usage} = setting
  if (annexes === undefined || annexes === 0) return
  const one = new RegExp(`${wordStart}(?:${anyOf(usage.annex.the)})${wordEnd}`, 'gu')
  const numbered = new RegExp(
    `${wordStart}(?:${anyOf(usage.references.annex)})[ \\u00a0](\\d{1,2})(?![\\d\\p{L}]|[./-]\\d)`,
    'gu',
  )
  for (const passage of passages) {
    if (annexes > 1)
      for (const match of matches(passage, one))
        if (!isOfOther(passage, match, setting))
          report(
            passage,
            match,
            `${quote(match.text)} does not say which annex: this document has ${annexes}. Write “:ref[annex-1]” with the name of the annex; the build prints its number.`,
          )
    for (const match of matches(passage, numbered))
      if (Number(match.groups[0]) > annexes && !isOfOther(passage, match, setting))
        report(
          passage,
          match,
          `${quote(match.text)} is not there: this document has ${annexes === 1 ? 'one annex' : `${annexes} annexes`}. Write “:ref[annex-1]” with the name of the annex that is meant.`,
        )
  }
})

/** Whether an annex of another text is meant: of a resolution, a document, the Convention, or one that is quoted. */
function isOfOther(
  passage: Passage,
  {start, end}: Match,
  {usage: {annex, references, ...usage}}: Setting,
): boolean {
  const before = passage.text.slice(Math.max(0, start - near), start)
  const after = passage.text.slice(end, end + near)
  // “SC57 Doc. 20 Annex 1”, “CoP14 Doc. 53.2, Annex 2”, “14.2 (Rev. 1) Annex”; a number of its own: “annexe I”, “Annex 2”.
  if (/[\d)\uFFFC],?[ \u00a0]$/.test(before) || /^[ \u00a0](?:[\dIVX]|[A-Z](?![\p{L}])|\uFFFC)/u.test(after))
    return true
  if (isQuoted(passage, start)) return true
  const of = new RegExp(
    `^(?:${parts(references, usage)}){0,4},?[ \\u00a0](?:${anyOf(inAnyCase(annex.of))})${wordEnd}`,
    'u',
  ).test(after)
  const isOwn = new RegExp(`^[^.;:]{0,20}(?:${anyOf(annex.own)})`, 'u').test(after)
  if (of && !isOwn) return true
  return !isOwn && new RegExp(`(?:${anyOf(usage['other-texts'])})`, 'u').test(before)
}

/** What may stand between an annex and the text to which it belongs: “2 a of”, “1 and 2 to”, “2, paragraph 4, of”. */
function parts(
  {annex, paragraph}: Setting['usage']['references'],
  {conjunctions}: Pick<Setting['usage'], 'conjunctions'>,
): string {
  const joints = conjunctions.flatMap(({word, 'before-vowel': other}) => (other ? [word, other] : [word]))
  const name = `(?:\\d{1,2}[ \\u00a0]?[a-z]?|[a-z])\\)?(?![\\d\\p{L}])`
  return [
    `[ \\u00a0]?[a-z]\\)?(?![\\d\\p{L}])(?=[ \\u00a0,])`,
    `[ \\u00a0]\\([^()]{1,20}\\)`,
    `(?:,|,?[ \\u00a0](?:${anyOf(joints)}))[ \\u00a0](?:\\S{0,5}(?:${anyOf([...annex, ...paragraph])})[ \\u00a0])?${name}`,
  ].join('|')
}
