import type {DecisionRecord, Subject} from '../../resolve/index.ts'
import {type SectionHeading, text} from '../../tree/index.ts'
import type {DocumentContext} from '../context.ts'
import {decisionLabel} from '../decision-label.ts'
import {withoutNotes} from '../note-names.ts'
import {factsPath, ownWords} from '../own-words.ts'
import {phrase, plainPhrase} from '../phrases.ts'

/**
 * The heading of a subject in a register: what its decisions are about, and before that their numbers where they are of
 * several meetings (“15.57 & 16.62 E-commerce …”). Source: house style, 1f (K26, K27).
 *
 * @param decisions  those that stand under it
 * @param where  its depth, the addressees under which it stands, and what quotes it, where it does
 */
export function subjectHeading(
  context: DocumentContext,
  subject: Subject,
  decisions: readonly DecisionRecord[],
  where: {depth: 1 | 2; under?: string; within?: 'numberedParagraph'},
): SectionHeading {
  const file = subject.words.decisions.get(context.language.code)
  const words = withoutNotes(ownWords(context, file, ['subject'], factsPath(subject, 'decisions')))
  const unit = `subject-${where.under === undefined ? '' : `${where.under}-`}${subject.id}`
  const numbers = isMixed(decisions) ? numbersOf(context, subject, decisions) : ''
  return {
    type: 'sectionHeading',
    depth: where.depth,
    ...(where.within ? {within: where.within} : {}),
    unit,
    children:
      numbers === '' ? words : phrase(context, 'entry-heading', {numbers: text(numbers), subject: words}),
  }
}

/** The meetings of a number: the one that adopted it, and the one that revised it: `14.28 (Rev. CoP15)`. */
function meetingsOf({labels: {adopted}}: DecisionRecord): string {
  return (adopted ?? '').replace(/\.\d+/, '')
}

function isMixed(decisions: readonly DecisionRecord[]): boolean {
  return new Set(decisions.map(meetingsOf)).size > 1
}

/** “15.57 & 16.62”; three and more that follow one another as a range. */
function numbersOf(context: DocumentContext, subject: Subject, decisions: readonly DecisionRecord[]): string {
  const runs: DecisionRecord[][] = []
  for (const decision of decisions) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && follows(before, decision)) run.push(decision)
    else runs.push([decision])
  }
  const labels = runs.flatMap((run) => {
    const own = run.map((decision) => decisionLabel(context, subject, decision, 'adopted'))
    const [first = '', last = ''] = [own[0], own.at(-1)]
    return own.length > 2 ? [plainPhrase(context, 'entry-range', {first, last})] : own
  })
  const last = labels.pop() ?? ''
  if (labels.length === 0) return last
  return plainPhrase(context, 'entry-numbers', {
    items: labels.join(plainPhrase(context, 'list-separator')),
    last,
  })
}

function follows(before: DecisionRecord, decision: DecisionRecord): boolean {
  const serial = ({labels: {adopted}}: DecisionRecord): number => Number(/\.(\d+)$/.exec(adopted ?? '')?.[1])
  return meetingsOf(before) === meetingsOf(decision) && serial(before) + 1 === serial(decision)
}
