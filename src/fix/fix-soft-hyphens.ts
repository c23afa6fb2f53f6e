import {isUtf8} from 'node:buffer'
import {join} from 'node:path'
import {documentPath} from '../asked.ts'
import {readContent} from '../load/index.ts'
import {replaceFile} from '../write/index.ts'
import {readRaw} from './edit.ts'

// Between two letters it can be nothing but a place where Word may part a word.
const softHyphen = /(?<=\p{L})\u00ad(?=\p{L})/gu

/**
 * Takes out the soft hyphens inside words, which nobody sees and for which a file is refused before anything else of it
 * is looked at.
 *
 * @param root  the content root
 * @param documents  as `sc58/internet-trade`; all files of documents/ when empty
 * @returns the files that changed, with the number of soft hyphens in each
 */
export async function fixSoftHyphens(
  root: string,
  documents: readonly string[],
): Promise<{path: string; mended: number}[]> {
  const {content} = await readContent(root, ['documents'])
  const folders = documents.map((given) => `documents/${documentPath(given)}/`)
  const fixed: {path: string; mended: number}[] = []
  for (const [path, bytes] of content) {
    if (folders.length > 0 && !folders.some((folder) => path.startsWith(folder))) continue
    if (!/\.(?:md|yaml)$/.test(path) || !isUtf8(bytes) || !Buffer.from(bytes).includes('\u00ad')) continue
    const raw = await readRaw(join(root, path))
    const mended = raw.match(softHyphen)?.length ?? 0
    if (mended === 0) continue
    await replaceFile(root, path, new TextEncoder().encode(raw.replace(softHyphen, '')))
    fixed.push({path, mended})
  }
  return fixed
}
