import {cp, mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {run} from '../../src/commands/release.ts'
import {build, write} from '../../src/index.ts'

const fixture = fileURLToPath(new URL('../fixtures/release', import.meta.url))

/** The document of the fixture that is released. */
export const documentYaml = 'documents/sc58/internet-trade/document.yaml'

/** A copy of the fixture in a new temporary folder, with what an ordinary build writes; the caller removes it. */
export async function releaseRoot(): Promise<string> {
  const root = await copyOf(fixture)
  const built = await build({root})
  await write(root, built.outputs, built)
  return root
}

/** A copy of a content root in a new temporary folder; the caller removes it. */
export async function copyOf(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'cites-docs-release-'))
  await cp(root, copy, {recursive: true})
  return copy
}

/** Runs `release`; what it prints, and its status, or the error that it ends with. */
export async function release(
  root: string,
  ...args: string[]
): Promise<{status: number | undefined; out: string; err: string; error: Error | undefined}> {
  const printed = {out: '', err: ''}
  let error: Error | undefined
  const status = await run([...args, '--root', root], {
    out: (text) => {
      printed.out += text.replaceAll('\u00a0', ' ')
    },
    err: (text) => {
      printed.err += text.replaceAll('\u00a0', ' ')
    },
    progress: () => undefined,
    color: false,
    outColor: false,
    width: 80,
  }).catch((cause: Error) => {
    error = cause
    return undefined
  })
  return {status, ...printed, error}
}

/** Changes a piece of text that a file holds once. */
export async function change(root: string, path: string, before: string, after: string): Promise<void> {
  const text = await readFile(join(root, path), 'utf8')
  if (text.split(before).length !== 2) throw new Error(`${path} does not hold once: ${before}`)
  await writeFile(
    join(root, path),
    text.replace(before, () => after),
  )
}
