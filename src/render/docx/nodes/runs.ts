import {
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'
import type {FootnoteReference, Link, Node, Parent, Text} from 'mdast'
import {
  bookmarkOf,
  type CrossReference,
  type LanguageSpan,
  noteBookmarkOf,
  type Stretch,
  stretchesOf,
} from '../../../tree/index.ts'
import {characterStyleId} from '../style-ids.ts'
import type {Builder, BuilderContext, RunMarks} from '../types.ts'
import {noteReferenceField, referenceField} from './fields.ts'

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
  const fonts = finished.styles.font.writings
  const family = fonts[tag.slice(0, 2)] ?? fonts[writing.tag.slice(0, 2)]
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
  const {path} = context.house.finished.tree.meta
  return (node.links ?? []).flatMap((link, index) => {
    const space = index === 0 ? [] : [run('\u00a0', context)]
    const field =
      link.unit && !node.file
        ? referenceField(bookmarkOf(path, link.unit), link.label, marksOf(context))
        : [run(link.label, context)]
    return [...space, ...field]
  })
}

/** The mark of a note: where the text refers to it again a field, which repeats the first mark from its bookmark. */
function noteReference(
  {identifier, place = 0, label, occurrence}: FootnoteReference,
  context: BuilderContext,
): ReturnType<Builder> {
  const {finished, bookmarks} = context.house
  const bookmark = noteBookmarkOf(finished.tree.meta.path, identifier)
  if (occurrence !== undefined && occurrence > 1)
    return noteReferenceField(bookmark, label ?? '', {
      style: characterStyleId(finished.styles, 'footnote-reference'),
    })
  const mark = new FootnoteReferenceRun(place) as ParagraphChild
  if (occurrence === undefined) return [mark]
  const id = bookmarks.next++
  return [new BookmarkStart(bookmark, id), mark, new BookmarkEnd(id)] as ParagraphChild[]
}
