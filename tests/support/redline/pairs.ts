import {fileURLToPath} from 'node:url'
import type {RedlineOptions} from '../../../src/redline/index.ts'
import {type Random, seeded} from '../replay.ts'
import {story} from '../story.ts'
import {type Change, kindsOfEdits, randomChange} from './edits.ts'
import {type Versions, versionsOf} from './versions.ts'

/** Two versions of a document in one language, as Word files. */
export interface Pair {
  /** Which document, and what was done to its sources. */
  name: string
  kinds: string[]
  before: Uint8Array
  after: Uint8Array
}

/** Words as a template has them. */
export const options: RedlineOptions = {
  author: 'CITES Secretariat',
  date: '2009-05-22T00:00:00Z',
  words: {
    'moved-from': 'Moved from paragraph {number}.',
    moved: 'Moved from another place.',
    unchanged: 'Unchanged.',
  },
}

const fixture = fileURLToPath(new URL('../../fixtures/constructs', import.meta.url))
let roots: Promise<readonly Versions[]> | undefined

/**
 * The sources of real documents, and of those that have every construct.
 */
export function versions(): Promise<readonly Versions[]> {
  roots ??= Promise.all([versionsOf(story), versionsOf(fixture)])
  return roots
}

interface Begun {
  versions: Versions
  path: string
  language: string
  changed: ReadonlyMap<string, string>
  kinds: string[]
}

/** Random edits, one to four in a row of the sources of one document; each kind comes first in turn. */
export async function* randomPairs(count: number, seed: number): AsyncGenerator<Pair> {
  const random = seeded(seed)
  for (let made = 0; made < count; ) {
    const kind =
      kindsOfEdits[Math.floor(random(2) ? random(kindsOfEdits.length) : made) % kindsOfEdits.length]
    const own = (await versions())[random(2)] as Versions
    let begun: Begun | undefined
    const wanted = 1 + random(4)
    for (let tries = 0; (begun?.kinds.length ?? 0) < wanted && tries < 40; tries++)
      begun = (await edited(own, begun, random, begun ? undefined : kind)) ?? begun
    if (!begun) continue
    const before = await own.render(begun.path, begun.language, new Map())
    const after = await own.render(begun.path, begun.language, begun.changed)
    if (!before || !after) continue
    made += 1
    const name = `${made}: ${begun.path}.${begun.language} (${begun.kinds.join(', ')})`
    yield {name, kinds: begun.kinds, before, after}
  }
}

/** One edit more; undefined where it cannot be made, or the document would be refused. */
async function edited(
  own: Versions,
  begun: Begun | undefined,
  random: Random,
  kind: string | undefined,
): Promise<Begun | undefined> {
  const texts = new Map([...own.texts, ...(begun?.changed ?? [])])
  const edit = randomChange(texts, random, (path) => !begun || path.includes(`${begun.path}/`), kind)
  if (!edit) return undefined
  const file = begun ?? chosen(own, edit, random)
  if (!file) return undefined
  const changed = new Map([...(begun?.changed ?? []), [edit.path, edit.text]])
  if (!(await own.render(file.path, file.language, changed).catch(() => undefined))) return undefined
  const {path, language} = file
  return {versions: own, path, language, changed, kinds: [...(begun?.kinds ?? []), edit.kind]}
}

function chosen(own: Versions, edit: Change, random: Random): {path: string; language: string} | undefined {
  const reached = own.reached(edit.path)
  const one = reached[random(Math.max(1, reached.length))]
  const language = one?.languages[random(one.languages.length)]
  return one && language ? {path: one.path, language} : undefined
}
