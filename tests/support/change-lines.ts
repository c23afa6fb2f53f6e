import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {repository} from './content-root.ts'

/**
 * Changes lines of files: a path, then lines as they stand (`-`) and as they are to be (`+`).
 *
 *     templates/usage.en.yaml
 *     -  - {write: website, not: [web site]}
 *     +  - {write: website, not: [web site, web-site]}
 *
 * A file that the root does not have is taken from the project. `a.yaml from b.yaml` is a new file, made of another of
 * the root.
 *
 * @param root  absolute path of the folder whose files are changed
 * @throws Error  where the lines do not stand exactly once in their file
 */
export function changeLines(root: string, diff: string): void {
  for (const block of diff.trimEnd().split(/\n+(?=[^-+\n])/)) {
    const [, path = '', model = path] = /^(\S+)(?: from (\S+))?/.exec(block) ?? []
    const source = join(root, model)
    let text = `\n${readFileSync(existsSync(source) ? source : join(repository, model), 'utf8')}`
    for (const [, before = '', after = ''] of block.matchAll(/((?:\n-.*)+)((?:\n\+.*)*)/g)) {
      const old = `${before.replaceAll('\n-', '\n')}\n`
      const count = text.split(old).length - 1
      if (count !== 1) throw new Error(`${model} holds ${count} times, and not once:${old}`)
      text = text.replace(old, () => `${after.replaceAll('\n+', '\n')}\n`)
    }
    const target = join(root, path)
    mkdirSync(dirname(target), {recursive: true})
    writeFileSync(target, text.slice(1))
  }
}
