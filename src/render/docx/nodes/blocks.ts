import type {
  Addressee,
  Clause,
  CoverBlock,
  Decision,
  NumberedParagraph,
  Pivot,
  Provision,
  ProvisionList,
  Quotation,
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
      paragraph(
        {style: node.style, unit: node.unit, children: node.children, isContinued: node.isContinued},
        context,
      ),
    ],
  ],
  [
    'sectionHeading',
    (node: SectionHeading, context) => [
      paragraph(
        {style: `heading-${node.depth}`, unit: node.unit, children: node.children},
        node.within ? setIn(context, leftOfHeading(node.within, context)) : context,
      ),
    ],
  ],
  [
    'addressee',
    (node: Addressee, context) => [
      paragraph(
        {style: 'addressee', unit: node.unit, children: node.children},
        node.within ? setIn(context, leftOfHeading(node.within, context)) : context,
      ),
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
      const keepNext = leads(rest) || node.isKeptWithNext
      return [
        paragraph({...node, children: lead.children, keepNext}, context),
        ...context.render(rest, context),
      ]
    },
  ],
  ['quotation', quotation],
  ['numberedParagraph', numberedParagraph],
  ['decision', labelled],
  [
    'provisionList',
    (node: ProvisionList, context) => node.children.flatMap((child) => labelled(child, context)),
  ],
  ['captionedTable', captionedTable],
  ['answerSpace', answerSpace],
])

/** A quotation in a provision is set in from the provision's words, as far as elsewhere from those of a paragraph. */
function quotation(node: Quotation, context: BuilderContext): Built[] {
  const {within, children} = node
  if (!within) return context.render(children, context)
  const {numbering, styles} = context.house.finished
  const leftOf = (kind: string, level: number): number => numbering[kind]?.levels[level]?.left ?? 0
  const own = (styles['paragraph-styles'].quotation?.left ?? 0) - leftOf(linkedSequence, 0)
  const left = leftOf(within.sequenceKind, within.level) + own
  return context.render(children, setIn(context, left))
}

/** What is built with it begins so far from the margin. */
function setIn(context: BuilderContext, left: number): BuilderContext {
  return {...context, house: {...context.house, left}}
}

/** The heading over what is quoted begins where the labels of that do. */
function leftOfHeading(within: NonNullable<Addressee['within']>, {house}: BuilderContext): number {
  const {styles, numbering} = house.finished
  const quoted = numbering['quoted-decision']?.levels[0]
  return within === 'quotation'
    ? (styles['paragraph-styles'].quotation?.left ?? 0)
    : (quoted?.left ?? 0) - (quoted?.hanging ?? 0)
}

/** A numbered paragraph. Where what follows belongs to it, all of its lines stay on the page of what follows. */
function numberedParagraph(node: NumberedParagraph, context: BuilderContext): Built[] {
  if (!node.isKeptWithNext) return labelled(node, context)
  return labelled(node, {...context, house: {...context.house, keepsNext: true}})
}

/** Words that introduce what stands under them are never the last of a page. */
function leads(rest: readonly unknown[]): boolean {
  return rest.length > 0
}

/** The lead with its native number, then what stands under it. */
function labelled(node: NumberedParagraph | Decision | Provision, context: BuilderContext): Built[] {
  const [lead, ...rest] = node.children
  const level = context.house.finished.numbering[node.sequenceKind]?.levels[node.level]
  const own = paragraph(
    {
      style: level?.style ?? 'paragraph-1',
      unit: node.unit,
      // Where the style brings the number, a paragraph that is given another style has another level. With a number of
      // its own it would keep its level.
      ...(node.sequence === linkedSequence ? {} : {numbering: {sequence: node.sequence, level: node.level}}),
      children: lead.children,
      keepNext: leads(rest),
    },
    context,
  )
  return [own, ...context.render(rest, context)]
}
