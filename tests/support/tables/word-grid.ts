import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import type {ReadCell} from './html-grid.ts'

interface Open {
  rows: number
  /** Cells that go on downwards, by column. */
  below: Map<number, ReadCell>
  cells: ReadCell[]
  columns: number
  isHeader: boolean
}

/**
 * The tables of a Word file, read by the rules of WordprocessingML: `w:gridSpan` columns, `w:vMerge` downwards,
 * `w:tblHeader` rows as heads.
 */
export function tablesOfWord(docx: Uint8Array): ReadCell[][] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  const tables: ReadCell[][] = []
  let table: Open | undefined
  let cell: ReadCell | undefined
  let merge: string | undefined
  let words = ''
  let isText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => {
    const value = attributes['w:val'] as string | undefined
    if (name === 'w:tbl') table = {rows: 0, below: new Map(), cells: [], columns: 0, isHeader: false}
    if (!table) return
    if (name === 'w:tr') Object.assign(table, {columns: 0, isHeader: false})
    if (name === 'w:tblHeader') table.isHeader = true
    if (name === 'w:tc') {
      cell = {row: table.rows, column: table.columns, across: 1, down: 1, isHead: table.isHeader, words: []}
      merge = undefined
    }
    if (name === 'w:gridSpan' && cell) cell.across = Number(value)
    if (name === 'w:vMerge') merge = value ?? 'continue'
    if (name === 'w:p') words = ''
    isText = name === 'w:t'
  })
  parser.on('text', (text) => {
    if (isText) words += text
  })
  parser.on('closetag', ({name}) => {
    isText = false
    if (!table) return
    if (name === 'w:p' && cell && words !== '') cell.words.push(words)
    if (name === 'w:tc' && cell) {
      const above = table.below.get(table.columns)
      if (merge === 'continue' && above) above.down++
      else {
        table.cells.push(cell)
        if (merge === 'restart') table.below.set(table.columns, cell)
        else table.below.delete(table.columns)
      }
      table.columns += cell.across
      cell = undefined
    }
    if (name === 'w:tr') table.rows++
    if (name === 'w:tbl') {
      tables.push(table.cells)
      table = undefined
    }
  })
  parser.write(xml).close()
  return tables
}
