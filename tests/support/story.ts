import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {isMap, isSeq, parseDocument} from 'yaml'
import {build, write} from '../../src/index.ts'
import {expectedDocuments} from './documents.ts'

// The story: the documents of the project itself, with their subjects and meetings, named here and in documents.ts. Tests
// look at these and at nothing else in documents/ and out/, so that whoever adds a document, a subject or a meeting of
// another matter (docs/authoring.md) breaks none of them. tests/authoring.test.ts does it.

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Folders of documents/ with a document; the last one is made under another outcome only. */
const documents: readonly string[] = [...Object.keys(expectedDocuments), 'cop15/conf-11-3']

/** Folders of documents/decisions/. */
const subjects: readonly string[] = ['internet-trade', 'internet-trade-cop15']

/** Ids of documents/meetings.yaml. */
const meetings: readonly string[] = ['cop14', 'sc57', 'sc58', 'sc59', 'cop15']

/** Texts of documents/texts/. */
const texts: readonly string[] = ['conf-11-3-cop14']

/** Whether a file is of the story, or one that all matters share. */
function isOfStory(path: string): boolean {
  const [group = '', name = '', ...below] = path.split('/')
  if (name === '') return true
  if (group === 'decisions') return subjects.includes(name)
  if (group === 'texts') return ['translation', ...texts].includes(name.split('.')[0] ?? '')
  if (group === 'agendas') return ['translation', ...meetings].includes(name.split('.')[0] ?? '')
  return below.length > 0 && documents.includes(`${group}/${name}`)
}

/** What a file that all matters share has of others, taken out of it where it is to be. */
function foreignIn(path: string, text: string): {found: string[]; without: string} {
  const yaml = parseDocument(text)
  const found: string[] = []
  const take = (list: unknown, isForeign: (id: string, value: unknown) => boolean): void => {
    if (isMap(list))
      for (const {key, value} of [...list.items])
        if (isForeign(String(key), value)) {
          found.push(`${path}: ${key}`)
          list.delete(key)
        }
    if (isSeq(list))
      for (const item of [...list.items])
        if (isMap(item) && isForeign(String(item.get('id')), item)) {
          found.push(`${path}: ${item.get('id')}`)
          list.items.splice(list.items.indexOf(item), 1)
        }
  }
  if (/^meetings\./.test(path)) take(yaml.get('meetings'), (id) => !meetings.includes(id))
  const sections = /^agendas\/[^.]+\.yaml$/.test(path) ? yaml.get('sections') : undefined
  for (const section of isSeq(sections) ? sections.items : [])
    if (isMap(section))
      take(section.get('items'), (_id, item) => {
        const document = isMap(item) ? item.get('document') : undefined
        return document !== undefined && !documents.includes(String(document))
      })
  return {
    found,
    without: found.length > 0 ? yaml.toString({lineWidth: 0, flowCollectionPadding: false}) : text,
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

/** What documents/ of a root holds that is not of the story: files, and ids in files that all matters share. */
export function othersIn(root: string): string[] {
  const folder = join(root, 'documents')
  return filesIn(folder).flatMap((path) => {
    if (!isOfStory(path)) return [path]
    return isShared(path) ? foreignIn(path, readFileSync(join(folder, path), 'utf8')).found : []
  })
}

const isShared = (path: string): boolean => /^(?:meetings\.|agendas\/)/.test(path)

/** The documents/ of the story alone, by path: bytes where nothing is taken out of a file. */
export function storyIn(root: string): Map<string, string | Buffer> {
  const folder = join(root, 'documents')
  return new Map(
    filesIn(folder)
      .filter(isOfStory)
      .map((path) => {
        const bytes = readFileSync(join(folder, path))
        if (!isShared(path)) return [path, bytes]
        const {found, without} = foreignIn(path, bytes.toString('utf8'))
        return [path, found.length > 0 ? without : bytes]
      }),
  )
}

/** A root with the documents and templates of the story, and the out/ that they give. */
async function storyAlone(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-story-'))
  process.on('exit', () => rmSync(root, {recursive: true, force: true}))
  for (const [path, content] of storyIn(project)) {
    const target = join(root, 'documents', path)
    mkdirSync(dirname(target), {recursive: true})
    writeFileSync(target, content)
  }
  if (existsSync(join(project, 'templates')))
    cpSync(join(project, 'templates'), join(root, 'templates'), {recursive: true})
  const result = await build({root})
  await write(root, result.outputs, result)
  return root
}

/**
 * The content root of the story: the folder of the project itself as long as nothing else is in its documents/, and a copy
 * without the rest, built anew, where there is more. It ends with a slash, as that of the project.
 */
export const story = othersIn(project).length === 0 ? project : `${await storyAlone()}/`
