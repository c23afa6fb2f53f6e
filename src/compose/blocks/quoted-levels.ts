/** What a label looks like: what stands around its number, and the numbers that it can be. */
interface Reading {
  /** `a)`, `(i)`, `1.`: the signs around the number and how it is written. */
  shape: string
  /** How far in a label of this kind stands by the habit of resolutions: 1. a) i) A. House style, section 3. */
  rank: number
  value: number
  /** Whether it is meant only where it comes next by one. */
  isUnlikely?: true
}

/** A labelled paragraph under which others may stand: all that its label can be, the likeliest first. */
type Open = readonly Reading[]

const mostLevels = 4
const ranks = {number: 0, letter: 1, roman: 2, capital: 3}

/**
 * Tells how deep each label of a quotation stands, in the order of the text: `b)` under `5.`, `i)` under `b)`. A label
 * goes on with one of its own shape that stands before it, and otherwise stands under the last one that is of an outer
 * kind. Where the quotation begins with `c)`, that is the outermost.
 *
 * @returns a function that takes the labels one after the other, each with the next one, and gives the level of each, from 0, and its rank: 0 for
 *   numbers, 1 for small letters, 2 for i) and ii), 3 for A.
 */
export function quotedLevels(): (label: string, next?: string) => {level: number; rank: number} {
  const open: Open[] = []
  return (label, next) => {
    const {readings, depth} = placeOf(meantBefore(next, readingsOf(label)), open)
    open.length = Math.min(depth, mostLevels - 1)
    open.push(readings)
    return {level: open.length - 1, rank: readings[0]?.rank ?? 0}
  }
}

/** “i)” before “ii)” is a number, whatever letter stands before it. */
function meantBefore(next: string | undefined, readings: Open): Open {
  const later = next === undefined ? [] : readingsOf(next)
  if (readings.length < 2 || later.some(({shape, isUnlikely}) => shape.startsWith('letter') && !isUnlikely))
    return readings
  const own = readings.filter((reading) =>
    later.some(({shape, value}) => shape === reading.shape && value === reading.value + 1),
  )
  return own.length > 0 ? own : readings
}

interface Place {
  readings: Open
  depth: number
}

function placeOf(readings: Open, open: readonly Open[]): Place {
  // “i)” after “h)” is a letter, after “b)” a number: what comes next by one is meant before anything else.
  const next = find(readings, open, (reading, one) => reading.value === one.value + 1)
  if (next) return next
  const begins = readings.findLast(({value}) => value === 1)
  const isOpen = open.some(([one]) => one?.shape === begins?.shape)
  if (begins && !isOpen) return {readings: [begins], depth: depthFor(begins, open)}
  // “ii)” is the letter after “hh)” and nothing else, and “c)” is hardly a hundred.
  const likely = readings.filter(({isUnlikely}) => !isUnlikely)
  const known = open.map((one) => one.slice(0, 1))
  const other =
    find(likely, known, (reading, one) => reading.value > one.value) ?? find(likely, known, () => true)
  return other ?? {readings: likely, depth: depthFor(likely[0], open)}
}

/** The innermost paragraph of the same shape with which a reading of the label goes on. */
function find(
  readings: Open,
  open: readonly Open[],
  goesOn: (reading: Reading, one: Reading) => boolean,
): Place | undefined {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const own = readings.filter((reading) =>
      open[depth]?.some((one) => one.shape === reading.shape && goesOn(reading, one)),
    )
    if (own.length > 0) return {readings: own, depth}
  }
  return undefined
}

/** Under the last paragraph whose label is of an outer kind. */
function depthFor(reading: Reading | undefined, open: readonly Open[]): number {
  return open.findLastIndex(([one]) => (one?.rank ?? 0) < (reading?.rank ?? 0)) + 1
}

/** What a label can be; a single letter is likelier than a roman number, several are not. */
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
  if (inner.length === 1 || roman.length === 0) return [...letter, ...roman]
  return [...roman, ...letter.map((one) => ({...one, isUnlikely: true as const}))]
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
