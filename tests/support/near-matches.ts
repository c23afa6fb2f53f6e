const original = RegExp.prototype.exec

/**
 * What the patterns find that are looked for while something runs: every piece, also by `match`, `replace` and `split`.
 *
 * @param run  not asynchronous
 */
export function foundWhile(run: () => void): Set<string> {
  const found = new Set<string>()
  // Every form of search goes through it, and it is put back.
  RegExp.prototype.exec = function (text) {
    const match = original.call(this, text)
    if (match) for (const piece of match) if (piece) found.add(piece)
    return match
  }
  try {
    run()
  } finally {
    RegExp.prototype.exec = original
  }
  return found
}

/**
 * Pieces which, written again and again, nearly are what a pattern finds: each sign of it, each two and three, its
 * beginnings, the whole, and the whole with a space. Of those that differ in letters or digits alone one is enough.
 *
 * @param found  pieces; of long ones only the first signs
 */
export function nearMatches(found: Iterable<string>): string[] {
  const near = new Map<string, string>()
  const add = (piece: string): void => {
    const form = piece
      .replace(/\p{Ll}+/gu, 'a')
      .replace(/\p{Lu}+/gu, 'A')
      .replace(/\d+/g, '1')
    if (piece !== '' && !near.has(form)) near.set(form, piece)
  }
  for (const whole of found) {
    const piece = whole.slice(0, 24)
    add(piece)
    add(`${piece} `)
    for (let at = 0; at < piece.length; at++) {
      for (const length of [1, 2, 3]) add(piece.slice(at, at + length))
      add(piece.slice(0, at))
    }
  }
  return [...near.values()]
}
