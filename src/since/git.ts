import type {VFileMessage} from 'vfile-message'
import {EnvironmentError, UsageError} from '../failure/index.ts'
import type {Content} from '../load/index.ts'
import {quote} from '../message/index.ts'
import {revisionContent} from './revision-content.ts'
import {git} from './run-git.ts'

const revisionForm = /^[A-Za-z0-9][\w./@{}^~-]{0,200}$/

/** A revision of the repository in which a content root lies. */
export interface Revision {
  /** Full name of its commit. */
  commit: string
  /** Text of a file as it was; undefined where there was none. */
  read(path: string): Promise<string | undefined>
  /** All files of documents/ and templates/ as they were, and what is refused of them (see revisionContent). */
  content(): Promise<{content: Content; messages: VFileMessage[]}>
  /** Paths of files under the root that are not now as they were, also those that git does not know yet. */
  changed(): Promise<Set<string>>
}

/**
 * A revision, as git has it; nothing of the repository is run or changed.
 *
 * @param root  the content root
 * @param name  such as `origin/main` or `HEAD~1`
 * @throws UsageError  when there is no such revision
 * @throws EnvironmentError  when git is not there, or the folder is not in a repository
 */
export async function revisionOf(root: string, name: string): Promise<Revision> {
  if (!revisionForm.test(name))
    throw new UsageError(
      `${quote(name)} is no revision. Write a branch, a tag or a commit, such as origin/main.`,
    )
  const commit = await commitOf(root, name)
  if (commit === undefined) throw await unknown(root, name)
  return {
    commit,
    read: (path) => git(root, 'cat-file', 'blob', `${commit}:./${path}`).catch(() => undefined),
    content: () => revisionContent(root, commit, ['documents', 'templates']),
    async changed() {
      const tracked = await git(
        root,
        'diff',
        '--no-ext-diff',
        '--no-renames',
        '--name-only',
        '-z',
        '--relative',
        commit,
        '--',
        '.',
      )
      const others = await git(root, 'ls-files', '--others', '--exclude-standard', '-z', '--', '.')
      return new Set([...tracked.split('\0'), ...others.split('\0')].filter((path) => path !== ''))
    },
  }
}

async function commitOf(root: string, name: string): Promise<string | undefined> {
  const found = await git(
    root,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ).catch((cause: unknown) => {
    if (cause instanceof EnvironmentError) throw cause
    return ''
  })
  return /^[0-9a-f]{40,64}$/.exec(found.trim())?.[0]
}

/** Why a revision is not there: the clone may hold the latest commits only, or none may have been made. */
async function unknown(root: string, name: string): Promise<UsageError> {
  if (name.includes('..'))
    return new UsageError(`${quote(name)} names two revisions. Write them with a space between them.`)
  if ((await git(root, 'rev-parse', '--is-shallow-repository').catch(() => '')).trim() === 'true')
    return new UsageError([
      `Git knows no revision ${quote(name)} here: this clone holds the latest commits only.`,
      'Fetch the others: git fetch --unshallow; in a workflow of GitHub, fetch-depth: 0.',
    ])
  if ((await commitOf(root, 'HEAD')) === undefined)
    return new UsageError(`Git knows no revision ${quote(name)} here: nothing was committed yet.`)
  return new UsageError(
    `Git knows no revision ${quote(name)} here. In a pull request fetch the branch first.`,
  )
}
