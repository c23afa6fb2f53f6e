import {strToU8, unzipSync, type Zippable, zipSync} from 'fflate'
import {descendants, parseXml, serialize, type XmlElement} from './xml.ts'

/** A Word package (ECMA-376 Part 2) read into memory. */
export interface WordPackage {
  /** Names of the ZIP entries in the order of the archive; a name that is there twice is listed twice. */
  names: string[]
  /** XML parts and relationship parts, by name without a leading slash, for example `word/document.xml`. */
  parts: Map<string, XmlElement>
  /** Every other entry, as bytes. */
  others: Map<string, Uint8Array>
  /** What was read off it so far, where it is settled. */
  readings?: Map<unknown, unknown>
}

/** The same package, of which whoever has it says that nobody changes it any more: what is read off it is read once. */
export function settled({names, parts, others}: WordPackage): WordPackage {
  return {names, parts, others, readings: new Map()}
}

/**
 * What is read off a package, at most once where it is settled.
 *
 * @param key  what is read: a function, or words that no other reading has
 */
export function once<T>({readings}: WordPackage, key: unknown, read: () => T): T {
  if (readings?.has(key)) return readings.get(key) as T
  const value = read()
  readings?.set(key, value)
  return value
}

/** @returns every element of a part, below its root, that has the name, in document order; none where there is no such part */
export function elementsOf(pkg: WordPackage, partName: string, name: string): readonly XmlElement[] {
  return byName(pkg, partName).get(name) ?? []
}

function byName(pkg: WordPackage, partName: string): Map<string, XmlElement[]> {
  return once(pkg, `elements of ${partName}`, () => {
    const found = new Map<string, XmlElement[]>()
    for (const element of descendants(pkg.parts.get(partName))) {
      const same = found.get(element.name)
      if (same) same.push(element)
      else found.set(element.name, [element])
    }
    return found
  })
}

/**
 * Reads a .docx file.
 * @param bytes the whole ZIP archive
 * @returns its parts as trees, the order of its entries kept
 * @throws when the archive is broken or an XML part is not well-formed UTF-8
 */
export function readPackage(bytes: Uint8Array): WordPackage {
  const names: string[] = []
  const entries = unzipSync(bytes, {
    filter: ({name}) => {
      names.push(name)
      return true
    },
  })
  const parts = new Map<string, XmlElement>()
  const others = new Map<string, Uint8Array>()
  for (const [name, content] of Object.entries(entries)) {
    if (/\.(?:xml|rels)$/i.test(name)) parts.set(name, parsePart(name, content))
    else others.set(name, content)
  }
  return {names, parts, others}
}

function parsePart(name: string, content: Uint8Array): XmlElement {
  try {
    return parseXml(new TextDecoder('utf-8', {fatal: true}).decode(content))
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, {cause: error})
  }
}

/**
 * Writes a package, edited or not, in the order of `names`; parts that `names` lacks come last.
 * @returns the bytes of a ZIP archive: DEFLATE, every entry dated 1980-01-01, so that equal packages give
 *   equal bytes
 */
export function writePackage(pkg: WordPackage): Uint8Array {
  const files: Zippable = {}
  for (const name of new Set([...pkg.names, ...pkg.parts.keys(), ...pkg.others.keys()])) {
    const root = pkg.parts.get(name)
    const content = root === undefined ? pkg.others.get(name) : strToU8(serialize(root))
    if (content !== undefined) files[name] = content
  }
  return zipSync(files, {mtime: new Date(1980, 0, 1), level: 6})
}

/** @returns the root of a part that a test cannot do without; throws when the package lacks it */
export function part(pkg: WordPackage, name: string): XmlElement {
  const root = pkg.parts.get(name)
  if (root === undefined) throw new Error(`the package has no ${name}`)
  return root
}

/** @returns the names of the parts that hold paragraphs (main document, notes, comments, headers, footers) */
export function storyParts(pkg: WordPackage): string[] {
  const story = /^word\/(?:document|footnotes|endnotes|comments|header\d+|footer\d+)\.xml$/
  return [...pkg.parts.keys()].filter((name) => story.test(name))
}
