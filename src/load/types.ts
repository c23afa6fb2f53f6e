import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Place} from '../message/index.ts'

/** Keys and indices from the top of a YAML value to a place in it. */
export type Pointer = (string | number)[]

/** A house rule that an author switches off at a place, and why. */
export interface Disable {
  /** Id of the rule; empty where none is named. */
  rule: string
  /** Empty where none is given. */
  reason: string
  place: Place
  /** First and last line for which it holds; zeros where nothing follows it. */
  lines: [number, number]
  /** Whether it holds what it may not. */
  isMalformed?: true
}

/** Characters of a text, as offsets in its value: from `start` on and before `end`. */
export interface Span {
  start: number
  end: number
}

/** A parsed YAML value that knows where each of its parts was written. */
export interface YamlData {
  /** Plain JSON-like value; mappings have no prototype surprises because keys are checked first. */
  value: unknown
  /**
   * Where a part was written.
   *
   * @param pointer  keys and indices; the nearest existing ancestor answers for what is not there
   * @param what  the key's own place, its value's (default), or that of some characters of a text
   */
  locate(pointer: Pointer, what?: 'key' | 'value' | Span): Place
  /**
   * Where each character of a text was written: offsets in the file, and one more for the end of the text. An escape
   * stands at its backslash, a space that joins two lines at the line break. Undefined where no text stands.
   */
  offsetsOf(pointer: Pointer): Int32Array | undefined
  /** The characters of a scalar as the author typed them, such as `14.10`; undefined for a collection. */
  sourceOf(pointer: Pointer): string | undefined
  /**
   * Whether a part stands in a file of the root: a message stands where it can be mended. Of a template of the package
   * nothing does; of one that the root changes, what the root's own file says.
   */
  isOwn(pointer: Pointer): boolean
  /** Rules that its comments switch off. */
  disables: readonly Disable[]
}

/** A YAML file. */
export interface YamlSource {
  kind: 'yaml'
  path: string
  file: VFile
  data: YamlData
  /** Whether its text was found valid before. */
  isKnown?: true
  /** The package's template that it changes; it stands in where this one has errors. */
  changes?: YamlSource
  /** Whether it stands in for a file of the root with errors. */
  isStandIn?: true
}

/** A Markdown file: its front matter and its tree, with positions from the file's first byte. */
export interface MarkdownSource {
  kind: 'markdown'
  path: string
  file: VFile
  data: YamlData
  tree: Root
  /** Whether nobody asked for its words, so that they are read only where somebody looks at the tree. */
  isUnasked?: true
  /** Whether its words have errors, so that it stands here without them. */
  isStandIn?: true
}

/** A source: a vfile and what was parsed from it. */
export type Source = YamlSource | MarkdownSource

/** Path from the content root (forward slashes) to bytes. */
export type Content = Map<string, Uint8Array>

/** A file of which only the beginning is in memory; it is read again by whoever needs the whole. */
export interface LeftFile {
  /** SHA-256 of its bytes, in hexadecimal digits. */
  digest: string
  /** @throws EnvironmentError  when it is another one now, or the disk will not give it */
  read(): Uint8Array
}

/** Files of which `Content` has the beginning, by path. */
export type Left = ReadonlyMap<string, LeftFile>

/**
 * Whether words are asked for: those of a file, or those at a place of a YAML file. Parsing them is most of the time of
 * a check, so those of other documents are left alone.
 */
export type Asked = (path: string, pointer?: Pointer) => boolean

/** Texts of YAML files that were found valid before, each with its value as JSON, by path. */
export type Known = ReadonlyMap<string, {text: string; json: string}>

/** Texts of sources by their paths, for code frames. */
export type Texts = Pick<ReadonlyMap<string, string>, 'get'>

/** What `load` gives: the sources that could be parsed, the paths that could not, and what was found. */
export interface Loaded {
  sources: Map<string, Source>
  /** Every path that was seen, parsed or not. */
  paths: Set<string>
  /** Text of every file that could be decoded and was asked for, for code frames. */
  texts: Map<string, string>
  /** Bytes of every picture, by path; nothing is known of them. */
  pictures: Map<string, Uint8Array>
  messages: VFileMessage[]
}
