import {join} from 'node:path'
import {load, readContent} from '../load/index.ts'
import type {DocumentRecord} from '../resolve/index.ts'
import {replaceFile} from '../write/index.ts'
import {applyEdits, readRaw} from './edit.ts'
import {withUnitIds} from './with-unit-ids.ts'

/**
 * Puts ids into the Markdown files of the content root, each file replaced whole.
 *
 * @param root  the content root
 * @param documents  as `sc58/internet-trade`; all when empty
 * @returns the files that changed, with the number of ids put into each
 */
export async function fixUnitIds(
  root: string,
  documents: readonly string[],
): Promise<{path: string; added: number}[]> {
  const {content} = await readContent(root, ['documents'])
  const {sources, texts} = load(content)
  const changed: {path: string; added: number}[] = []
  for (const [path, source] of sources) {
    const folder = /^documents\/(.+)\/document\.yaml$/.exec(path)?.[1]
    if (
      !folder ||
      (documents.length > 0 &&
        !documents.some((document) => folder === document.replace(/^documents\//, '').replace(/\/$/, '')))
    )
      continue
    const value = source.data.value as Partial<DocumentRecord>
    const taken = new Set<string>()
    for (const {name, only} of [{name: 'body', only: undefined}, ...annexesOf(value)]) {
      const fileOf = (language: string): string => `documents/${folder}/${name}.${language}.md`
      const original = fileOf(only ?? value.original ?? '')
      if (!sources.has(original)) continue
      const translations = Object.keys(value.languages ?? {})
        .map(fileOf)
        .filter((file) => file !== original && sources.has(file))
      const asText = (file: string): {name: string; text: string} => ({
        name: file,
        text: texts.get(file) ?? '',
      })
      for (const {name: file, text, edits} of withUnitIds(
        asText(original),
        translations.map(asText),
        taken,
      )) {
        for (const match of text.matchAll(/ \^([a-z0-9-]+)/g)) taken.add(match[1] ?? '')
        if (edits.length === 0) continue
        const changedText = applyEdits(await readRaw(join(root, file)), edits)
        await replaceFile(root, file, new TextEncoder().encode(changedText))
        changed.push({path: file, added: edits.length})
      }
    }
  }
  return changed
}

/** The annexes in a document.yaml that nothing has validated yet, and the language of those that are in one alone. */
function annexesOf({annexes}: Partial<DocumentRecord>): {name: string; only?: string | undefined}[] {
  if (!Array.isArray(annexes)) return []
  return annexes.flatMap((annex) => {
    if (typeof annex === 'string') return [{name: annex}]
    return annex?.name ? [{name: annex.name, only: annex.only}] : []
  })
}
