import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {makers} from '../diff/edits.ts'
import {type Random, randomEdit} from '../replay.ts'

/** Texts of sources by their paths from the content root. */
export type Texts = Map<string, string>

/** The texts that edits are made in. */
export function textsIn(root: string): Texts {
  return new Map(
    ['documents', 'templates'].flatMap((folder) =>
      filesIn(join(root, folder))
        .filter((path) => /\.(?:md|yaml|jsonl)$/.test(path))
        .map((path): [string, string] => [
          `${folder}/${path}`,
          readFileSync(join(root, folder, path), 'utf8'),
        ]),
    ),
  )
}

/** Ordinary files of a folder at any depth, sorted. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Puts texts in the place of those that are there; what is the same is not touched. */
export function putTexts(root: string, before: Texts, after: Texts): void {
  for (const path of before.keys()) if (!after.has(path)) rmSync(join(root, path))
  for (const [path, text] of after) {
    if (before.get(path) === text) continue
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
}

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[random(Math.max(1, items.length))]

/** Changes of sources: what authors, translators and branches do. Each gives the texts after it. */
export const sourceChanges: Readonly<
  Record<string, (texts: Texts, random: Random, earlier: readonly Texts[]) => Texts | undefined>
> = {
  edit: (texts, random) => {
    const edit = randomEdit(texts, random)
    return edit && new Map(texts).set(edit.path, edit.text)
  },
  'edit of the story': (texts, random) => {
    const make = pick(Object.values(makers), random)
    const edit = make?.(texts, random)
    if (!edit || [...edit.files].some(([path]) => path.startsWith('templates/') && !texts.has(path)))
      return undefined
    const after = new Map(texts)
    for (const [path, text] of edit.files)
      if (text === null) after.delete(path)
      else after.set(path, text)
    return after
  },
  'a title': (texts, random) => lineOf(texts, random, /^documents\/.+\.md$/, /^(title: .+)$/m, '$1 again'),
  'a number of a fact': (texts, random) =>
    lineOf(texts, random, /^documents\/decisions\/[^/]+\/[^.]+\.yaml$/, /(?<=: )([1-9]\d?)(?=[,}\n])/, '3'),
  'a word of facts': (texts, random) =>
    lineOf(
      texts,
      random,
      /^documents\/decisions\/.+\.[a-z]{2}\.yaml$/,
      /(?<=: "?[A-Z][a-z]+ )([a-z]{4,})/,
      'altered',
    ),
  'an error in a body': (texts, random) =>
    lineOf(
      texts,
      random,
      /^documents\/[^/]+\/[^/]+\/[^/]+\.md$/,
      /(?<=[a-z] )([a-z]{4,})(?= )/,
      ':fact[nowhere]',
    ),
  'an error in facts': (texts, random) =>
    lineOf(texts, random, /^documents\/decisions\/[^/]+\/[^.]+\.yaml$/, /^([a-z-]+):/m, 'mistyped-$1:'),
  'a warning in a body': (texts, random) =>
    lineOf(texts, random, /^documents\/[^/]+\/[^/]+\/[^/]+\.md$/, /(?<=[a-z] )([a-z]{4,})(?= )/, 'e-mail'),
  'a ledger without a line': (texts, random) => lineOf(texts, random, /\.jsonl$/, /\n(\{"unit".+)\n/, '\n'),
  'a file that goes': (texts, random) => {
    const path = pick(
      [...texts.keys()].filter((one) => /^documents\/[^/]+\/[^/]+\/.+\.md$/.test(one)),
      random,
    )
    const after = new Map(texts)
    if (path) after.delete(path)
    return path ? after : undefined
  },
  'a word of a template': (texts, random) => {
    const after = new Map(texts)
    const path = `templates/labels.${pick(['en', 'fr'], random)}.yaml`
    if (texts.has(path)) return undefined
    return after.set(path, `page: {skip: "Text ${random(1000)}"}\n`)
  },
  'another branch': (_texts, random, earlier) => pick(earlier, random),
}

function lineOf(texts: Texts, random: Random, files: RegExp, found: RegExp, to: string): Texts | undefined {
  const path = pick([...texts.keys()].filter((one) => files.test(one)).sort(), random)
  const text = path === undefined ? '' : (texts.get(path) ?? '')
  const changed = text.replace(found, to)
  return path === undefined || changed === text ? undefined : new Map(texts).set(path, changed)
}

/** Changes of what was built, the same in every root. */
export const outputChanges: Readonly<Record<string, (root: string, path: string) => void>> = {
  'an output goes': (root, path) => rmSync(join(root, 'out', path), {force: true}),
  'an output is changed, with its length and time put back': (root, path) => {
    const target = join(root, 'out', path)
    if (!existsSync(target)) return
    const {atime, mtime} = statSync(target)
    const bytes = readFileSync(target)
    bytes[bytes.length >> 1] = ((bytes[bytes.length >> 1] ?? 0) + 1) % 128
    writeFileSync(target, bytes)
    utimesSync(target, atime, mtime)
  },
}

/** Changes of what is kept. */
export const keptChanges: Readonly<Record<string, (folder: string, random: Random) => void>> = {
  'what is kept goes': (folder) => rmSync(folder, {recursive: true, force: true}),
  'something of it is cut off': (folder, random) => {
    const path = pick(filesIn(folder), random)
    if (path) writeFileSync(join(folder, path), readFileSync(join(folder, path)).subarray(0, 200))
  },
  'something of it is another by a byte': (folder, random) => {
    const path = pick(filesIn(folder), random)
    if (!path) return
    const bytes = readFileSync(join(folder, path))
    const at = random(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(join(folder, path), bytes)
  },
  'two of its files change places': (folder, random) => {
    const paths = filesIn(folder).filter((path) => path.includes('documents/'))
    const [one, other] = [pick(paths, random), pick(paths, random)]
    if (!one || !other) return
    const [a, b] = [one, other].map((path) => readFileSync(join(folder, path)))
    writeFileSync(join(folder, one), b as Buffer)
    writeFileSync(join(folder, other), a as Buffer)
  },
}
