/**
 * A pure function of a text that remembers what it gave for the latest texts, so that a process that watches for hours
 * keeps no more than one build needs.
 *
 * @param make  what it gives; the same for the same text
 * @param most  so many texts are remembered for certain, and twice as many at most
 */
export function remembering<Result>(make: (text: string) => Result, most: number): (text: string) => Result {
  let latest = new Map<string, Result>()
  let earlier = new Map<string, Result>()
  return (text) => {
    const known = latest.get(text)
    if (known !== undefined) return known
    const result = earlier.get(text) ?? make(text)
    if (latest.size >= most) {
      earlier = latest
      latest = new Map()
    }
    latest.set(text, result)
    return result
  }
}
