const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
}

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [worth, digits] of ROMAN) {
    while (rest >= worth) {
      text += digits
      rest -= worth
    }
  }
  return text
}

function signs(value: number): string {
  return ('*†‡§'[(value - 1) % 4] ?? '').repeat(Math.floor((value - 1) / 4) + 1)
}

/**
 * Writes one number of a list or of a note as Word prints it (ECMA-376 Part 1, 17.18.59). After z the letter is repeated:
 * aa, bb … zz, aaa.
 * @param format a value of `w:numFmt`
 * @param value the counter, 0 or more; letters and Roman figures need 1 or more
 * @throws for every format that the documents do not use, and for a value that the format cannot write
 */
export function formatNumber(format: string, value: number): string {
  if (!Number.isInteger(value) || value < 0) throw new Error(`list number ${value} cannot be written`)
  if (format === 'decimal') return String(value)
  if (format === 'none') return ''
  const low = {
    chicago: signs,
    lowerLetter: letters,
    upperLetter: letters,
    lowerRoman: roman,
    upperRoman: roman,
  }[format]
  if (low === undefined) throw new Error(`number format ${format} is not one of ours`)
  if (value === 0) throw new Error(`number format ${format} has no 0`)
  return format.startsWith('upper') ? low(value).toUpperCase() : low(value)
}
