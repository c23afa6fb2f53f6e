/** Signs that are drawn almost alike, by what one writes of each. */
const names = new Map([
  [' ', 'ordinary spaces'],
  ['\u00a0', 'non-breaking spaces'],
  ['\u202f', 'narrow non-breaking spaces'],
  ['\u2009', 'thin spaces'],
  ['-', 'ordinary hyphens'],
  ['\u2010', 'hyphens of another kind (U+2010)'],
  ['\u2011', 'non-breaking hyphens'],
  ['\u2212', 'minus signs'],
  ["'", 'straight apostrophes'],
  ['\u2019', 'curly apostrophes'],
  ['\u02bc', 'apostrophes of another kind (U+02BC)'],
])

/** What is one sign to a reader. */
const kinds: [RegExp, string][] = [
  [/[\s\u00a0\u202f\u2009]/g, ' '],
  [/[-\u2010\u2011\u2212]/g, '-'],
  [/['\u2019\u02bc]/g, "'"],
]

const instead = /^[^“”]*“([^“”]+)”[^“”]*Write (?:it as )?“([^“”]+)”/

/**
 * A reason whose remedy looks like what is there, with what is meant: “Write “USD 1 250 000”, with non-breaking spaces.”
 *
 * @param reason  what is there between quotation marks, then “Write …” with what is right between such marks
 */
export function withLookAlikes(reason: string): string {
  const match = instead.exec(reason)
  if (!match) return reason
  const [whole, typed = '', right = ''] = match
  if (typed === right || folded(typed) !== folded(right)) return reason
  const meant = [...new Set(right.split('').filter((sign, at) => sign !== typed[at]))]
  const named = meant.map((sign) => names.get(sign) ?? sign).join(' and ')
  return `${whole}, with ${named}${reason.slice(whole.length)}`
}

function folded(text: string): string {
  return kinds.reduce((left, [pattern, sign]) => left.replace(pattern, sign), text)
}
