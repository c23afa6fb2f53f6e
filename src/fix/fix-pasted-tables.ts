import {isUtf8} from 'node:buffer'
import {join} from 'node:path'
import {documentPath} from '../asked.ts'
import {caps, readContent} from '../load/index.ts'
import {replaceFile} from '../write/index.ts'
import {readRaw} from './edit.ts'
import {withPastedTables} from './with-pasted-tables.ts'

/**
 * Makes tables of rows with tabs that were pasted between `:::table…` and `:::`, each file replaced whole.
 *
 * @param root  the content root
 * @param documents  as `sc58/internet-trade`; all files of documents/ when empty
 * @returns the files that changed, with the number of tables made in each
 */
export async function fixPastedTables(
  root: string,
  documents: readonly string[],
): Promise<{path: string; tables: number}[]> {
  const {content} = await readContent(root, ['documents'])
  const folders = documents.map((given) => `documents/${documentPath(given)}/`)
  const fixed: {path: string; tables: number}[] = []
  for (const [path, bytes] of content) {
    if (folders.length > 0 && !folders.some((folder) => path.startsWith(folder))) continue
    if (!path.endsWith('.md') || bytes.length > caps.markdownBytes.most || !isUtf8(bytes)) continue
    if (!Buffer.from(bytes).includes('\t')) continue
    const {text, tables} = withPastedTables(await readRaw(join(root, path)))
    if (tables === 0) continue
    await replaceFile(root, path, new TextEncoder().encode(text))
    fixed.push({path, tables})
  }
  return fixed
}
