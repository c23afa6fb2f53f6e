import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build, write} from '../../src/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Writes what a build of the project makes and a clone does not have, for tests that look at the numbered texts and at the
 * pages about all documents. What is committed is not written: it is compared.
 */
export async function writeOnlyBuilt(): Promise<void> {
  if (existsSync(join(root, 'out/manifest.json'))) return
  const {outputs} = await build({root})
  const onlyBuilt = [...outputs].filter(([, {document, isOnlyBuilt}]) => !document || isOnlyBuilt)
  await write(root, new Map(onlyBuilt), {isPartial: true})
}
