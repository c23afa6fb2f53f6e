import type {
  Addressee,
  CoverBlock,
  Decision,
  LeadParagraph,
  NumberedParagraph,
  Provision,
  ProvisionList,
  SectionHeading,
  TextParagraph,
} from '../../../tree/index.ts'
import type {Builder, BuilderContext, Built} from '../types.ts'
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
  ['numberedParagraph', (node: NumberedParagraph, context) => labelled(node, 'paragraphs', context)],
  ['decision', (node: Decision, context) => labelled(node, node.sequenceKind, context)],
  [
    'provisionList',
    (node: ProvisionList, context) =>
      node.children.flatMap((child) => labelled(child, kindOf(child, context), context)),
  ],
  ['captionedTable', captionedTable],
])

function kindOf(provision: Provision, context: BuilderContext): string {
  return (
    context.house.finished.tree.sequences.find((sequence) => sequence.id === provision.sequence)?.kind ??
    'paragraphs'
  )
}

/** The lead with its native number, then what stands under it. */
function labelled(
  node: NumberedParagraph | Decision | Provision,
  kind: string,
  context: BuilderContext,
): Built[] {
  const [lead, ...rest] = node.children
  const level = context.house.finished.numbering[kind]?.levels[node.level]
  const own = paragraph(
    {
      style: level?.style ?? 'paragraph-1',
      unit: node.unit,
      numbering: {sequence: node.sequence, level: node.level},
      children: (lead as LeadParagraph | undefined)?.children ?? [],
    },
    context,
  )
  return [own, ...context.render(rest, context)]
}
