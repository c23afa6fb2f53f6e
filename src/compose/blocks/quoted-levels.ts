/** What a label looks like: what stands around its number, and the numbers that it can be. */
interface Reading {
  /** `a)`, `(i)`, `1.`: the signs around the number and how it is written. */
  shape: string
  /** How far in a label of this kind stands by the habit of resolutions: 1. a) i) A. House style, section 3. */
  rank: number
  value: number
}

/** A labelled paragraph of a quotation under which others may stand. */
interface Open {
  shape: string
  rank: number
  value: number
}

const mostLevels = 4
const ranks = {number: 0, letter: 1, roman: 2, capital: 3}

/**
 * Tells how deep each label of a quotation stands, in the order of the text: `b)` under `5.`, `i)` under `b)`. A label
 * goes on with one of its own shape that stands before it, and otherwise stands under the last one that is of an outer
 * kind. Where the quotation begins with `c)`, that is the outermost.
 *
 * @returns a function that takes the labels one after the other, and gives the level of each, from 0, and its rank: 0 for
 *   numbers, 1 for small letters, 2 for i) and ii), 3 for A.
 */
export function quotedLevels(): (label: string) => {level: number; rank: number} {
  const open: Open[] = []
  return (label) => {
    const readings = readingsOf(label)
    const {reading, depth} = placeOf(readings, open)
    open.length = Math.min(depth, mostLevels - 1)
    open.push(reading)
    return {level: open.length - 1, rank: reading.rank}
  }
}

function placeOf(readings: readonly Reading[], open: readonly Open[]): {reading: Reading; depth: number} {
  const [first] = readings
  if (!first) return {reading: {shape: 'none', rank: 0, value: 1}, depth: 0}
  // “i)” after “h)” is a letter, after “b)” a number: what comes next by one is meant before anything else.
  const next = find(readings, open, (reading, one) => reading.value === one.value + 1)
  if (next) return next
  const begins = readings.findLast(({value}) => value === 1)
  if (begins && !open.some(({shape}) => shape === begins.shape))
    return {reading: begins, depth: depthFor(begins, open)}
  const later = find(readings, open, (reading, one) => reading.value > one.value)
  if (later) return later
  const again = find(readings, open, () => true)
  return again ?? {reading: first, depth: depthFor(first, open)}
}

/** The innermost paragraph of the same shape with which a reading of the label goes on. */
function find(
  readings: readonly Reading[],
  open: readonly Open[],
  goesOn: (reading: Reading, one: Open) => boolean,
): {reading: Reading; depth: number} | undefined {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const one = open[depth]
    const reading = readings.find(({shape, ...rest}) => one?.shape === shape && goesOn({shape, ...rest}, one))
    if (reading) return {reading, depth}
  }
  return undefined
}

/** Under the last paragraph whose label is of an outer kind. */
function depthFor({rank}: Reading, open: readonly Open[]): number {
  return open.findLastIndex((one) => one.rank < rank) + 1
}

function readingsOf(label: string): Reading[] {
  const inner = label.replace(/\s\(.*$/, '').replace(/^\(|[.)]$/g, '')
  const signs = label.replace(inner, '_')
  const reading = (kind: keyof typeof ranks, value: number): Reading => ({
    shape: `${kind} ${signs}`,
    rank: ranks[kind],
    value,
  })
  if (/^\d/.test(inner)) {
    const parts = inner.split('.')
    return [{...reading('number', Number(parts.at(-1)) || 1), shape: `number ${parts.length} ${signs}`}]
  }
  if (/^[A-Z]$/.test(inner)) return [reading('capital', inner.charCodeAt(0) - 64)]
  const letter = /^([a-z])\1*$/.test(inner) ? [reading('letter', letterValue(inner))] : []
  const roman = /^[ivxlc]+$/.test(inner) ? [reading('roman', romanValue(inner))] : []
  return [...letter, ...roman]
}

const alphabetSize = 26

/** a is 1, aa is 27. */
function letterValue(letters: string): number {
  return (letters.length - 1) * alphabetSize + letters.charCodeAt(0) - 96
}

const digits: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
  ['c', 100],
])

function romanValue(numeral: string): number {
  const values = [...numeral].map((digit) => digits.get(digit) ?? 0)
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0)
}
