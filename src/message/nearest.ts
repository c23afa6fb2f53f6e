const longest = 64
// What differs by more letters in its length is another word.
const farthest = 8

/**
 * The known word nearest to a mistyped one, for “Did you mean”.
 *
 * @returns the nearest candidate within a fifth of its length, or undefined
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate.length > longest || word.length > longest) continue
    const most = Math.max(1, Math.floor(Math.min(candidate.length, word.length) / 5))
    const limit = Math.min(most, bestDistance - 1)
    if (Math.abs(candidate.length - word.length) > Math.min(limit, farthest)) continue
    const distance = editDistance(word, candidate, limit)
    if (distance <= limit) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

// Rows of the table of distances, made once: a message may be asked for the nearest of a thousand names.
const rows = [0, 1, 2].map(() => new Uint8Array(longest + 2))
const tooFar = 255

/** How many letters are put in, left out, exchanged for another, or for the one beside them; past the limit, any more. */
function editDistance(a: string, b: string, limit: number): number {
  let [before, row, next] = rows as [Uint8Array, Uint8Array, Uint8Array]
  row.forEach((_, j) => {
    row[j] = j
  })
  let [leastBefore, least] = [0, 0]
  for (let i = 1; i <= a.length; i++) {
    if (leastBefore > limit && least > limit) return Number.POSITIVE_INFINITY
    leastBefore = least
    // What lies further from the diagonal is past the limit.
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)]
    next.fill(tooFar)
    if (from === 1) next[0] = i
    least = next[from - 1] as number
    for (let j = from; j <= to; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let own = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + cost,
        tooFar,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        own = Math.min(own, (before[j - 2] as number) + 1)
      next[j] = own
      if (own < least) least = own
    }
    ;[before, row, next] = [row, next, before]
  }
  return row[b.length] as number
}

/** As many names as a message offers of those that somebody has made; all of them would hide what it says. */
const namesOffered = 3
// A shorter part of a name, such as “of”, many have.
const shortestPart = 4

/**
 * What may stand in the place of a name that there is not, after “Write …”: the nearest, or a few.
 *
 * @param word  what was written
 * @param known  the names that there are
 * @param most  how many are listed: more than three only of a list of our own, which nobody makes longer
 * @returns “x” where one is near; else “one of: …” for all where they are few, and the likeliest of many
 */
export function choices(word: string, known: Iterable<string>, most = namesOffered): string {
  const names = [...known]
  const near = nearest(word, names)
  if (near !== undefined) return `“${near}”`
  if (names.length === 0) return 'another'
  if (names.length <= most) return `one of: ${names.join(', ')}`
  return `one of the ${names.length} that there are, such as ${likeliest(word, names).join(', ')}`
}

/** Three names: those that share most with the word come first; the others show what such names look like. */
function likeliest(word: string, names: readonly string[]): string[] {
  const parts = word.split(/[^A-Za-z0-9]+/).filter((part) => part.length >= shortestPart)
  const shared = (name: string): number => parts.filter((part) => name.includes(part)).length
  const alike = parts.length === 0 ? [] : names.filter((name) => shared(name) > 0)
  const best = alike.sort((a, b) => shared(b) - shared(a)).slice(0, namesOffered)
  return [...new Set([...best, ...names.slice(0, namesOffered)])].slice(0, namesOffered)
}

/** The first of many names that a message tells, “a, b, c, …”; all where they are hardly more. */
export function few(names: readonly string[], between = ', '): string {
  const shown = names.length > namesOffered + 1 ? [...names.slice(0, namesOffered), '…'] : names
  return shown.join(between)
}
