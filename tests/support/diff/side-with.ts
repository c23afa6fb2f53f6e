import {compose} from '../../../src/compose/index.ts'
import type {Side} from '../../../src/diff/index.ts'
import {load} from '../../../src/load/index.ts'
import {isError} from '../../../src/message/index.ts'
import {number} from '../../../src/number/index.ts'
import {resolve} from '../../../src/resolve/index.ts'
import {validate} from '../../../src/validate/index.ts'
import type {Sources} from '../content-root.ts'

/**
 * A side in which some files of a root have other texts, or are not there (null); undefined where one of them has an error,
 * or two facts of it cannot be true together. Rules about documents are not asked.
 */
export function sideWith(base: Sources, files: ReadonlyMap<string, string | null>): Side | undefined {
  const content = new Map(base.content)
  const changed = new Map<string, Uint8Array>()
  for (const [path, text] of files) {
    content.delete(path)
    if (text === null) continue
    changed.set(path, new TextEncoder().encode(text))
    content.set(path, changed.get(path) as Uint8Array)
  }
  const loaded = load(changed)
  const validated = validate(loaded, base.schemas, {templates: base.validated.sources})
  if ([...loaded.messages, ...validated.messages].some(isError)) return undefined
  if ([...changed.keys()].some((path) => !validated.sources.has(path))) return undefined
  const sources = new Map([...base.validated.sources, ...validated.sources])
  const paths = new Set([...base.loaded.paths, ...changed.keys()])
  for (const [path, text] of files) {
    if (text !== null) continue
    sources.delete(path)
    paths.delete(path)
  }
  const {dossier, messages} = resolve({...base.validated, sources}, paths, base.files)
  if (messages.some(isError)) return undefined
  const compositions = dossier.documents.flatMap((plan) =>
    plan.languages.map(({language}) => {
      const composition = compose(dossier, plan, language)
      number(composition.tree, dossier.templates.numbering)
      return composition
    }),
  )
  if (compositions.some((composition) => composition.messages.some(isError))) return undefined
  return {
    name: 'a side',
    content,
    sources,
    dossier,
    compositions,
    documents: compositions.map(({plan, language}) => ({
      path: plan.path,
      language: language.code,
      isRefused: false,
    })),
    messages,
    texts: base.loaded.texts,
  }
}
