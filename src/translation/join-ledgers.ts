import {compare} from '../message/index.ts'
import type {LedgerEntry} from './types.ts'

/** A ledger as its lines: the head, and what stands for each unit. */
interface Lines {
  head: string
  entries: Map<string, string>
}

/**
 * One ledger of two that were changed apart: for each unit the line of the side that changed it, of both the first one's.
 * What is kept confirms nothing that is not so: a line is compared with the words, and holds only while they are those
 * that it was made for. Where both sides confirmed the same words, what claims less is kept.
 *
 * @param base  the ledger as it was before both; undefined where that is not known
 * @param own  text of the first
 * @param other  text of the second
 * @returns undefined where one of them is no ledger, or they are of other languages
 */
export function joinedLedgers(base: string | undefined, own: string, other: string): string | undefined {
  const [before, first, second] = [
    base === undefined || base === '' ? undefined : linesOf(base),
    linesOf(own),
    linesOf(other),
  ]
  if (!first || !second || first.head !== second.head) return undefined
  const units = new Set([...first.entries.keys(), ...second.entries.keys()])
  const kept = [...units].sort(compare).flatMap((unit) => {
    const [a, b, was] = [first.entries.get(unit), second.entries.get(unit), before?.entries.get(unit)]
    // Nobody takes a line out but where the unit is gone; what the other side confirmed meanwhile stays.
    if (a === undefined || b === undefined) return (a ?? b) === was && was !== undefined ? [] : [a ?? b ?? '']
    return [a === was ? b : b === was ? a : ofBoth(a, b)]
  })
  return [first.head, ...kept].map((line) => `${line}\n`).join('')
}

const claims = ['draft', 'reviewed', 'final']

function ofBoth(own: string, other: string): string {
  const [a, b] = [own, other].map((line) => JSON.parse(line) as LedgerEntry)
  const isSame = a?.digest === b?.digest && a?.translation === b?.translation
  return isSame && claims.indexOf(b?.state ?? '') < claims.indexOf(a?.state ?? '') ? other : own
}

/** Of two lines about one unit the first counts: the second is left by whoever joined the file by hand. */
function linesOf(text: string): Lines | undefined {
  const [head = '', ...lines] = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  if (unitOf(head) !== undefined || !isObject(head)) return undefined
  const entries = new Map<string, string>()
  for (const line of lines) {
    const unit = unitOf(line)
    if (unit === undefined) return undefined
    if (!entries.has(unit)) entries.set(unit, line)
  }
  return {head, entries}
}

function unitOf(line: string): string | undefined {
  const {unit} = parsed(line)
  return typeof unit === 'string' ? unit : undefined
}

function isObject(line: string): boolean {
  return 'ledger' in parsed(line)
}

function parsed(line: string): {unit?: unknown} {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
