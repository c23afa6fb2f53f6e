import {archiveEntries, unpacked} from '../../word/index.ts'
import {exchangeCaps} from '../caps.ts'
import {RefusedFile} from '../refused.ts'
import type {ReturnedFolder, ReturnedUnit} from '../types.ts'
import {elementsIn, type ReturnedElement, readXml} from '../xml/read-xml.ts'
import {readMarks} from './marks.ts'
import {digestsOf} from './row-mark.ts'

/**
 * What a table brings back that was written for people without a tool, as Word or LibreOffice saved it. A “line” is a row
 * of the file's tables, from 1 on.
 *
 * @param bytes  of the Word file
 * @param file  its name
 * @throws RefusedFile  where it is none, or holds no such table
 */
export function readTable(bytes: Uint8Array, file: string): ReturnedFolder[] {
  const body = elementsIn(readXml(documentOf(bytes, file), file), 'body')
  let line = 0
  const folders = body
    .flatMap((one) => tablesIn(one))
    .flatMap((table): ReturnedFolder[] => {
      const [head, ...rows] = elementsIn(table, 'tr').map((row) => {
        line += 1
        return {line, cells: elementsIn(row, 'tc').map((cell) => elementsIn(cell, 'p'))}
      })
      const [folder = '', original = '', language = ''] = head?.cells.map(([first]) => textIn(first)) ?? []
      if (!head || !folder.startsWith('documents')) return []
      const units = rows.map(({line: at, cells}) => unitOf(cells, at))
      const codes = [original, language].map((name) => /\(([a-z]{2})\)\s*$/.exec(name)?.[1] ?? '')
      return [
        {
          file,
          line: head.line,
          folder: folder.trim(),
          original: codes[0] ?? '',
          language: codes[1] ?? '',
          units,
        },
      ]
    })
  if (folders.length === 0)
    throw new RefusedFile({
      file,
      line: 1,
      reason:
        'The file holds no table that was exported here. Import the file that you were given, with the same head.',
    })
  return folders
}

/** Tables of the body; one that stands in another is part of a cell. */
function tablesIn(parent: ReturnedElement): ReturnedElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'tbl' ? [child] : child.name === 'tc' ? [] : tablesIn(child)
  })
}

function documentOf(bytes: Uint8Array, file: string): Uint8Array {
  const refuse = (reason: string): never => {
    throw new RefusedFile({file, line: 1, reason})
  }
  if (bytes.length > exchangeCaps.bytes)
    refuse(`The file has ${bytes.length} bytes, and ${exchangeCaps.bytes} are the most that is read.`)
  try {
    const entry = archiveEntries(bytes).find(({name}) => name === 'word/document.xml')
    return entry ? unpacked(bytes, entry, exchangeCaps.bytes) : refuse('This is no Word file (.docx).')
  } catch (cause) {
    if (cause instanceof RefusedFile) throw cause
    return refuse('This is no Word file (.docx), or it is damaged or too large.')
  }
}

function unitOf([name = [], source = [], target = []]: ReturnedElement[][], line: number): ReturnedUnit {
  const [first] = name
  const lines = target.map(textIn)
  while (lines.at(-1)?.trim() === '') lines.pop()
  const marks = first ? bookmarksIn(first).flatMap((one) => digestsOf(one) ?? []) : []
  return {
    key: textIn(first).trim(),
    line,
    source: readMarks(textIn(source[0])),
    target: lines.length > 0 ? readMarks(lines.join('\n')) : undefined,
    state: undefined,
    isToDo: false,
    digest: marks[0]?.digest,
    translation: marks[0]?.translation,
  }
}

function bookmarksIn(element: ReturnedElement): string[] {
  const own = element.name === 'bookmarkStart' ? [attributeOf(element, 'name')] : []
  return [
    ...own,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : bookmarksIn(child))),
  ]
}

function attributeOf({attributes, namespace}: ReturnedElement, name: string): string {
  return attributes.get(`${namespace} ${name}`) ?? attributes.get(name) ?? ''
}

/** What Word shows for an element that is no words. */
const signs: ReadonlyMap<string, string> = new Map([
  ['tab', ' '],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '\u2011'],
])

/** Not seen, or seen only by whoever looks at what was changed. */
const unseen: ReadonlySet<string> = new Set(['pPr', 'rPr', 'del', 'moveFrom', 'instrText', 'delText', 'tbl'])

/** Words of a paragraph with all changes accepted (ECMA-376 Part 1, 17.3.3). */
function textIn(element: ReturnedElement | undefined): string {
  if (!element || unseen.has(element.name)) return ''
  const sign = signs.get(element.name)
  if (sign !== undefined) return sign
  if (element.name !== 't')
    return element.children.map((child) => (typeof child === 'string' ? '' : textIn(child))).join('')
  const text = element.children.filter((child) => typeof child === 'string').join('')
  const isExact = element.attributes.get('http://www.w3.org/XML/1998/namespace space') === 'preserve'
  return isExact ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}
