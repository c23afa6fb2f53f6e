import {existsSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {documentPath} from '../../asked.ts'
import type {SideSource} from '../../diff/index.ts'
import {UsageError} from '../../failure/index.ts'
import {readContent} from '../../load/index.ts'
import {quote} from '../../message/index.ts'
import {revisionOf} from '../../since/index.ts'

const folders = ['documents', 'templates']

/**
 * The two sides that are compared, read and not looked at yet: nothing named is the last commit and the folder as it
 * stands, one revision that and the folder, two these. A side that begins with `.` or `/` is a folder with documents/ of its
 * own.
 *
 * @param root  the content root
 * @param named  what was typed
 * @throws UsageError  when a side is not there
 * @throws EnvironmentError  when the disk or git will not give a file
 */
export async function sideSources(root: string, named: readonly string[]): Promise<[SideSource, SideSource]> {
  const [one = 'HEAD', other, strange] = named
  if (strange !== undefined)
    throw new UsageError(
      `Two sides are compared: leave out ${quote(strange)}. Documents are named by --document.`,
    )
  const before = await sourceOf(root, one)
  const after =
    other === undefined ? await folderAt(root, 'the folder as it stands') : await sourceOf(root, other)
  return [before, after]
}

async function sourceOf(root: string, name: string): Promise<SideSource> {
  if (isFolder(name)) return folderAt(resolve(name), name)
  const revision = await revisionOf(root, name).catch((cause: unknown) => {
    throw cause instanceof UsageError ? withHint(cause, root, name) : cause
  })
  return {name, commit: revision.commit, root, read: await revision.content()}
}

/** No revision begins so. */
function isFolder(name: string): boolean {
  return /^(?:\.|\/|[A-Za-z]:[\\/])/.test(name)
}

/** A folder may have been meant, or a document. */
function withHint(cause: UsageError, root: string, name: string): UsageError {
  const isDocument = existsSync(join(root, 'documents', documentPath(name)))
  const hint = isDocument
    ? 'A document is named by --document.'
    : `A folder is named with a full stop and a slash before it: ./${name}.`
  return isDocument || existsSync(name) ? new UsageError([...cause.lines, hint]) : cause
}

async function folderAt(root: string, name: string): Promise<SideSource> {
  const isThere = statSync(resolve(root, 'documents'), {throwIfNoEntry: false})?.isDirectory()
  if (!isThere)
    throw new UsageError(`There is no folder documents/ in ${quote(root)}. Name the folder that holds it.`)
  return {name, root, read: await readContent(root, folders)}
}
