import {
  Bookmark,
  Document,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import {unzipSync, type Zippable, zipSync} from 'fflate'
import {compareWords} from '../../difference/index.ts'
import {digestOf} from '../../translation/index.ts'
import {codesOf} from '../segment.ts'
import type {Code, ExportedFolder, ExportedUnit} from '../types.ts'
import {markedText} from './marks.ts'
import {bookmarkName} from './row-mark.ts'

/** Twips: a page of A4 on its long side with margins of 2 cm, and what the three columns take of it. */
const page = {width: 16_838, height: 11_906, margin: 1_134}
const widths = [3_400, 5_585, 5_585]
const grey = 'D9D9D9'

/**
 * Folders of units as a Word file for people without a tool: a table each, with the name of a unit and its codes, the
 * original, and the translation, which is to be written. In the head stand the folder and the two languages.
 *
 * @param names  of languages, by their codes
 */
export async function writeTable(
  folders: readonly ExportedFolder[],
  names: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  let row = 0
  const children = folders.flatMap((folder) => [
    new Table({
      layout: TableLayoutType.FIXED,
      width: {size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA},
      columnWidths: widths,
      rows: [
        headRow(folder, names),
        ...folder.units.map((unit) => {
          row += 1
          return unitRow(unit, row, folder)
        }),
      ],
    }),
    new Paragraph({}),
  ])
  const document = new Document({
    creator: 'cites-docs',
    styles: {default: {document: {run: {font: 'Arial', size: 20}}}},
    sections: [
      {
        properties: {
          page: {
            size: {width: page.height, height: page.width, orientation: 'landscape'},
            margin: {top: page.margin, right: page.margin, bottom: page.margin, left: page.margin},
          },
        },
        children,
      },
    ],
  })
  return withoutClock(new Uint8Array(await Packer.toArrayBuffer(document)))
}

function headRow({folder, original, language}: ExportedFolder, names: ReadonlyMap<string, string>): TableRow {
  const cells = [folder, ...[original, language].map((code) => `${names.get(code) ?? code} (${code})`)]
  return new TableRow({
    tableHeader: true,
    children: cells.map((text, column) =>
      cellOf(column, [new Paragraph({children: [new TextRun({text, bold: true})]})], grey),
    ),
  })
}

function unitRow(unit: ExportedUnit, row: number, {original, language}: ExportedFolder): TableRow {
  const {key, source, target, isAdopted, pair} = unit
  const codes = new Map([...codesOf(source), ...codesOf(target ?? [])].map((code) => [code.id, code]))
  const name = new Bookmark({
    id: bookmarkName(
      row,
      digestOf(pair.original.source),
      pair.translation && digestOf(pair.translation.source),
    ),
    children: [new TextRun({text: key, size: 16})],
  })
  const fill = isAdopted ? grey : undefined
  return new TableRow({
    cantSplit: true,
    children: [
      cellOf(0, [new Paragraph({children: [name]}), ...[...codes.values()].map(legendOf)], fill),
      cellOf(1, [words(markedText(source), original), ...changeOf(unit)], fill),
      cellOf(2, [words(target ? markedText(target) : '', language)], fill),
    ],
  })
}

function words(text: string, language: string): Paragraph {
  return new Paragraph({children: [new TextRun({text, language: {value: language}})]})
}

function legendOf({id, open, close, pieces}: Code): Paragraph {
  const text = `{${id}} ${pieces ? `${open}…${close}` : open}`
  return new Paragraph({children: [new TextRun({text, size: 14, color: '595959'})]})
}

/** Under the original of a stale unit: what went is struck, what came is underlined. */
function changeOf({verdict, pair}: ExportedUnit): Paragraph[] {
  if (verdict !== 'stale') return []
  const runs = compareWords(pair.entry?.source ?? '', pair.original.source).map(
    ({kind, text}) =>
      new TextRun({
        text,
        size: 16,
        color: '595959',
        ...(kind === 'deleted' ? {strike: true} : {}),
        ...(kind === 'inserted' ? {underline: {}} : {}),
      }),
  )
  return [new Paragraph({children: runs})]
}

function cellOf(column: number, children: Paragraph[], fill: string | undefined): TableCell {
  return new TableCell({
    width: {size: widths[column] ?? 0, type: WidthType.DXA},
    margins: {top: 40, bottom: 40, left: 80, right: 80},
    ...(fill === undefined ? {} : {shading: {type: ShadingType.CLEAR, fill, color: 'auto'}}),
    children,
  })
}

/** The same units give the same bytes: docx writes the time of day, and numbers bookmarks as it pleases. */
function withoutClock(bytes: Uint8Array): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12)
  const entries: Zippable = {}
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const edit = edits.get(path)
    const written = edit ? new TextEncoder().encode(edit(new TextDecoder().decode(content))) : content
    entries[path] = [written, {mtime, level: 6, os: 0, attrs: 0}]
  }
  return zipSync(entries)
}

const edits: ReadonlyMap<string, (text: string) => string> = new Map([
  [
    'docProps/core.xml',
    (text) => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$12000-01-01T00:00:00Z'),
  ],
  ['word/document.xml', withCountedBookmarks],
])

/** Each bookmark ends before the next begins. */
function withCountedBookmarks(text: string): string {
  let id = 0
  return text.replace(
    /(<w:bookmark(Start|End)\b[^>]*?w:id=")[^"]*/g,
    (_whole, before: string, side: string) => {
      if (side === 'Start') id += 1
      return `${before}${id}`
    },
  )
}
