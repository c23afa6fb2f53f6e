import {
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'
import type {FootnoteReference, Link, Node, Parent, Text} from 'mdast'
import {
  bookmarksOfLink,
  type CrossReference,
  type LanguageSpan,
  noteBookmarkOf,
  type ReferenceLink,
  type Stretch,
  stretchesOf,
} from '../../../tree/index.ts'
import {characterStyleId} from '../style-ids.ts'
import type {Builder, BuilderContext, RunMarks} from '../types.ts'
import {noteNumberField, noteReferenceField, referenceField, wordsField} from './fields.ts'

/** Builders of inline nodes, by type of node. */
export const runBuilders: ReadonlyMap<string, Builder> = new Map<string, Builder>([
  ['text', (node: Text, context) => runs(node.value, context)],
  ['tab', (_node, context) => [new TextRun({children: [new Tab()], ...marksOf(context)})]],
  ['break', (_node, context) => [new TextRun({break: 1, ...marksOf(context)})]],
  [
    'emphasis',
    (node: Parent, context) =>
      context.render(node.children, {...context, style: {...context.style, italic: true}}),
  ],
  [
    'strong',
    (node: Parent, context) =>
      context.render(node.children, {...context, style: {...context.style, bold: true}}),
  ],
  ['delete', marked({characterStyle: 'deleted'})],
  ['superscript', marked({raised: 'superscript'})],
  ['subscript', marked({raised: 'subscript'})],
  ['inserted', marked({characterStyle: 'inserted'})],
  ['deleted', marked({characterStyle: 'deleted'})],
  ['exampleMark', marked({characterStyle: 'example'})],
  ['missingMark', marked({characterStyle: 'missing'})],
  ['hint', marked({characterStyle: 'hint'})],
  // Word has no place for where a value comes from; the custom XML part is for that.
  ['factValue', (node: Parent, context) => context.render(node.children, context)],
  ['languageSpan', (node: LanguageSpan, context) => within(node, {tag: node.tag}, context)],
  [
    'link',
    (node: Link, context) => [
      new ExternalHyperlink({
        link: node.url,
        children: within(node, {characterStyle: 'hyperlink'}, context) as ParagraphChild[],
      }),
    ],
  ],
  ['footnoteReference', noteReference],
  ['crossReference', crossReference],
  [
    'wordsBookmark',
    (node: Parent & {name: string}, context) =>
      bookmarked(
        node.name,
        context.render(node.children, context) as ParagraphChild[],
        context.house.bookmarks,
      ),
  ],
])

const amendments = new Set(['inserted', 'deleted'])

function marked(marks: RunMarks): Builder {
  return (node: Parent, context) => within(node, marks, context)
}

function within(
  node: {children: readonly Node[]},
  marks: RunMarks,
  context: BuilderContext,
): ReturnType<Builder> {
  const outer = context.house.marks
  // A run has one character style; that of an amendment is never lost to a mark or a link inside it.
  const isAmended = outer.characterStyle && amendments.has(outer.characterStyle)
  const style =
    isAmended && !amendments.has(marks.characterStyle ?? '') ? {characterStyle: outer.characterStyle} : {}
  return context.render(node.children, {
    ...context,
    house: {...context.house, marks: {...outer, ...marks, ...style} as RunMarks},
  })
}

// Signs and figures of a paragraph that runs from the right.
const arabic = {writing: {tag: 'ar-SA', isFromRight: true, isEastAsian: false}}

/** Runs of a text: letters of another writing are in runs of their own, with their direction, language and font. */
function runs(text: string, context: BuilderContext): TextRun[] {
  const stretches = stretchesOf(text)
  const first = stretches.find(({writing}) => writing)
  const parted = context.house.isFromRight ? [{...(first ?? arabic), text}] : stretches
  return parted.map(
    (stretch) => new TextRun({text: stretch.text, ...marksOf(context), ...writingOf(stretch, context)}),
  )
}

/** What Word is told of a writing (ISO/IEC 29500-1, 17.3.2.20, 17.3.2.26, 17.3.2.30). */
function writingOf({writing}: Stretch, {house: {marks, finished}}: BuilderContext): IRunOptions {
  if (!writing) return {}
  const tag = marks.tag ?? writing.tag
  const {font, 'writing-fonts': fonts} = finished.styles
  const own = fonts[tag.slice(0, 2)] ?? fonts[writing.tag.slice(0, 2)]
  const family = own ?? (writing.isEastAsian ? font.family : undefined)
  const language = {
    ...(marks.tag ? {value: marks.tag} : {}),
    ...(writing.isEastAsian ? {eastAsia: tag} : {bidirectional: tag}),
  }
  return {
    language,
    ...(family ? {font: writing.isEastAsian ? {eastAsia: family, hint: 'eastAsia'} : {cs: family}} : {}),
    ...(writing.isFromRight ? {rightToLeft: true} : {}),
  }
}

/** A run with everything that stands around it. */
export function run(text: string, context: BuilderContext): TextRun {
  return new TextRun({text, ...marksOf(context)})
}

function marksOf(context: BuilderContext): object {
  const {marks, finished} = context.house
  return {
    ...(marks.characterStyle ? {style: characterStyleId(finished.styles, marks.characterStyle)} : {}),
    ...(context.style.bold ? {bold: true} : {}),
    ...(context.style.italic ? {italics: true} : {}),
    ...(marks.raised === 'superscript' ? {superScript: true} : {}),
    ...(marks.raised === 'subscript' ? {subScript: true} : {}),
    ...(marks.tag ? {language: {value: marks.tag}} : {}),
  }
}

/**
 * “12 b) i)”: one REF field a level, joined by non-breaking spaces; plain text for what stands elsewhere, also in
 * another file, since a field cannot reach it.
 */
function crossReference(node: CrossReference, context: BuilderContext): ReturnType<Builder> {
  return (node.links ?? []).flatMap((link, index) => {
    const space = index === 0 ? [] : [run('\u00a0', context)]
    return [...space, ...linkRuns(node.file === undefined ? link : {...link, unit: undefined}, context)]
  })
}

/**
 * One level of a reference; the words of a heading are a field for each of their stretches. The number alone of a label with
 * words is a link: a field repeats the words too, since LibreOffice does not know Word's switch `\t` for the number.
 */
function linkRuns(link: Unplaced, context: BuilderContext): ParagraphChild[] {
  const {unit, label, stretches, note, isNumberAlone} = link
  const marks = marksOf(context)
  const words = (nodes: readonly Node[]): ParagraphChild[] =>
    context.render(nodes, context) as ParagraphChild[]
  if (unit === undefined) return stretches ? words(stretches.flat()) : [run(label, context)]
  const bookmarks = bookmarksOfLink(context.house.finished.tree.meta.path, {...link, unit})
  if (stretches)
    return stretches.flatMap((nodes, index) => wordsField(bookmarks[index] ?? '', words(nodes), marks))
  if (isNumberAlone)
    return [new InternalHyperlink({anchor: bookmarks[0] ?? '', children: [run(label, context)]})]
  const field = note === undefined ? referenceField : noteNumberField
  return field(bookmarks[0] ?? '', label, marks)
}

/** A link that a field can reach, or one without its unit where none can. */
type Unplaced = Omit<ReferenceLink, 'unit'> & {unit?: string | undefined}

/** The mark of a note: where the text refers to it again a field, which repeats the first mark from its bookmark. */
function noteReference(
  {identifier, place = 0, label, occurrence, isReferredTo = false}: FootnoteReference,
  context: BuilderContext,
): ReturnType<Builder> {
  const {finished, bookmarks} = context.house
  const bookmark = noteBookmarkOf(finished.tree.meta.path, identifier)
  if (occurrence !== undefined && occurrence > 1)
    return noteReferenceField(bookmark, label ?? '', {
      style: characterStyleId(finished.styles, 'footnote-reference'),
    })
  const mark = new FootnoteReferenceRun(place) as ParagraphChild
  return occurrence === undefined && !isReferredTo ? [mark] : bookmarked(bookmark, [mark], bookmarks)
}

/** A bookmark of its own name around runs. */
function bookmarked(
  name: string,
  runs: ParagraphChild[],
  bookmarks: BuilderContext['house']['bookmarks'],
): ParagraphChild[] {
  const id = bookmarks.next++
  return [new BookmarkStart(name, id), ...runs, new BookmarkEnd(id)] as ParagraphChild[]
}
