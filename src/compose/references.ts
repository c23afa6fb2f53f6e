import type {Node, Parent} from 'unist'
import {choices, nearest, quote} from '../message/index.ts'
import {annexConditions, type DocumentPlan, provisionPaths, provisionReferences} from '../resolve/index.ts'
import {
  type CrossReference,
  type InlineNode,
  type NumberedUnit,
  numberedTypes,
  type Part,
  visit,
} from '../tree/index.ts'
import {annexLabel} from './annex-label.ts'
import {type Context, reportError} from './context.ts'
import {decisionLabel} from './decision-label.ts'
import type {OpenReference} from './open-reference.ts'
import {phrase} from './phrases.ts'
import {withoutSubject} from './without-subject.ts'

/**
 * Finds the target of every reference and puts the language's words around it; `number` fills in the labels.
 *
 * A decision that the document quotes is referred to in the quotation; another one by its label alone.
 *
 * @param tree  the whole document, or words that stand in none
 * @param plan  of the document; words that stand in none cannot refer to annexes
 * @param within  a part of the tree, where only its references are completed: those of an annex in a language of its own
 */
export function completeReferences(
  tree: Parent,
  context: Context,
  plan?: DocumentPlan,
  within: Parent = tree,
): void {
  const units = numberedUnits(tree)
  visit(within, 'crossReference', (node, index, parent) => {
    const open = node.data?.open as OpenReference | undefined
    if (!open || !parent || index === undefined) return undefined
    const nodes = open.decision
      ? decisionReference(open, context, units)
      : unitReference(open, context, units, plan)
    parent.children.splice(index, 1)
    for (const [place, own] of (nodes as Node[]).entries()) parent.children.splice(index + place, 0, own)
    return index + nodes.length
  })
}

type Labelled = NumberedUnit | Part

/** Units that have a label, by id. */
function numberedUnits(tree: Parent): Map<string, Labelled> {
  const units = new Map<string, Labelled>()
  visit(tree, [...numberedTypes, 'part'], (node) => {
    if (node.unit) units.set(node.unit, node)
  })
  return units
}

function unitReference(
  open: OpenReference,
  context: Context,
  units: Map<string, Labelled>,
  plan: DocumentPlan | undefined,
): InlineNode[] {
  const target = open.target ?? ''
  const node = units.get(target)
  if (!node || (node.type === 'part' && !node.label)) {
    const when = plan && annexConditions(plan.yaml.value, target)
    if (when !== undefined) {
      const reason = `The annex ${quote(target)} is not printed as the facts stand (document.yaml says “when: ${when}”). Refer to another, or correct the facts.`
      reportError(context, open.path, open.place, 'annex-dormant', reason)
      return []
    }
    const reason = (): string => {
      const near = nearest(target, units.keys())
      const remedy = near
        ? `Write ${quote(near)}`
        : 'Write the id that stands after ^ at the end of the paragraph'
      return `No numbered paragraph, item or annex of this document has the id ${quote(target)}. ${remedy}.`
    }
    reportError(context, open.path, open.place, 'unknown-reference', reason)
    return []
  }
  if (node.type === 'part')
    return [{type: 'text', value: annexLabel(context, plan?.annexes ?? [], target, 'annex-reference')}]
  const reference: CrossReference = {type: 'crossReference', target}
  if (open.form === 'number') return [reference]
  return phrase(context, node.type === 'decision' ? 'decision-reference' : 'paragraph-reference', {
    number: [reference],
  })
}

function decisionReference(
  open: OpenReference,
  context: Context,
  units: Map<string, Labelled>,
): InlineNode[] {
  const [, other, reference = ''] = /^(?:(.+)\/)?(.*)$/.exec(open.decision ?? '') ?? []
  const [id = '', provision] = reference.split('.')
  const {proposed, dossier} = context
  const isProposed = proposed !== undefined && proposed.id === other
  const subject = isProposed ? proposed : other ? dossier.subjects.get(other) : context.subject
  const decision = subject?.facts.decisions.value.decisions.find((candidate) => candidate.id === id)
  const path = decision ? (provision ? provisionPaths(decision.provisions).get(provision) : []) : undefined
  if (!subject || !decision || !path) {
    const name = open.decision ?? ''
    const reason = (): string => {
      const none = other ? undefined : withoutSubject(context, quote(`:decision[${name}]`))
      if (none !== undefined) return none
      const others = [proposed, other ? dossier.subjects.get(other) : undefined]
      const known = [
        ...provisionReferences(context.subject),
        ...others.flatMap((known) =>
          known ? [...provisionReferences(known)].map((name) => `${known.id}/${name}`) : [],
        ),
      ]
      return `There is no decision or provision ${quote(name)}. Write ${choices(name, known)}.`
    }
    reportError(context, open.path, open.place, 'unknown-decision', reason)
    return []
  }
  if (open.form === 'last' && path.length === 0) {
    const reason =
      'Only a lettered provision has a letter. Write “{form=number}” for the number of the decision.'
    reportError(context, open.path, open.place, 'unknown-decision', reason)
    return []
  }
  // As the lists of decisions name their units.
  const unit = `decision-${subject === context.subject ? '' : `${subject.id}-`}${reference}`
  const label = isProposed ? 'draft' : undefined
  const node: CrossReference = units.has(unit)
    ? {type: 'crossReference', target: unit}
    : {type: 'crossReference', elsewhere: {literal: decisionLabel(context, subject, decision, label), path}}
  if (open.form === 'last') return [{...node, data: {open: 'last'}}]
  if (open.form === 'number') return [node]
  return phrase(context, isProposed ? 'draft-decision-reference' : 'decision-reference', {number: [node]})
}
