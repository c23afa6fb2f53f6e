import {lstat, readdir, readFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {UsageError} from '../failure/index.ts'
import {isDeviceName} from '../load/index.ts'
import {compare, quote} from '../message/index.ts'
import {packageFolder} from '../package-files.ts'
import {editorSettings, settingsPath} from './editor-settings.ts'
import type {Files} from './types.ts'
import {withLedgers} from './with-ledgers.ts'
import {writeFolder} from './write-folder.ts'

const patterns = join(packageFolder, 'templates/dossier')
// npm leaves .gitignore out of a package, and whatever it names as well; and neither file is about ours: there they have no
// full stop.
const forGit = /^git(?:ignore|attributes)$/
const subjectOfPatterns = 'example-subject'
const originalOfPatterns = 'en'
const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const idLength = 64

/**
 * Makes a dossier that builds at once: meetings, a subject with sample facts of every sort, and a document.
 *
 * @param folder  absolute path of a folder that does not exist or is empty
 * @param subject  id of the subject, which is the name of its folder in documents/decisions/
 * @returns the files that were made, by path from the folder
 * @throws UsageError  when the folder holds something, or the subject cannot be an id
 * @throws EnvironmentError  when the disk will not have the files
 */
export async function newDossier(folder: string, subject = subjectOfPatterns): Promise<string[]> {
  if (!idForm.test(subject) || subject.length > idLength || isDeviceName(subject))
    throw new UsageError(
      `The subject ${quote(subject)} cannot be used. Write small letters a to z, digits and single hyphens, a letter first, such as internet-trade.`,
    )
  const stat = await lstat(folder).catch(() => undefined)
  if (stat && !stat.isDirectory())
    throw new UsageError(
      `${folder} is a file or a link to another place. Name a folder that is new or empty.`,
    )
  if (stat && (await readdir(folder)).length > 0)
    throw new UsageError(
      `${folder} is not empty, and nothing in it is changed. Name a folder that is new or empty.`,
    )
  if (!(await lstat(dirname(folder)).catch(() => undefined)))
    throw new UsageError(
      `There is no folder ${dirname(folder)} in which a dossier could be made. Make it first.`,
    )
  const copied = await readPatterns(subject)
  const settings = await editorSettings(folder, copied.get(settingsPath) ?? '{}')
  const files = withLedgers(new Map([...copied, [settingsPath, settings]]), originalOfPatterns)
  await writeFolder(dirname(folder), basename(folder), files)
  return [...files.keys()]
}

/** The files of templates/dossier/, with the name of the subject filled in. */
async function readPatterns(subject: string): Promise<Files> {
  const entries = await readdir(patterns, {recursive: true, withFileTypes: true})
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(patterns.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort(compare)
  const named = (text: string): string => text.replaceAll(subjectOfPatterns, subject)
  const pathOf = (path: string): string => named(path).replace(forGit, '.$&')
  return new Map(
    await Promise.all(
      paths.map(async (path) => [pathOf(path), named(await readFile(join(patterns, path), 'utf8'))] as const),
    ),
  )
}
