import {type CST, Parser} from 'yaml'
import {caps} from './caps.ts'

// The parser goes one level deeper for each, and ends the whole process where the stack ends: it is not asked to read
// what is far past the cap. What is a little past it, the walk over the finished document reports at its place.
const deepest = 4 * caps.yamlDepth.most

/** Where YAML becomes too deep to be read at all, and whether what was opened is closed again. */
export interface TooDeep {
  offset: number
  isClosed: boolean
}

/**
 * Whether a text is nested so deep that reading it is not safe. Its tokens are only taken apart where they might be.
 *
 * @returns undefined for every text that may be read
 */
export function tooDeep(text: string): TooDeep | undefined {
  if (!mayBeDeep(text)) return undefined
  let offset: number | undefined
  let isClosed = true
  const waiting: {token: CST.Token | null | undefined; depth: number}[] = []
  for (const token of new Parser().parse(text)) waiting.push({token, depth: 0})
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {token, depth} = next
    if (!token) continue
    if (depth > deepest) offset ??= token.offset
    if (token.type === 'document') waiting.push({token: token.value, depth})
    if (!('items' in token)) continue
    if (token.type === 'flow-collection' && token.end.length === 0) isClosed = false
    for (const {key, value} of token.items)
      waiting.push({token: key, depth: depth + 1}, {token: value, depth: depth + 1})
  }
  return offset === undefined ? undefined : {offset, isClosed}
}

/** Whether so many brackets are open at once, so many marks open a list on a line, or lines are indented so often. */
function mayBeDeep(text: string): boolean {
  if (/(?:[-?:][ \t]+){128}/.test(text)) return true
  let open = 0
  const indents: number[] = []
  for (const [, line = ''] of text.matchAll(/(.+)/g)) {
    for (const [bracket] of line.matchAll(/[[\]{}]/g)) {
      open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1))
      if (open > deepest) return true
    }
    const indent = line.search(/[^ ]/)
    if (indent < 0) continue
    while ((indents.at(-1) ?? -1) >= indent) indents.pop()
    indents.push(indent)
    // A list and a key may begin in one line.
    if (2 * indents.length > deepest) return true
  }
  return false
}
