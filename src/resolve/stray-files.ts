import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {annexEntries} from './annexes.ts'
import type {DocumentContext} from './document-context.ts'
import type {DocumentRecord} from './types.ts'

/** Annexes and bodies that no document.yaml names. */
export function strayFiles({sources, paths}: DocumentContext): VFileMessage[] {
  const messages: VFileMessage[] = []
  const alone = new Set<string>()
  for (const path of sources.keys()) {
    const match = /^documents\/([^/]+\/[^/]+)\/(body|annex-[0-9]+(?:-[a-z])?)\.([a-z]{2})\.md$/.exec(path)
    if (!match) continue
    const [, folder, name, language] = match
    const documentYaml = `documents/${folder}/document.yaml`
    const source = sources.get(documentYaml)
    if (!paths.has(documentYaml)) {
      if (alone.has(documentYaml)) continue // Said at the first file of the folder.
      alone.add(documentYaml)
      messages.push(
        error('There is no document.yaml beside this file. Add one, or move the file.', {
          path,
          ruleId: 'file-missing',
        }),
      )
      continue
    }
    if (!source) continue
    const value = source.data.value as DocumentRecord
    const entry = annexEntries(value).find((annex) => annex.name === name)
    if (entry?.only !== undefined && entry.only !== language && Object.hasOwn(value.languages, entry.only))
      messages.push(
        error(
          `This annex is printed as it is in the language ${quote(entry.only)}, so that this file is not. Delete it, or “only: ${entry.only}” in ${documentYaml}.`,
          {path, ruleId: 'annex-stray'},
        ),
      )
    if (name !== 'body' && !entry) {
      messages.push(
        error(
          `No document names this annex. Add “${name}” to “annexes” in ${documentYaml}, or delete the file.`,
          {path, ruleId: 'annex-stray'},
        ),
      )
    }
    if (language && !Object.hasOwn(value.languages, language)) {
      messages.push(
        error(
          `The document is not made in this language. Add “${language}: drafting” to “languages” in ${documentYaml}, or delete the file.`,
          {path, ruleId: 'language-stray'},
        ),
      )
    }
  }
  return messages
}
