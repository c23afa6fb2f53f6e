import {SaxesParser} from 'saxes'
import {exchangeCaps} from '../caps.ts'
import {RefusedFile} from '../refused.ts'

/** An element of a file that came back. */
export interface ReturnedElement {
  /** Its name without a prefix, and the namespace that it is of. */
  name: string
  namespace: string
  /** By name; those of another namespace than the element's by that, a space and their name. */
  attributes: ReadonlyMap<string, string>
  children: (ReturnedElement | string)[]
  /** Line in which its tag ends, from 1 on. */
  line: number
}

/**
 * A file of XML that came from outside. It has no document type, so that there are no entities, and is neither too large
 * nor too deep.
 *
 * @param bytes  UTF-8
 * @param file  its name, for what is wrong with it
 * @throws RefusedFile  where it is none
 */
export function readXml(bytes: Uint8Array, file: string): ReturnedElement {
  const text = textOf(bytes, file)
  const parser = new SaxesParser({xmlns: true})
  const open: ReturnedElement[] = []
  let root: ReturnedElement | undefined
  let count = 0
  const refuse = (reason: string): never => {
    throw new RefusedFile({file, line: parser.line, reason})
  }
  parser.on('error', ({message}) => refuse(`This is no XML: ${message.replace(/^[\d:]+: */, '')}`))
  parser.on('doctype', () =>
    refuse('The file has a document type (DOCTYPE), which may hold entities. Save it without one.'),
  )
  parser.on('opentag', ({local, uri, attributes}) => {
    count += 1
    if (count > exchangeCaps.elements || open.length >= exchangeCaps.depth)
      refuse('The file has more elements, or deeper ones, than any that was exported here.')
    const element: ReturnedElement = {
      name: local,
      namespace: uri,
      attributes: new Map(
        Object.values(attributes).map((one) => [
          one.uri === '' ? one.local : `${one.uri} ${one.local}`,
          one.value,
        ]),
      ),
      children: [],
      line: parser.line,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const add = (piece: string): void => void open.at(-1)?.children.push(piece)
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(text).close()
  return root ?? refuse('The file is empty.')
}

function textOf(bytes: Uint8Array, file: string): string {
  const refuse = (reason: string): never => {
    throw new RefusedFile({file, line: 1, reason})
  }
  if (bytes.length > exchangeCaps.bytes)
    refuse(`The file has ${bytes.length} bytes, and ${exchangeCaps.bytes} are the most that is read.`)
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return refuse('The file is not UTF-8. Save it as UTF-8.')
  }
}

/** Children of an element that are elements, of a name. */
export function elementsIn({children}: ReturnedElement, name: string): ReturnedElement[] {
  return children.filter((child) => typeof child !== 'string').filter((child) => child.name === name)
}
