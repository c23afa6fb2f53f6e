import type {Item, Line, Op, Range} from './types.ts'

/**
 * Behind a table that comes, and before another one or at the end of all, stands a paragraph that comes too and whose end
 * cannot go. It takes over the last one before it that was there: that one goes in its place, and where it stays it comes
 * anew. Likewise behind a table that goes.
 */
export function carried(items: readonly Item[]): Item[] {
  const all = [...items]
  for (let end = all.length; end > 0; end--) {
    const last = all[end - 1]
    if (last?.kind !== 'line' || last.line.mark === 'kept' || all[end]?.kind === 'line') continue
    const place = placeBefore(all, end, last.line.mark)
    const item = place === undefined ? undefined : all[place]
    if (place === undefined || item?.kind !== 'line') continue
    const isInserted = last.line.mark === 'inserted'
    const other = halfOf(item.line, isInserted ? 'before' : 'after')
    all[end - 1] = {kind: 'line', line: isInserted ? together(other, last.line) : together(last.line, other)}
    const isKept = item.line.mark === 'kept'
    all.splice(place, 1, ...(isKept ? [ofHalf(item.line, isInserted ? 'after' : 'before')] : []))
    if (!isKept) end -= 1
  }
  return all
}

function ofHalf(line: Line, side: 'before' | 'after'): Item {
  return {kind: 'line', line: halfOf(line, side)}
}

/**
 * The last line that is there on the other side, where a table and nothing but what comes, or goes, likewise is between it
 * and an end.
 */
function placeBefore(items: readonly Item[], end: number, mark: 'inserted' | 'deleted'): number | undefined {
  let hasTable = false
  for (let place = end - 1; place >= 0; place--) {
    const item = items[place] as Item
    if (item.kind === 'line') {
      if (item.line.mark !== mark) return hasTable ? place : undefined
    } else if (item.rows.some(({kind}) => kind !== mark)) return undefined
    else hasTable = true
  }
  return undefined
}

/** What one side has of a line, as what comes or goes whole. */
function halfOf(line: Line, side: 'before' | 'after'): Line {
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
