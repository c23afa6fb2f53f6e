import {git} from './git.ts'

/**
 * A file as it was before both sides of a merge that is not finished, as git keeps it (gitrevisions(7), `:1:`).
 *
 * @param root  the content root
 * @param path  from there
 * @returns undefined where git does not know it, or is not there
 */
export async function beforeBoth(root: string, path: string): Promise<string | undefined> {
  try {
    const {status, out} = await git(root, ['cat-file', 'blob', `:1:./${path}`])
    return status === 0 ? out : undefined
  } catch {
    return undefined // No git, no repository, or more than it may answer: the two sides alone are joined.
  }
}
