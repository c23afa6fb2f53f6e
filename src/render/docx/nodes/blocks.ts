import {
  type Addressee,
  type Clause,
  type Continuation,
  type CoverBlock,
  type Decision,
  listOf,
  type NumberedParagraph,
  type Pivot,
  type Provision,
  type ProvisionList,
  type Quotation,
  type SectionHeading,
  type TextParagraph,
} from '../../../tree/index.ts'
import {leftOf, leftOfQuotation, shiftOfQuotation, styleOfContinuation} from '../indents.ts'
import {linkedSequence} from '../linked-sequence.ts'
import type {Builder, BuilderContext, Built} from '../types.ts'
import {answerSpace} from './answer-space.ts'
import {paragraph} from './paragraph.ts'
import {captionedPicture} from './picture.ts'
import {captionedTable} from './table.ts'
import {wordsOfHeading} from './words-of-heading.ts'

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
        {style: `heading-${node.depth}`, unit: node.unit, children: wordsOfHeading(node, context)},
        node.within ? setIn(context, leftOfHeading(node.within, context)) : context,
      ),
    ],
  ],
  [
    'addressee',
    (node: Addressee, context) => [
      paragraph(
        {style: 'addressee', unit: node.unit, children: wordsOfHeading(node, context)},
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
  ['continuation', continuation],
  ['quotation', quotation],
  ['numberedParagraph', numberedParagraph],
  ['decision', labelled],
  [
    'provisionList',
    (node: ProvisionList, context) => node.children.flatMap((child) => labelled(child, context)),
  ],
  ['captionedTable', captionedTable],
  ['captionedPicture', captionedPicture],
  ['answerSpace', answerSpace],
])

/** A quotation in a provision is set in from the provision's words, as far as elsewhere from those of a paragraph. */
function quotation(node: Quotation, context: BuilderContext): Built[] {
  const {within, children} = node
  if (!within) return context.render(children, context)
  const {house} = context
  const left = leftOfQuotation(house.finished, within)
  return context.render(children, {...context, house: {...house, left, quotedIn: within}})
}

/** A paragraph without a number, as far in as the words that it goes on with, and the list under it. */
function continuation(node: Continuation, context: BuilderContext): Built[] {
  const {house} = context
  const {within, style, unit, children, isKeptWithNext} = node
  const [lead, ...lists] = children
  const keepNext = leads(lists) || isKeptWithNext
  const place =
    within && leftOf(house.finished.numbering, within) + shiftOfQuotation(house.finished, house.quotedIn)
  return [
    paragraph(
      {
        style: within ? styleOfContinuation(house.finished, within) : style,
        unit,
        children: lead.children,
        keepNext,
      },
      place === undefined ? context : setIn(context, place),
    ),
    ...context.render(lists, context),
  ]
}

/** What is built with it begins so far from the margin. */
function setIn(context: BuilderContext, left: number): BuilderContext {
  return {...context, house: {...context.house, left}}
}

/** The heading over what is quoted begins where the labels of that do. */
function leftOfHeading(within: NonNullable<Addressee['within']>, {house}: BuilderContext): number {
  const {numbering} = house.finished
  const quoted = numbering['quoted-decision']?.levels[0]
  return within === 'quotation'
    ? leftOfQuotation(house.finished, house.quotedIn)
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
  // Its level says where it stands, also in a quotation that is set in.
  const {left: _left, ...house} = context.house
  const list = listOf(node)
  const own = paragraph(
    {
      style: level?.style ?? 'paragraph-1',
      unit: node.unit,
      // Where the style brings the number, a paragraph that is given another style has another level. With a number of
      // its own it would keep its level.
      ...(list === linkedSequence ? {} : {numbering: {sequence: list, level: node.level}}),
      oldLabel: node.oldLabel,
      children: lead.children,
      keepNext: leads(rest),
    },
    {...context, house},
  )
  return [own, ...context.render(rest, context)]
}
