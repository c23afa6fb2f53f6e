import {createHash} from 'node:crypto'
import type {Outputs} from '../../src/write/index.ts'

/**
 * Outputs of a few letters, for tests of writing: nothing has to be built for them.
 *
 * @param documents  by path, such as `sc58/bears`: words by language and format, such as `en.txt`
 * @param ofAll  words of files about all documents, by path
 */
export function madeOutputs(
  documents: Record<string, Record<string, string>>,
  ofAll: Record<string, string> = {},
): Outputs {
  const outputs: Outputs = new Map()
  for (const [path, files] of Object.entries(documents))
    for (const [name, words] of Object.entries(files)) {
      const [language = '', format = ''] = name.split('.')
      outputs.set(`${path}.${name}`, {bytes: bytesOf(words), document: {path, language, format}})
    }
  for (const [path, words] of Object.entries(ofAll)) outputs.set(path, {bytes: bytesOf(words)})
  return outputs
}

/** A manifest as a build writes it, of words by the names of their files. */
export function manifestOf(files: Record<string, string>): string {
  const entries = Object.entries(files).map(([name, words]) => [name, digestOf(words)])
  return `${JSON.stringify({files: Object.fromEntries(entries)}, undefined, 2)}\n`
}

/** The digest of words or bytes as a manifest names it. */
export function digestOf(words: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(words).digest('hex')}`
}

/** Paths of the manifests that name these outputs. */
export function manifestsOf(outputs: Outputs): string[] {
  const paths = [...outputs.values()].map(({document}) =>
    document ? `${document.path}.manifest.json` : 'manifest.json',
  )
  return [...new Set(paths)]
}

/** Whether a file of out/ is a manifest. */
export const isManifest = (path: string): boolean => /(?:^|[./])manifest\.json$/.test(path)

/**
 * What the manifests among some files name, by path from out/, with the digests: several after a build that was killed.
 *
 * @param files  of out/, by path, as text or bytes
 */
export function digestsIn(files: Iterable<readonly [string, string | Buffer]>): Map<string, string[]> {
  const named = new Map<string, string[]>()
  for (const [path, text] of files) {
    if (!isManifest(path)) continue
    const {files: now, before = {}} = JSON.parse(String(text))
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    for (const [name, digests] of [...Object.entries(now), ...Object.entries(before)] as [string, string][])
      named.set(folder + name, [...(named.get(folder + name) ?? []), ...[digests].flat()])
  }
  return named
}

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words)
