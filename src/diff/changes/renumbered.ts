import {compare} from '../../message/index.ts'
import type {Passage} from '../passages/types.ts'
import type {Found, Sides} from './types.ts'

/** A passage that has another label than before. */
interface Relabelled {
  one: Passage
  other: Passage
  index: number
}

/**
 * Passages whose labels alone are others, once for each run of neighbours: “27-130 → 28-131”. A label that is counted in
 * another sequence is one for itself.
 *
 * @param isMoved  whether the passage of the later side stands elsewhere, which is said of it already
 */
export function renumbered({before, after, pairs}: Sides, isMoved: (index: number) => boolean): Found[] {
  const bySequence = new Map<string, Relabelled[]>()
  for (const [from, to] of pairs) {
    const [one, other] = [before[from], after[to]]
    if (!one || !other || one.own === other.own || isMoved(to)) continue
    // One that has a label on one side only is set otherwise.
    if (one.own === undefined || other.own === undefined) continue
    const key = `${other.part} ${other.sequence ?? ''}`
    bySequence.set(key, [...(bySequence.get(key) ?? []), {one, other, index: to}])
  }
  const runs = [...bySequence.values()].flatMap((all) => runsIn(all.sort((a, b) => a.index - b.index)))
  return runs
    .sort(
      (a, b) =>
        (a[0]?.index ?? 0) - (b[0]?.index ?? 0) || compare(a[0]?.other.own ?? '', b[0]?.other.own ?? ''),
    )
    .map(foundIn)
}

function runsIn(all: readonly Relabelled[]): Relabelled[][] {
  const runs: Relabelled[][] = []
  for (const own of all) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && follows(last.one, own.one) && follows(last.other, own.other)) run.push(own)
    else runs.push([own])
  }
  return runs
}

function follows(last: Passage, next: Passage): boolean {
  return last.place !== undefined && next.place === last.place + 1
}

function foundIn(run: readonly Relabelled[]): Found {
  const [first, last] = [run[0] as Relabelled, run.at(-1) as Relabelled]
  const range = (one: Passage, other: Passage): string =>
    one === other ? (one.label ?? '') : `${one.label}-${other.own}`
  return {
    kind: 'renumbered',
    what: first.other.kind,
    part: first.other.part,
    before: {label: range(first.one, last.one), ...unitOf(first.one)},
    after: {label: range(first.other, last.other), ...unitOf(first.other)},
    count: run.length,
    facts: [],
    isFactual: false,
  }
}

function unitOf({id}: Passage): {unit?: string} {
  return id === undefined ? {} : {unit: id}
}
