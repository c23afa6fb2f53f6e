import {addAll, quote} from '../../message/index.ts'
import {addresseesOf, type DecisionRecord, isNamed, type Subject} from '../../resolve/index.ts'
import type {FlowNode} from '../../tree/index.ts'
import {directedTo} from '../actor-words.ts'
import {decisionNode, decisionNotes} from '../decisions.ts'
import {withoutSubject} from '../without-subject.ts'
import {type BlockDirective, refuse} from './block-directive.ts'
import type {PartContext} from './part-context.ts'
import {subjectHeading} from './subject-heading.ts'
import {isListed, subjectsOf} from './subjects-of.ts'

/** `::draft-decisions`: the decisions that the document proposes, or those of its subject, with their draft labels. */
export const draftDecisions: BlockDirective = (node, part) => {
  const subject = part.context.proposed ?? part.context.subject
  const reason = isNamed(subject) ? undefined : withoutSubject(part.context, quote(`::${node.name}`))
  if (reason !== undefined) return refuse(node, part, {ruleId: 'facts-missing', reason})
  return underAddressees(part, decisionsOf(subject), 'draft', false)
}

/**
 * `::decisions`: the decisions of the document's subject with their adopted numbers, as the register prints them.
 * `::decisions{of="elephants internet-trade"}` prints those of several subjects, `of=all` of every one that has some, each
 * subject under its heading and in it each addressee under that; with `by=addressee` it is the other way round.
 */
export const adoptedDecisions: BlockDirective = (node, part) => {
  const {of, by} = node.attributes ?? {}
  const {subjects, fault} = subjectsOf(part.context, of ?? undefined)
  const decisionsIn = (subject: Subject): Entry[] =>
    decisionsOf(subject).filter(({decision}) => isListed(part.context, decision, of ?? undefined))
  if (fault) return refuse(node, part, fault)
  const hasHeadings = of !== undefined
  if (by === 'addressee') return byAddressee(part, subjects.flatMap(decisionsIn), hasHeadings)
  return subjects.flatMap((subject) => {
    const own = decisionsIn(subject)
    const heading = hasHeadings
      ? [subjectHeading(part.context, subject, own.map(decisionIn), {depth: 1, ...within(part)})]
      : []
    return [...heading, ...underAddressees(part, own, 'adopted', hasHeadings)]
  })
}

/** A decision and the subject to which it belongs. */
interface Entry {
  subject: Subject
  decision: DecisionRecord
}

function decisionIn({decision}: Entry): DecisionRecord {
  return decision
}

function decisionsOf(subject: Subject): Entry[] {
  return subject.facts.decisions.value.decisions.map((decision) => ({subject, decision}))
}

/** Decisions in their order, those to the same addressees that follow one another under one heading. */
function underAddressees(
  part: PartContext,
  entries: readonly Entry[],
  label: 'draft' | 'adopted',
  isUnder: boolean,
): FlowNode[] {
  const flow: FlowNode[] = []
  let before: string | undefined
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry)
    if (key !== before) {
      const rest = entries.slice(index)
      const end = rest.findIndex((other) => keyOf(other) !== key)
      flow.push(addresseeHeading(part, entry, end < 0 ? rest.length : end, isUnder))
    }
    before = key
    addAll(flow, entryNodes(part, entry, label))
  }
  return flow
}

/** All decisions to the same addressees together, in the order in which these come first; in it each subject. */
function byAddressee(part: PartContext, entries: readonly Entry[], hasHeadings: boolean): FlowNode[] {
  const keys = [...new Set(entries.map(keyOf))]
  return keys.flatMap((key) => {
    const all = entries.filter((entry) => keyOf(entry) === key)
    const [first] = all
    const subjects = [...new Set(all.map(({subject}) => subject))]
    const below = subjects.flatMap((subject): FlowNode[] => {
      const own = all.filter((entry) => entry.subject === subject)
      const options = {depth: 2, under: key, ...within(part)} as const
      const heading = hasHeadings ? [subjectHeading(part.context, subject, own.map(decisionIn), options)] : []
      return [...heading, ...own.flatMap((entry) => entryNodes(part, entry, 'adopted'))]
    })
    return first ? [addresseeHeading(part, first, all.length, false), ...below] : below
  })
}

function keyOf({decision}: Entry): string {
  return addresseesOf(decision).join('-and-')
}

/** Before the ids of another subject than the document's own, which may quote decisions of its own with the same ids. */
function prefixOf({context}: PartContext, {subject}: Entry): string {
  return subject === context.subject ? '' : `${subject.id}-`
}

/** Headings over what a numbered paragraph quotes are set in as that is. */
function within({numbersParagraphs}: PartContext): {within?: 'numberedParagraph'} {
  return numbersParagraphs ? {within: 'numberedParagraph'} : {}
}

function addresseeHeading(part: PartContext, entry: Entry, count: number, isUnder: boolean): FlowNode {
  return {
    type: 'addressee',
    unit: `addressee-${prefixOf(part, entry)}${entry.decision.id}`,
    ...(isUnder ? {isUnder} : {}),
    ...within(part),
    children: directedTo(part.context, addresseesOf(entry.decision), count),
  }
}

/** A decision of a list, and its notes. */
function entryNodes(part: PartContext, entry: Entry, label: 'draft' | 'adopted'): FlowNode[] {
  const {context} = part
  const {subject, decision} = entry
  const unit = `decision-${prefixOf(part, entry)}${decision.id}`
  const node = decisionNode(context, subject, decision, unit, {isQuoted: part.numbersParagraphs, label})
  return [node, ...decisionNotes(context, subject, decision, node)]
}
