// Digits with the marks and spaces that languages put between them: 14.35, 1,234.5, 1 234,5.
const number = /\p{Nd}+(?:[.,]\p{Nd}+|[ \u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*/gu

/** The numbers of a text by their digits alone, sorted, so that another language may write and order them its own way. */
export function digitsIn(text: string): string[] {
  return (text.match(number) ?? []).map((one) => one.replace(/\P{Nd}/gu, '')).sort()
}

/**
 * Numbers that one text has and the other has not.
 *
 * @returns as they are typed there, with one of the others beside it; undefined where both have the same digits
 */
export function numberApart(
  original: string,
  translation: string,
): {lost?: string; come?: string} | undefined {
  const [before, after] = [digitsIn(original), digitsIn(translation)]
  const lost = without(before, after)
  const come = without(after, before)
  if (lost === undefined && come === undefined) return undefined
  return {
    ...(lost === undefined ? {} : {lost: typed(original, lost)}),
    ...(come === undefined ? {} : {come: typed(translation, come)}),
  }
}

function without(all: readonly string[], others: readonly string[]): string | undefined {
  const left = [...others]
  return all.find((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function typed(text: string, digits: string): string {
  return (text.match(number) ?? []).find((one) => one.replace(/\P{Nd}/gu, '') === digits) ?? digits
}

interface Around {
  pieces: readonly (string | Around)[] | undefined
}

/** The texts between codes, a line each: what is raised behind a number is no digit of it. */
export function separateTexts(pieces: readonly (string | Around)[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : separateTexts(piece.pieces ?? [])))
    .join('\n')
}
