import {copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The small dossier that tests change: one subject and one document in two languages. */
export const smallDossier = fileURLToPath(new URL('../fixtures/small-dossier', import.meta.url))

/**
 * A content root in a new temporary folder: the small dossier, and beside it the same under the name of otter-trade,
 * so that a test sees whether the others are written when bear-trade is refused.
 *
 * @returns its path; the caller removes it
 */
export async function fixtureRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cites-docs-'))
  copyFolder(smallDossier, root)
  for (const folder of ['documents/decisions', 'documents/sc58'])
    copyFolder(join(root, folder, 'bear-trade'), join(root, folder, 'otter-trade'))
  const document = join(root, 'documents/sc58/otter-trade/document.yaml')
  const text = await readFile(document, 'utf8')
  await writeFile(document, text.replaceAll('bear-trade', 'otter-trade').replace('"12"', '"13"'))
  return root
}

/**
 * Lays a folder of changes over a content root.
 *
 * A file replaces the one of its path. `body.fr.md.delete` (empty) removes body.fr.md, or a folder of that name.
 * `body.fr.md.link` makes body.fr.md a symbolic link to the path that it holds: links do not survive every checkout.
 */
export async function overlay(root: string, changes: string): Promise<void> {
  for (const entry of await readdir(changes, {withFileTypes: true, recursive: true})) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(root, source.slice(changes.length + 1))
    const named = target.replace(/\.(?:delete|link)$/, '')
    await mkdir(dirname(target), {recursive: true})
    if (named !== target) await rm(named, {recursive: true})
    if (target.endsWith('.link')) await symlink((await readFile(source, 'utf8')).trim(), named)
    else if (named === target) await cp(source, target)
  }
}

/**
 * Every file and link under a folder, by path, with its bytes as text that can be compared; a link is not followed.
 *
 * @param except  name of a folder at the top that is left out
 */
export async function bytesOf(folder: string, except?: string): Promise<Map<string, string>> {
  const bytes = new Map<string, string>()
  for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1)
    if (entry.isDirectory() || (except && name.startsWith(`${except}/`))) continue
    bytes.set(name, lstatSync(path).isFile() ? readFileSync(path, 'latin1') : 'not an ordinary file')
  }
  return bytes
}

/** Copies the ordinary files of a folder, at any depth. Not with `cp`: for a hundred small files it takes longer than a build. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, {recursive: true})
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyFolder(source, target)
    else copyFileSync(source, target)
  }
}
