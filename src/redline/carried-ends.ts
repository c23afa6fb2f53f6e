import type {Item, Line, Op, Range} from './types.ts'

/**
 * Behind a table that comes, and before another one or at the end of all, stands a paragraph that comes too and whose end
 * cannot go. It takes over the one that stood there before: the last paragraph before the table comes anew, and goes in its place.
 * Likewise behind a table that goes.
 */
export function carried(items: readonly Item[]): Item[] {
  const all = [...items]
  for (let end = all.length; end > 0; end--) {
    const last = all[end - 1]
    const isEnd = last?.kind === 'line' && all[end]?.kind !== 'line'
    const place = isEnd ? placeBefore(all, end, last.line.mark) : undefined
    const item = place === undefined ? undefined : all[place]
    if (place === undefined || item?.kind !== 'line' || last?.kind !== 'line') continue
    const [gone, come] = [halfOf(item.line, 'before'), halfOf(item.line, 'after')]
    const isInserted = last.line.mark === 'inserted'
    all[end - 1] = {kind: 'line', line: isInserted ? together(gone, last.line) : together(last.line, come)}
    all[place] = {kind: 'line', line: isInserted ? come : gone}
  }
  return all
}

/** The last line that stays before a table that comes or goes, with nothing between it and an end but what does so too. */
function placeBefore(items: readonly Item[], end: number, mark: Line['mark']): number | undefined {
  if (mark === 'kept') return undefined
  let hasTable = false
  for (let place = end - 1; place >= 0; place--) {
    const item = items[place] as Item
    if (item.kind === 'table') {
      if (item.rows.some(({kind}) => kind !== mark)) return undefined
      hasTable = true
    } else if (item.line.mark === 'kept') return hasTable ? place : undefined
    else if (item.line.mark !== mark) return undefined
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
