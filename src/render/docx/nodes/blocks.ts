import type {
  Addressee,
  Clause,
  CoverBlock,
  Decision,
  LeadParagraph,
  NumberedParagraph,
  Pivot,
  Provision,
  ProvisionList,
  SectionHeading,
  TextParagraph,
} from '../../../tree/index.ts'
import {linkedSequence} from '../parts/numbering.ts'
import type {Builder, BuilderContext, Built} from '../types.ts'
import {answerSpace} from './answer-space.ts'
import {paragraph} from './paragraph.ts'
import {captionedTable} from './table.ts'

/** Builders of block nodes, by type of node. */
export const blockBuilders: ReadonlyMap<string, Builder> = new Map<string, Builder>([
  [
    'coverBlock',
    (node: CoverBlock, context) => [
      paragraph({style: node.style, unit: node.unit, children: node.children}, context),
    ],
  ],
  [
    'sectionHeading',
    (node: SectionHeading, context) => [
      paragraph({style: `heading-${node.depth}`, unit: node.unit, children: node.children}, context),
    ],
  ],
  [
    'addressee',
    (node: Addressee, context) => [
      paragraph({style: 'addressee', unit: node.unit, children: node.children}, context),
    ],
  ],
  [
    'textParagraph',
    (node: TextParagraph, context) => [
      paragraph({style: node.style, unit: node.unit, children: node.children}, context),
    ],
  ],
  ['pivot', (node: Pivot, context) => [paragraph({...node, style: 'pivot'}, context)]],
  [
    'clause',
    (node: Clause, context) => {
      const [lead, ...rest] = node.children
      return [paragraph({...node, children: lead?.children ?? []}, context), ...context.render(rest, context)]
    },
  ],
  ['numberedParagraph', numberedParagraph],
  ['decision', labelled],
  [
    'provisionList',
    (node: ProvisionList, context) => node.children.flatMap((child) => labelled(child, context)),
  ],
  ['captionedTable', captionedTable],
  ['answerSpace', answerSpace],
])

/** A numbered paragraph, all of whose lines stay on the page of what follows where that belongs to it. */
function numberedParagraph(node: NumberedParagraph, context: BuilderContext): Built[] {
  if (!node.isKeptWithNext) return labelled(node, context)
  return labelled(node, {...context, house: {...context.house, keepsNext: true}})
}

/** The lead with its native number, then what stands under it. */
function labelled(node: NumberedParagraph | Decision | Provision, context: BuilderContext): Built[] {
  const [lead, ...rest] = node.children
  const level = context.house.finished.numbering[node.sequenceKind]?.levels[node.level]
  const own = paragraph(
    {
      style: level?.style ?? 'paragraph-1',
      unit: node.unit,
      // Where the style brings the number, another style brings another level; a number of the paragraph's own would not.
      ...(node.sequence === linkedSequence ? {} : {numbering: {sequence: node.sequence, level: node.level}}),
      children: (lead as LeadParagraph | undefined)?.children ?? [],
    },
    context,
  )
  return [own, ...context.render(rest, context)]
}
