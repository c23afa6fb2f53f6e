import {compareTokens, type Run} from '../../difference/index.ts'
import type {Piece} from '../passages/types.ts'
import type {ShownRun} from '../types.ts'

/** What stays, goes and comes between the words of two passages. */
export function runsOf(before: readonly Piece[], after: readonly Piece[]): Run<Piece>[] {
  return compareTokens(before, after)
}

/** Runs as they are shown: their texts, parted where their marks change. */
export function shownRuns(runs: readonly Run<Piece>[]): ShownRun[] {
  return runs.flatMap(({kind, before, after}) => shown(kind, kind === 'deleted' ? before : after))
}

/** Words that only came, or only went. */
export function shown(kind: ShownRun['kind'], pieces: readonly Piece[]): ShownRun[] {
  const found: {text: string; marks: readonly string[]}[] = []
  for (const {text, marks} of pieces) {
    const last = found.at(-1)
    if (last && last.marks.join('+') === marks.join('+')) last.text += text
    else found.push({text, marks})
  }
  return found.map(({text, marks}) => (marks.length > 0 ? {kind, text, marks} : {kind, text}))
}

/** Where references point that came in the place of others. */
export function retargeted(runs: readonly Run<Piece>[]): {from: string; to: string}[] {
  const targets = (pieces: readonly Piece[]): string[] => pieces.flatMap(({target}) => target ?? [])
  const found: {from: string; to: string}[] = []
  for (const [index, {kind, before}] of runs.entries()) {
    const next = runs[index + 1]
    if (kind !== 'deleted' || next?.kind !== 'inserted') continue
    const [own, other] = [targets(before), targets(next.after)]
    for (const [at, from] of own.entries()) {
      const to = other[at]
      if (to !== undefined && to !== from) found.push({from, to})
    }
  }
  return found
}
