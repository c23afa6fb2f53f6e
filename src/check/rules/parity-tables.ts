import type {VFileMessage} from 'vfile-message'
import {finding, type Place, quote, startOfFile} from '../../message/index.ts'
import {
  type CaptionedTable,
  type DocumentTree,
  firstWords,
  gridOf,
  partsOfTable,
  visitParents,
} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'

/**
 * A table of the author's has the same shape in every language: the same rows and columns under the same names, the same
 * merged cells and heads, on pages of the same side. An error while the language is complete, a warning while it is
 * drafting; never a finding about the original.
 */
export const parityTables = ruleFamily(
  'parity-tables',
  ['parity-tables'],
  ({plan, compositions}) => {
    const originalCode = plan.yaml.value.original
    const original = compositions.get(originalCode)
    if (!original) return []
    const originals = tablesIn(original.tree)
    return [...compositions.values()].flatMap(({tree, language}): VFileMessage[] => {
      if (language.code === originalCode) return []
      const state = plan.languages.find((entry) => entry.language.code === language.code)?.state
      const severity = state === 'complete' ? 'error' : 'warning'
      return [...tablesIn(tree)].flatMap(([unit, {table, path}]) => {
        const other = originals.get(unit)
        const difference = other && differenceOf(table, other.table, original.language.english)
        if (!difference) return []
        const {caption} = partsOfTable(table)
        const name = caption ? quote(firstWords(caption)) : quote(unit)
        return [
          finding(severity, `The table ${name} ${difference.words}`, {
            path,
            ruleId: 'parity-tables',
            place: placeOf(difference.row, table) ?? table.position,
            language: language.code,
            other: {
              path: other.path,
              place: placeOf(difference.row, other.table) ?? other.table.position ?? startOfFile,
            },
          }),
        ]
      })
    })
  },
  {seesForeign: true},
)

interface Found {
  table: CaptionedTable
  path: string
}

/** Tables that an author wrote, by their ids; those that are made from facts have the shape of these in every language. */
function tablesIn(tree: DocumentTree): Map<string, Found> {
  const found = new Map<string, Found>()
  for (const part of tree.children)
    visitParents(part, 'captionedTable', (table) => {
      if (table.position) found.set(table.unit, {table, path: part.file})
    })
  return found
}

/** The first thing in which a table differs from that of the original, behind its name, and at which row it is seen. */
function differenceOf(
  table: CaptionedTable,
  original: CaptionedTable,
  language: string,
): {words: string; row?: number} | undefined {
  const words = wholeDifference(table, original, language)
  if (words !== undefined) return {words}
  const [rows, others] = [rowsOf(table), rowsOf(original)]
  const at = rows.findIndex(({shape}, index) => shape !== others[index]?.shape)
  if (rows.length !== others.length) {
    const count = `has ${counted(rows.length, 'row')}, and ${others.length} in ${language}.`
    return {words: `${count} Give both the same.`, row: at < 0 ? rows.length : at}
  }
  if (at < 0) return undefined
  const row = rows[at]
  return {
    words: `differs from that in ${language} in its row ${at + 1}${row?.words ? `, ${quote(row.words)}` : ''}: ids of rows and columns and merged cells (“:across[…]”, “:down[…]”) are the same in all languages.`,
    row: at,
  }
}

/** Where a row was written, or the last one before it. */
function placeOf(row: number | undefined, table: CaptionedTable): Place | undefined {
  if (row === undefined) return undefined
  const rows = gridOf(partsOfTable(table).table)
  return rows.slice(0, row + 1).findLast((cells) => cells[0]?.cell.position)?.[0]?.cell.position
}

/** What differs of a table as a whole. */
function wholeDifference(
  table: CaptionedTable,
  original: CaptionedTable,
  language: string,
): string | undefined {
  const [columns, due] = [table.widths.length, original.widths.length]
  const parted = `Give both the same.`
  const [caption, dueCaption] = [partsOfTable(table).caption, partsOfTable(original).caption]
  if (!caption && dueCaption)
    return `has no caption, and in ${language} it has one, ${quote(firstWords(dueCaption))}. Write it between square brackets: “:::table[…]{…}”.`
  if (caption && !dueCaption) return `has a caption, and in ${language} it has none. ${parted}`
  if (columns !== due) return `has ${counted(columns, 'column')}, and ${due} in ${language}. ${parted}`
  for (const [key, what] of heads)
    if ((table[key] ?? 1) !== (original[key] ?? 1))
      return `has ${counted(Number(table[key] ?? 1), what)}, and ${Number(original[key] ?? 1)} in ${language}. ${parted}`
  if (table.isTurned !== original.isTurned)
    return `is ${table.isTurned ? '' : 'not '}turned, and in ${language} it is${table.isTurned ? ' not' : ''}. ${parted}`
  return undefined
}

const heads = [
  ['headRows', 'row of heads'],
  ['headColumns', 'column of heads'],
] as const

function counted(count: number, what: string): string {
  return `${count} ${count === 1 ? what : what.replace(/^\w+/, (word) => `${word}s`)}`
}

/** For each row what stands where, by the units of its cells; of a cell of blocks what they are. */
function rowsOf(table: CaptionedTable): {shape: string; words: string}[] {
  return gridOf(partsOfTable(table).table).map((cells) => ({
    shape: cells
      .map(({cell, column, across, down}) => {
        const unit = cell.type === 'tableCell' ? cell.unit : cell.children.map(({type}) => type).join(' ')
        return `${column} ${across}×${down} ${unit}`
      })
      .join(', '),
    words: cells[0] ? firstWords(cells[0].cell) : '',
  }))
}
