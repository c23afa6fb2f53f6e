import type {Item, Line, Op, Range, RowItem, TableItem} from './types.ts'

/**
 * Behind a table that comes, and before another one or at the end of all, stands a paragraph that comes too and whose end
 * cannot go. It takes over the last one before it that was there, or else the next one: that one goes in its place, and
 * where it stays it comes anew. Likewise behind a table that goes. Where a table that stays is in the way of the next one,
 * it goes too and comes anew.
 */
export function carried(items: readonly Item[]): Item[] {
  const all = [...items]
  for (let end = all.length; end > 0; end--) {
    const place = needsAnother(all, end) ? placeBefore(all, end) : undefined
    if (place !== undefined) end -= take(all, end, place)
  }
  for (let end = 1; end < all.length; end++) {
    if (!needsAnother(all, end)) continue
    while (placeBehind(all, end) === undefined && part(all, end)) end++
    const place = placeBehind(all, end)
    if (place !== undefined) take(all, end, place)
  }
  return all
}

type Gone = Exclude<Line['mark'], 'kept'>

function markAt(items: readonly Item[], place: number): Line['mark'] | undefined {
  const item = items[place]
  return item?.kind === 'line' ? item.line.mark : undefined
}

/** Whether some lines end here, and all of them only come or only go. */
function needsAnother(items: readonly Item[], end: number): boolean {
  const mark = markAt(items, end - 1)
  if (mark === undefined || mark === 'kept' || items[end]?.kind === 'line') return false
  return !hasOther(items, end - 1, mark)
}

/** Whether a line that is there on the other side stands at a place or before it, up to a table. */
function hasOther(items: readonly Item[], from: number, mark: Gone): boolean {
  for (let place = from; items[place]?.kind === 'line'; place--)
    if (markAt(items, place) !== mark) return true
  return false
}

/**
 * The last of some lines takes over a line.
 *
 * @returns how many lines there are less
 */
function take(items: Item[], end: number, place: number): number {
  const [last, item] = [items[end - 1], items[place]]
  if (last?.kind !== 'line' || item?.kind !== 'line') return 0
  const isInserted = last.line.mark === 'inserted'
  const isKept = item.line.mark === 'kept'
  const anew = isKept && item.line.ops.every(({kind}) => kind === 'same') ? ({isAnew: true} as const) : {}
  const other = halfOf(item.line, isInserted ? 'before' : 'after')
  const line = isInserted ? together(other, last.line) : {...together(last.line, other), ...anew}
  items[end - 1] = {kind: 'line', line}
  if (isKept && isInserted) items[place] = {kind: 'line', line: {...halfOf(item.line, 'after'), ...anew}}
  else if (isKept) items[place] = ofHalf(item.line, 'before')
  else items.splice(place, 1)
  return isKept ? 0 : 1
}

/**
 * The next table behind some lines that is on the other side too goes and comes anew. What of it is on that side stands
 * there behind the last that is on that side before it, so that the order of both sides stays.
 *
 * @returns whether there was such a table; one item more stands before the end then
 */
function part(items: Item[], end: number): boolean {
  const mark = markAt(items, end - 1) as Gone
  const at = items.findIndex((item, index) => index >= end && !isLike(item, mark))
  const place = items.slice(0, end).findLastIndex((item) => !isLike(item, mark))
  const table = items[at]
  if (table?.kind !== 'table' || place < 0) return false
  const [own, other] = mark === 'inserted' ? (['after', 'before'] as const) : (['before', 'after'] as const)
  const left = halfOfTable(table, own)
  if (left.rows.length > 0) items[at] = left
  else items.splice(at, 1)
  items.splice(place + 1, 0, halfOfTable(table, other))
  return true
}

/** What one side has of a table, as what comes or goes whole. */
function halfOfTable({element, rows}: TableItem, side: Side): TableItem {
  const mark: Gone = side === 'before' ? 'deleted' : 'inserted'
  const others: Gone = side === 'before' ? 'inserted' : 'deleted'
  const own = rows
    .filter(({kind}) => kind !== others)
    .map(({element: row, cells}): RowItem => {
      const halves = cells.map((cell) => ({
        element: cell.element,
        items: cell.items.flatMap((item) => halfOfItem(item, side)),
      }))
      return {kind: mark, element: row, cells: halves}
    })
  return {kind: 'table', element, rows: own}
}

function halfOfItem(item: Item, side: Side): Item[] {
  if (item.kind === 'table') return [halfOfTable(item, side)]
  return item.line[side] ? [ofHalf(item.line, side)] : []
}

type Side = 'before' | 'after'

function ofHalf(line: Line, side: Side): Item {
  return {kind: 'line', line: halfOf(line, side)}
}

/**
 * The last line that is there on the other side, where only tables and lines that come, or go, likewise are between it and
 * an end, and another one stands before it.
 */
function placeBefore(items: readonly Item[], end: number): number | undefined {
  const mark = markAt(items, end - 1) as Gone
  for (let place = end - 1; isLike(items[place], mark) || markAt(items, place) !== undefined; place--)
    if (!isLike(items[place], mark)) return hasOther(items, place - 1, mark) ? place : undefined
  return undefined
}

/** The next such line behind an end. */
function placeBehind(items: readonly Item[], end: number): number | undefined {
  const mark = markAt(items, end - 1) as Gone
  for (let place = end; isLike(items[place], mark) || markAt(items, place) !== undefined; place++)
    if (!isLike(items[place], mark)) return place
  return undefined
}

function isLike(item: Item | undefined, mark: Gone): boolean {
  if (!item) return false
  return item.kind === 'line' ? item.line.mark === mark : item.rows.every(({kind}) => kind === mark)
}

/** What one side has of a line, as what comes or goes whole. */
function halfOf(line: Line, side: Side): Line {
  const kind = side === 'before' ? 'deleted' : 'inserted'
  const ops = line.ops.flatMap((op): Op[] => (op[side] ? [{kind, [side]: op[side]}] : []))
  const names = new Set(line[side]?.bookmarks.map(({name}) => name))
  // Places of the line by those of its half.
  const count = (place: number): number => line.ops.slice(0, place).filter((op) => op[side]).length
  const bookmarks = line.bookmarks
    .filter(({name}) => names.has(name))
    .map(({name, from, to}): Range => ({name, from: count(from), to: count(to)}))
  return {ops, bookmarks, mark: kind, [side]: line[side]}
}

/** One paragraph of what goes and what comes, with the end of both. */
export function together(gone: Line, come: Line): Line {
  const count = gone.ops.length
  const shifted = come.bookmarks.map(({name, from, to}) => ({name, from: from + count, to: to + count}))
  return {
    ...come,
    ops: [...gone.ops, ...come.ops],
    bookmarks: [...gone.bookmarks, ...shifted],
    mark: 'kept',
    before: gone.before,
    after: come.after,
  }
}
