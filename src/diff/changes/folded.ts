import type {Passage} from '../passages/types.ts'
import type {Found, Placed, Sides} from './types.ts'

/**
 * What came, went or moved together is told once: a paragraph with its items, a table with its rows, a row with its cells.
 *
 * @param placed  in the order of the text
 */
export function folded(placed: readonly Placed[], sides: Sides): Placed[] {
  const rows = rowsOf(placed, sides)
  // The change into which the passage of an index was put, by kind and side.
  const told = new Map<string, Placed>()
  const kept: Placed[] = []
  for (const own of placed) {
    const {found} = own
    const place = placeOf(own, sides)
    if (!place || (found.kind === 'moved' && hasOtherWords(found))) {
      kept.push(own)
      continue
    }
    const {index, passage} = place
    const key = (at: number): string => `${found.kind} ${at}`
    const above = passage.parent === undefined ? undefined : told.get(key(passage.parent))
    const row = rows.get(`${found.kind} ${passage.part} ${passage.group}`)
    const beside = row && row !== own ? told.get(key(placeOf(row, sides)?.index ?? -1)) : undefined
    const into = above ?? beside
    if (into) {
      into.found = joined(into.found, found, passage, passage.kind === 'cell' ? ' | ' : '\n')
      told.set(key(index), into)
    } else {
      const start: Placed = {unit: own.unit, found: row ? {...found, what: 'row'} : found}
      told.set(key(index), start)
      kept.push(start)
    }
  }
  return kept
}

/** Where a change that may be told with others stands: on its own side, a moved one on the later. */
function placeOf(
  {unit, found}: Placed,
  {before, after}: Sides,
): {index: number; passage: Passage} | undefined {
  const [index, passages] =
    found.kind === 'removed'
      ? [unit.before, before]
      : found.kind === 'added' || found.kind === 'moved'
        ? [unit.after, after]
        : [undefined, after]
  const passage = index === undefined ? undefined : passages[index]
  return passage && index !== undefined ? {index, passage} : undefined
}

function hasOtherWords({runs = []}: Found): boolean {
  return runs.some(({kind}) => kind !== 'same')
}

/** The first change of each row of which every cell came, went or moved. */
function rowsOf(placed: readonly Placed[], sides: Sides): Map<string, Placed> {
  const counts = new Map<string, {first: Placed; count: number}>()
  for (const own of placed) {
    const passage = placeOf(own, sides)?.passage
    if (passage?.kind !== 'cell') continue
    const key = `${own.found.kind} ${passage.part} ${passage.group}`
    const row = counts.get(key) ?? {first: own, count: 0}
    counts.set(key, row)
    row.count += 1
  }
  const sizes = new Map<string, number>()
  for (const [side, passages] of [sides.before, sides.after].entries())
    for (const {kind, part, group} of passages)
      if (kind === 'cell') {
        const key = `${side} ${part} ${group}`
        sizes.set(key, (sizes.get(key) ?? 0) + 1)
      }
  return new Map(
    [...counts].flatMap(([key, {first, count}]): [string, Placed][] => {
      const place = key.slice(key.indexOf(' ') + 1)
      const size = sizes.get(`${first.found.kind === 'removed' ? 0 : 1} ${place}`)
      return count === size ? [[key, first]] : []
    }),
  )
}

function joined(into: Found, found: Found, passage: Passage, between: string): Found {
  const label = passage.own === undefined ? '' : `${passage.own} `
  const kind = found.runs?.[0]?.kind ?? 'same'
  return {
    ...into,
    runs: [...(into.runs ?? []), {kind, text: `${between}${label}`}, ...(found.runs ?? [])],
    count: (into.count ?? 1) + 1,
    facts: [...new Set([...into.facts, ...found.facts])],
    isFactual: into.isFactual && (found.isFactual || passage.text === ''),
  }
}
