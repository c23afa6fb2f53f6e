import {exchangeCaps} from '../caps.ts'
import {joined} from '../segment.ts'
import type {Returned, ReturnedCode, Segment} from '../types.ts'

/** Codes as people see them: `{1}`, and `{2}words{/2}` around words; a brace of a text is `{0}`. */
export function markedText(segment: Segment): string {
  return segment
    .map((piece) => {
      if (typeof piece === 'string') return piece.replaceAll('{', '{0}')
      return piece.pieces ? `{${piece.id}}${markedText(piece.pieces)}{/${piece.id}}` : `{${piece.id}}`
    })
    .join('')
}

const mark = /\{(\/?)(\d{1,6})\}/g

/** What `markedText` wrote, as somebody may have changed it; in what is too long for a unit no mark is looked for. */
export function readMarks(text: string): Returned {
  if (text.length > exchangeCaps.characters) return [text]
  const pieces: (string | ReturnedCode)[] = []
  let at = 0
  while (at < text.length) {
    mark.lastIndex = at
    const found = mark.exec(text)
    if (!found) break
    pieces.push(text.slice(at, found.index))
    at = found.index + found[0].length
    const [whole, slash, digits] = found
    if (whole === '{0}') pieces.push('{')
    else if (slash === '/') pieces.push({id: undefined, shown: whole, pieces: undefined})
    else {
      const closing = `{/${digits}}`
      const end = text.indexOf(closing, at)
      const inner = end < 0 ? undefined : readMarks(text.slice(at, end))
      pieces.push({id: Number(digits), shown: whole, pieces: inner})
      if (end >= 0) at = end + closing.length
    }
  }
  return joined([...pieces, text.slice(at)])
}
