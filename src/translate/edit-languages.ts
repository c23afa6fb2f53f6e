import {isDeepStrictEqual} from 'node:util'
import {isMap, isNode, isScalar, parseDocument, type YAMLMap} from 'yaml'

const mark = '\ufeff'

/**
 * A document.yaml with one language more, which is drafting, every other byte as it was. YAML may be written in many ways:
 * what comes out is read again, and holds what it should or is not given back.
 *
 * @param text  of a file that was found valid
 * @param code  of the language; one that is there stays as it is
 * @returns undefined where no place for it was found: it is then to be written by hand
 */
export function withLanguage(text: string, code: string): string | undefined {
  if (text.startsWith(mark)) {
    const edited = withLanguage(text.slice(1), code)
    return edited && mark + edited
  }
  const before = dataOf(text)
  const languages = before?.languages
  if (!before || typeof languages !== 'object' || languages === null) return undefined
  if (Object.hasOwn(languages, code)) return text
  const wanted = {...before, languages: {...languages, [code]: 'drafting'}}
  return candidates(text, code).find((edited) => isDeepStrictEqual(dataOf(edited), wanted))
}

function dataOf(text: string): Record<string, unknown> | undefined {
  const document = parseDocument(text, {logLevel: 'error'})
  return document.errors.length > 0 ? undefined : (document.toJS() as Record<string, unknown>)
}

/** The text with the language behind the last one, as a reader would write it first; which of them is right, reading tells. */
function candidates(text: string, code: string): string[] {
  const languages = parseDocument(text).get('languages', true)
  const last = isMap(languages) ? languages.items.at(-1) : undefined
  if (!isMap(languages) || !last) return []
  const ends = [last.value, last.key].flatMap((node) => (isNode(node) && node.range ? [node.range[1]] : []))
  if (languages.flow) return ends.map((at) => `${text.slice(0, at)}, ${code}: drafting${text.slice(at)}`)
  return ends.map((at) => {
    const end = text.indexOf('\n', at)
    const newline = text.includes('\r\n') ? '\r\n' : '\n'
    const line = `${indentationOf(languages, text)}${code}: drafting${newline}`
    return end < 0 ? `${text}${newline}${line}` : text.slice(0, end + 1) + line + text.slice(end + 1)
  })
}

function indentationOf(languages: YAMLMap, text: string): string {
  const [first] = languages.items
  const at = isScalar(first?.key) ? (first.key.range?.[0] ?? 0) : 0
  return ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1))
}
