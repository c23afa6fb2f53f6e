import {isUtf8} from 'node:buffer'
import {join} from 'node:path'
import {documentPath} from '../asked.ts'
import {beforeBoth} from '../git-setup/index.ts'
import {caps, readContent, sidesOf} from '../load/index.ts'
import {joinedLedgers} from '../translation/index.ts'
import {replaceFile} from '../write/index.ts'
import {readRaw} from './edit.ts'

/**
 * Settles ledgers of translations in which git left two versions: one line is kept of each unit. Words are never settled
 * so: somebody must read them.
 *
 * @param root  the content root
 * @param documents  as `sc58/internet-trade`; all files of documents/ when empty
 * @returns the paths of the ledgers that changed
 */
export async function fixLedgers(root: string, documents: readonly string[]): Promise<string[]> {
  const {content} = await readContent(root, ['documents'])
  const folders = documents.map((given) => `documents/${documentPath(given)}/`)
  const fixed: string[] = []
  for (const [path, bytes] of content) {
    if (folders.length > 0 && !folders.some((folder) => path.startsWith(folder))) continue
    if (!/\/translation\.[a-z]{2}\.jsonl$/.test(path) || !isUtf8(bytes)) continue
    if (bytes.length > caps.yamlBytes.most) continue // It was not read, and is refused with a message of its own.
    const sides = sidesOf((await readRaw(join(root, path))).replaceAll('\r\n', '\n'))
    const joined = sides && joinedLedgers(await beforeBoth(root, path), sides.own, sides.other)
    if (joined === undefined) continue
    await replaceFile(root, path, new TextEncoder().encode(joined))
    fixed.push(path)
  }
  return fixed
}
