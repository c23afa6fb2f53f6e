import type {Node, Parent} from 'unist'
import type {DocumentPlan} from '../resolve/index.ts'
import {
  type CaptionedTable,
  type InlineNode,
  isCaption,
  isInStruck,
  type Part,
  visitParents,
} from '../tree/index.ts'
import type {Context} from './context.ts'
import type {OpenReference} from './open-reference.ts'
import type {Document} from './references/document.ts'
import {entriesOf} from './references/entries.ts'
import {referenceNodes} from './references/print.ts'
import {type Units, unitTargets} from './references/unit-targets.ts'

/**
 * Finds the targets of every reference and puts the language's words around them; `number` fills in the labels.
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
  let units: Units | undefined
  visitParents(within, 'crossReference', (node, ancestors) => {
    const open = node.data?.open as OpenReference | undefined
    const parent = ancestors.at(-1)
    if (!open || !parent) return undefined
    units ??= unitTargets(tree)
    const index = parent.children.indexOf(node)
    const nodes = printed(open, ancestors, {context, plan, units})
    parent.children.splice(index, 1)
    for (const [place, own] of (nodes as Node[]).entries()) parent.children.splice(index + place, 0, own)
    return index + nodes.length
  })
}

function printed(open: OpenReference, ancestors: readonly Parent[], document: Document): InlineNode[] {
  const {context, plan, units} = document
  const isInHeading = ancestors.some(({type}) => type === 'sectionHeading' || type === 'addressee')
  const around = {isInHeading, isInCaption: ancestors.some(isCaption), isInStruck: isInStruck(ancestors)}
  const entries = entriesOf(open, around, document)
  const part = ancestors.find((ancestor): ancestor is Part => ancestor.type === 'part')
  const table = ancestors.find((ancestor): ancestor is CaptionedTable => ancestor.type === 'captionedTable')
  return entries
    ? referenceNodes(context, entries, {form: open.form, part, table, annexes: plan?.annexes ?? [], units})
    : []
}
