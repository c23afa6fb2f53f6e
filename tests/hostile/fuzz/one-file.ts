import {join} from 'node:path'
import {load, readContent} from '../../../src/load/index.ts'
import {compileSchemas, validate} from '../../../src/validate/index.ts'
import {repository, type Sources, schemaFiles} from '../../support/content-root.ts'
import {story} from '../../support/story.ts'
import {bytesOf, made, mutated, random} from '../mutate.ts'

/** What one file is spoilt in: a small dossier, and texts of the project that a file may be exchanged for. */
export interface OneFileBase {
  sources: Sources
  /** By what follows the folder, such as `body.en.md`. */
  donors: ReadonlyMap<string, readonly string[]>
}

/** Reads and parses them once for all cases. */
export async function oneFileBase(): Promise<OneFileBase> {
  const {content} = await readContent(join(repository, 'tests/fixtures/small-dossier'), ['documents'])
  const {content: templates} = await readContent(repository, ['templates'])
  for (const [path, bytes] of templates) content.set(path, bytes)
  const files = schemaFiles()
  const schemas = compileSchemas(files)
  const loaded = load(content)
  const sources = {
    content,
    files,
    schemas,
    loaded,
    validated: validate(loaded, schemas),
    stoppedAt: new Map(),
  }
  const donors = new Map<string, string[]>()
  for (const [path, bytes] of (await readContent(story, ['documents'])).content) {
    const name = path.split('/').at(-1) ?? ''
    donors.set(name, [...(donors.get(name) ?? []), new TextDecoder().decode(bytes)])
  }
  return {sources, donors}
}

/**
 * A file with other bytes: made of pieces, or mutated.
 *
 * @param seed  the same for the same number
 * @param most  bytes, roughly
 */
export function oneFileOf(
  seed: number,
  {sources, donors}: OneFileBase,
  most: number,
): {path: string; bytes: Uint8Array} {
  const next = random(seed)
  const paths = [...sources.content.keys()].filter((path) =>
    path.startsWith(next() < 0.85 ? 'documents/' : 'templates/'),
  )
  const path = paths[Math.floor(next() * paths.length)] ?? ''
  const own = sources.loaded.texts.get(path) ?? ''
  const alike = donors.get(path.split('/').at(-1) ?? '') ?? []
  const text = next() < 0.4 ? (alike[Math.floor(next() * alike.length)] ?? own) : own
  const isMade = next() < 0.15
  const words = isMade
    ? made(next, Math.floor(next() * most), path.endsWith('.md'))
    : mutated(grown(text, most, next), next, most)
  return {path, bytes: bytesOf(words, next)}
}

/** Up to the size that is asked for, now and then: the text again behind itself. */
function grown(text: string, most: number, next: () => number): string {
  if (most <= 8192 || next() < 0.3) return text
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '')
  let long = text
  while (long.length + body.length < most * next()) long += `\n${body}`
  return long
}
