import {AlignmentType, BookmarkEnd, BookmarkStart, Paragraph, type ParagraphChild, TextRun} from 'docx'
import type {Node, Parent} from 'unist'
import {bookmarkOf, canonicalText, isAllFromRight, segmentsOf, toText} from '../../../tree/index.ts'
import {linkedSequence} from '../linked-sequence.ts'
import {characterStyleId, paragraphStyleId} from '../style-ids.ts'
import type {BuilderContext} from '../types.ts'
import {alignmentOf} from './alignment.ts'

/** A Word paragraph of ours. */
export interface ParagraphForm {
  /** Key of a paragraph style. */
  style: string
  /** Unit whose bookmark stands around the words. */
  unit?: string | undefined
  numbering?: {sequence: string; level: number} | undefined
  /** The label that it had in the old text, which stands before its words and is none of them. */
  oldLabel?: string | undefined
  children: readonly Node[]
  /** Whether it stays on the page of the next paragraph, where its style does not say so. */
  keepNext?: boolean | undefined
  /** Whether a page may end behind it although its style says that it stays with what follows. */
  mayEndPage?: boolean
  /** Where it stands, where its style does not say so. */
  align?: 'right' | 'center' | undefined
  /** Room under it in twips, where its style does not say it. */
  after?: number | undefined
  /** Whether the next paragraph is another line of it. */
  isContinued?: boolean | undefined
}

/**
 * A paragraph with its style, its place in a list and the bookmark of its unit around all of its runs.
 *
 * The bookmark stands inside the paragraph: LibreOffice doubles one that spans paragraphs or stands on an empty one.
 */
export function paragraph(form: ParagraphForm, context: BuilderContext): Paragraph {
  const isFromRight = runsFromRight(form, context)
  const house = isFromRight ? {...context.house, isFromRight} : context.house
  const runs = context.render(form.children, {...context, house}) as ParagraphChild[]
  const alignment = form.align
    ? AlignmentType[form.align === 'right' ? 'RIGHT' : 'CENTER']
    : alignmentOf(form.style, form.children, context.house.finished.styles)
  return new Paragraph({
    style: paragraphStyleId(context.house.finished.styles, form.style),
    ...(form.numbering
      ? {numbering: {reference: form.numbering.sequence, level: form.numbering.level, instance: 0}}
      : {}),
    ...keptWith(form, context),
    ...(context.house.left === undefined ? {} : {indent: {left: context.house.left}}),
    ...(form.isContinued || form.after ? {spacing: {after: form.after ?? 0}} : {}),
    ...(alignment ? {alignment} : {}),
    ...(isFromRight ? {bidirectional: true} : {}),
    children: [
      ...(form.oldLabel === undefined ? [] : oldLabel(form.oldLabel, context)),
      ...(form.unit && hasWords(form.children) ? bookmarked(form.unit, runs, context) : runs),
    ],
  })
}

/** A picture's caption stands under it, and a table's, of the same style, stays with the table. */
function keptWith(
  {style, keepNext, mayEndPage}: ParagraphForm,
  {house}: BuilderContext,
): {keepNext?: boolean} {
  if (keepNext || house.keepsNext) return {keepNext: true}
  const {'keep-next': isKept} = house.finished.styles['paragraph-styles'][style] ?? {}
  return mayEndPage && isKept ? {keepNext: false} : {}
}

/** Whether all of it runs from the right; a number of the document stays on the left. */
function runsFromRight({style, numbering, children}: ParagraphForm, {house}: BuilderContext): boolean {
  const linked = house.finished.numbering[linkedSequence]?.levels ?? []
  if (numbering || linked.some((level) => level.style === style)) return false
  return isAllFromRight(toText({type: 'words', children: [...children]} as Parent))
}

/** The one label that is typed: its style tells it from words, and the space behind it is not struck. */
function oldLabel(label: string, {house}: BuilderContext): ParagraphChild[] {
  const style = characterStyleId(house.finished.styles, 'old-label')
  return [new TextRun({text: label, style}), new TextRun(' ')]
}

/** Notes and references count as words; a bookmark on nothing does not survive other programs. */
function hasWords(nodes: readonly Node[]): boolean {
  return canonicalText(segmentsOf(nodes, '')) !== ''
}

function bookmarked(unit: string, runs: ParagraphChild[], context: BuilderContext): ParagraphChild[] {
  const {finished, bookmarks} = context.house
  const id = bookmarks.next++
  // CT_Bookmark: start and end share the id; the name is the start's.
  return [
    new BookmarkStart(bookmarkOf(finished.tree.meta.path, unit), id),
    ...runs,
    new BookmarkEnd(id),
  ] as ParagraphChild[]
}
