import {isScalar, parse, Scalar} from 'yaml'

/** Line length that folded words are broken at, where they were broken before. */
const folded = 100

/**
 * A text as it is typed in YAML, in the style of the scalar that it takes the place of where that can hold it.
 *
 * @param words  on one line
 * @param written  the scalar as it stands in the file
 * @param isInFlow  whether it stands between braces or brackets
 */
export function scalarText(words: string, written: string, isInFlow: boolean): string {
  const [first] = written
  if (first === '|' || first === '>') return blockText(words, written)
  if (first === "'" && !words.includes("'")) return `'${words}'`
  if (first === "'") return `'${words.replaceAll("'", "''")}'`
  if (first === '"') return doubleQuoted(words)
  return isPlain(words, isInFlow) ? words : doubleQuoted(words)
}

/** JSON's quotation marks are YAML's, whatever the words hold. */
export function doubleQuoted(words: string): string {
  return JSON.stringify(words)
}

function isPlain(words: string, isInFlow: boolean): boolean {
  const typed = isInFlow ? `{key: ${words}}` : `key: ${words}`
  try {
    const value: unknown = parse(typed, {logLevel: 'silent', stringKeys: true})
    return Object(value).key === words && /^[\p{L}\p{N}(«“]/u.test(words)
  } catch {
    return false
  }
}

/** The header of a block and its indentation stay; long lines are folded where they were. */
function blockText(words: string, written: string): string {
  const [header = '', ...lines] = written.split('\n')
  const indent = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '  ')?.[0] ?? '  '
  const isFolded = header.startsWith('>') && lines.filter((line) => line.trim() !== '').length > 1
  const behind = /\n*$/.exec(written)?.[0] ?? ''
  const broken = isFolded ? foldedLines(words, folded - indent.length) : [words]
  return [header, ...broken.map((line) => indent + line)].join('\n') + behind
}

function foldedLines(words: string, most: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/(?<! ) (?! )/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Whether a node of YAML is a text in a block. */
export function isBlock(node: unknown): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL)
}
