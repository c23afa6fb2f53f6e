import {tokensIn} from '../../difference/index.ts'
import type {ShownRun} from '../types.ts'

/** So many pieces of what stays are shown on each side of a change, words and spaces. */
const around = 13
/** So many characters of what came or went are shown. */
const longest = 600

/** Runs that are shown in a few lines: what stays far from any change is left out, and what is the same kind is one. */
export function excerpt(runs: readonly ShownRun[], most = longest): ShownRun[] {
  const merged = mergedRuns(runs)
  const isAllSame = merged.every(({kind}) => kind === 'same')
  return merged.map(({kind, text, marks}, index) => {
    const own = marks === undefined ? {kind} : {kind, marks}
    if (kind !== 'same' || isAllSame) return {...own, text: cut(text, most)}
    const pieces = tokensIn(text)
    const hasBefore = index > 0
    const hasAfter = index < merged.length - 1
    const head = hasBefore ? pieces.slice(0, around) : []
    const tail = hasAfter ? pieces.slice(-around) : []
    if (pieces.length <= head.length + tail.length) return {...own, text: cut(text, most)}
    return {...own, text: `${cut(head.join(''), most)}…${cut(tail.join(''), most)}`}
  })
}

/** Runs of one kind that follow each other are one; marks are kept where nothing else came or went. */
function mergedRuns(runs: readonly ShownRun[]): ShownRun[] {
  const byKind = mergedBy(runs, ({kind}) => kind)
  const isMarksAlone = (index: number): boolean => {
    const run = byKind[index]
    return [byKind[index - 1], byKind[index + 1]].some(
      (other) => run && other && other.kind !== 'same' && other.kind !== run.kind && other.text === run.text,
    )
  }
  let at = 0
  return byKind.flatMap((run, index) => {
    const own = runs.slice(at, at + run.count)
    at += run.count
    if (run.kind === 'same' || !isMarksAlone(index)) return [{kind: run.kind, text: run.text}]
    return mergedBy(own, ({marks = []}) => marks.join('+')).map(({count: _count, ...merged}) => merged)
  })
}

function mergedBy(
  runs: readonly ShownRun[],
  keyOf: (run: ShownRun) => string,
): (ShownRun & {count: number})[] {
  const merged: (ShownRun & {count: number; key: string})[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (last?.key === keyOf(run)) {
      last.text += run.text
      last.count += 1
    } else merged.push({...run, count: 1, key: keyOf(run)})
  }
  return merged.map(({key: _key, ...run}) => run)
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const pieces = [...text]
  return pieces.length <= most ? text : `${pieces.slice(0, most).join('')}…`
}

/** What is written beside words that only got, or lost, marks. */
export function marksOf({marks = []}: ShownRun): string {
  return marks.length > 0 ? `{${marks.join(', ')}}` : ''
}

/** Words on one line: a sign for the end of a paragraph. */
export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ¶ ')
}
