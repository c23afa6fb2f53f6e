/** Which file of which document an output is. */
export interface DocumentFile {
  /** Path of the document, such as `sc58/internet-trade`. */
  path: string
  /** Code of the language. */
  language: string
  /** Name of the format. */
  format: string
}

/** One file of out/: its bytes, and the document that it is of; none where it is about all documents. */
export interface Output {
  bytes: Uint8Array
  document?: DocumentFile
  /** Whether it is not committed, and not named by the manifest of its document: whoever wants it builds it. */
  isOnlyBuilt?: boolean
  /** Digest, as a manifest names it, of what was made in its place before: a file that has it was edited by nobody. */
  replaces?: string | undefined
}

/** Path from out/ to what belongs there. */
export type Outputs = Map<string, Output>

/** An output that is there as it is to be: what is known of it without its bytes. */
export interface LeftOutput extends Omit<Output, 'bytes' | 'replaces'> {
  /** As a manifest names it. */
  digest: string
}

/** Path from out/ to what is known of what stands there. */
export type LeftOutputs = Map<string, LeftOutput>

/** What writing did, by paths from out/. */
export interface Written {
  written: string[]
  unchanged: string[]
  removed: string[]
}

/** An output that was written before in the same build. */
export interface WrittenBefore {
  /** The document whose manifest names it; undefined for what is only built. */
  owner: string | undefined
  /** As a manifest names it. */
  digest: string
}

/** How the outputs that are there already are treated. */
export interface WriteOptions {
  /** Whether earlier outputs that are not made now stay: of refused documents, formats and languages not asked for. */
  isPartial: boolean
  /**
   * Digests, as a manifest names them, of files whose bytes are kept elsewhere, by path from out/: these go like any
   * other when nothing makes them any more, though somebody changed them.
   */
  kept?: ReadonlyMap<string, string> | undefined
  /** Owners, as of `WrittenBefore`, of outputs that were left where they are: their manifests are looked at too. */
  left?: ReadonlySet<string | undefined> | undefined
  /** Outputs of the same build that were written before, with their digests, by path from out/: these stay. */
  before?: ReadonlyMap<string, WrittenBefore> | undefined
}
