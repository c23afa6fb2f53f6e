import type {Node} from 'unist'
import {firstWords} from '../../tree/index.ts'
import type {Passage} from '../passages/types.ts'
import type {Spot} from '../types.ts'
import {runsOf, shownRuns} from './runs.ts'
import type {Parted} from './split-and-join.ts'
import type {Found, Sides} from './types.ts'

/** Where a passage stands, as it is named to a reader. */
export function spotOf({label, id}: Passage, behind?: Passage): Spot {
  return {
    ...(label === undefined ? {} : {label}),
    ...(id === undefined ? {} : {unit: id}),
    ...(behind === undefined ? {} : {behind: behind.label ?? beginning(behind)}),
  }
}

/** The first words of a passage, by which somebody finds it. */
function beginning({pieces}: Passage): string {
  return firstWords({type: 'text', value: pieces.map(({text}) => text).join('')} as Node)
}

/** A paragraph that was split into several, or is made of several. */
export function partedChange(
  one: Passage,
  other: Passage,
  {before, after}: Sides,
  split: Parted | undefined,
  joined: Parted | undefined,
): Found {
  const {indices} = (split ?? joined) as Parted
  const runs = runsOf(joined?.pieces ?? one.pieces, split?.pieces ?? other.pieces)
  return {
    kind: split ? 'split' : 'joined',
    what: other.kind,
    part: other.part,
    before: spotOf(one),
    after: spotOf(other),
    runs: shownRuns(runs),
    pieces: indices.map((index) => spotOf((split ? after : before)[index] as Passage)),
    facts: [],
    isFactual: false,
  }
}
