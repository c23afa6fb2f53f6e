import fc from 'fast-check'

/** A cell of a random table: its place, what it takes, and its blocks (a list of words is a lettered list). */
export interface RandomCell {
  row: number
  column: number
  across: number
  down: number
  blocks: (string | string[])[]
}

/** A random table: its cells cover it without a gap, those of the head do not reach below it. */
export interface RandomTable {
  rows: number
  columns: number
  headRows: number
  headColumns: number
  cells: RandomCell[]
}

interface Wish {
  across: number
  down: number
  kind: 'words' | 'paragraphs' | 'list' | 'both' | 'empty'
}

const wish = fc.record({
  across: fc.constantFrom(1, 1, 1, 2, 3, 9),
  down: fc.constantFrom(1, 1, 1, 2, 3),
  kind: fc.constantFrom('words', 'words', 'words', 'paragraphs', 'list', 'both', 'empty'),
}) as fc.Arbitrary<Wish>

/** Tables of two to seven rows and two to five columns, with merged cells wherever they fit. */
export const randomTable: fc.Arbitrary<RandomTable> = fc
  .record({
    rows: fc.integer({min: 3, max: 7}),
    columns: fc.integer({min: 2, max: 5}),
    headRows: fc.integer({min: 0, max: 2}),
    headColumns: fc.integer({min: 0, max: 1}),
    wishes: fc.array(wish, {minLength: 35, maxLength: 35}),
  })
  .map(({wishes, ...table}) => ({...table, cells: placed(table, wishes)}))

/** Each place that is free yet has a cell, as large as it wishes to be and there is room. */
function placed(table: Omit<RandomTable, 'cells'>, wishes: readonly Wish[]): RandomCell[] {
  const taken = new Set<string>()
  const cells: RandomCell[] = []
  for (let row = 0; row < table.rows; row++) {
    for (let column = 0; column < table.columns; column++) {
      if (taken.has(`${row}.${column}`)) continue
      const wished = wishes[cells.length % wishes.length] as Wish
      const end = row < table.headRows ? table.headRows : table.rows
      // A cell that covers a whole row and the next would leave that row without any.
      const across = roomRight(row, column, Math.min(wished.across, table.columns - column), taken)
      const isWide = across === table.columns
      const down = isWide ? 1 : roomBelow(row, column, across, Math.min(wished.down, end - row), taken)
      for (let below = row; below < row + down; below++)
        for (let right = column; right < column + across; right++) taken.add(`${below}.${right}`)
      // What stands first in a row names it, and what a head says is one paragraph.
      const kind = row < table.headRows || column === 0 ? 'words' : wished.kind
      cells.push({row, column, across, down, blocks: blocksOf(kind, `r${row}c${column}`)})
    }
  }
  return cells
}

function roomRight(row: number, column: number, most: number, taken: ReadonlySet<string>): number {
  let across = 1
  while (across < most && !taken.has(`${row}.${column + across}`)) across++
  return across
}

/** The first cell of a row below is left to it, so that each row has a name. */
function roomBelow(
  row: number,
  column: number,
  across: number,
  most: number,
  taken: ReadonlySet<string>,
): number {
  const isFree = (below: number): boolean =>
    Array.from({length: across}, (_, index) => `${below}.${column + index}`).every(
      (place) => !taken.has(place),
    )
  let down = 1
  while (down < most && isFree(row + down)) down++
  return down
}

function blocksOf(kind: Wish['kind'], name: string): (string | string[])[] {
  if (kind === 'empty') return []
  if (kind === 'words') return [`Words ${name}`]
  if (kind === 'paragraphs') return [`Words ${name}`, `More ${name}`]
  if (kind === 'list') return [[`first ${name}`, `second ${name}`]]
  return [`Words ${name}`, [`first ${name}`, `second ${name}`], `More ${name}`]
}

/**
 * The table as an author types it, as a list of lists.
 *
 * @param id  of the table, with which all ids in it begin
 */
export function typed(table: RandomTable, id: string): string {
  const lines = [
    `:::table[Caption ${id}]{id=${id} head-rows=${table.headRows} head-columns=${table.headColumns}}`,
  ]
  for (let row = 0; row < table.rows; row++)
    for (let column = 0; column < table.columns; column++) {
      const cell = table.cells.find((one) => one.row === row && one.column === column)
      const marker = column === 0 ? '* -' : '  -'
      const [first = '', ...more] = cell ? typedBlocks(cell, id) : []
      const mark = cell ? merged(cell) : ''
      // Before a list the mark stands on a line of its own.
      if (mark && first.startsWith('1. '))
        lines.push(`${marker} ${mark}`.trimEnd(), '', `    ${first}`, ...more)
      else lines.push(`${marker} ${mark}${first}`.trimEnd(), ...more)
    }
  return [...lines, ':::', ''].join('\n')
}

function merged({across, down}: RandomCell): string {
  return `${across > 1 ? `:across[${across}] ` : ''}${down > 1 ? `:down[${down}] ` : ''}`
}

/** The lines of a cell; those behind the first are as far in as its words. */
function typedBlocks({blocks, row, column}: RandomCell, id: string): string[] {
  const named = row === 0 || column === 0
  return blocks.flatMap((block, index) => {
    const lines = Array.isArray(block)
      ? block.map((words, place) => `1. ${words} ^${id}-${row}-${column}-${index}-${place}`)
      : [`${block}${index > 0 || named ? ` ^${id}-${row}-${column}-${index}` : ''}`]
    const indented = lines.map((line, place) => (index === 0 && place === 0 ? line : `    ${line}`))
    return index === 0 ? indented : ['', ...indented]
  })
}
