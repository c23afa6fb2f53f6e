/** As many as a long document has units. */
const mostKept = 2_000

/**
 * A function of objects that knows what it gave for the last of them. What is compared comes together, a document after the
 * other; all that was ever given would be more than all sources.
 */
export function forAWhile<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let known = new Map<Key, Value>()
  return (key) => {
    const given = known.get(key)
    if (given !== undefined) return given
    if (known.size >= mostKept) known = new Map()
    const value = make(key)
    known.set(key, value)
    return value
  }
}
