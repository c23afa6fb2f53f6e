import {isScalar, parseDocument} from 'yaml'
import {load} from '../../src/load/index.ts'
import {resolve} from '../../src/resolve/index.ts'
import {validate} from '../../src/validate/index.ts'
import {composed, type Sources} from './content-root.ts'
import {sitesOf} from './mutate.ts'

/** Words of the dossiers in one language: `decisions.en.yaml`, `tasks.en.yaml` and so on. */
const wordsFile = /^documents\/decisions\/.+\.[a-z]{2}\.yaml$/

/**
 * Looks which words of the dossiers' words files some document prints: each gets a mark of its own at its end, every
 * document is composed once, and what is marked in no finished tree was printed by none.
 *
 * @returns the words that are printed and those that are not, as path and keys: `documents/…/tasks.en.yaml tasks/report/action`
 */
export function wordsByUse(base: Sources): {printed: Set<string>; unprinted: Set<string>} {
  const names: string[] = []
  const content = new Map<string, Uint8Array>()
  for (const [path, source] of base.validated.sources) {
    if (!wordsFile.test(path)) continue
    const document = parseDocument(String(source.file))
    for (const {pointer, pair} of sitesOf(path, String(source.file))) {
      if (!isScalar(pair.value)) continue
      document.setIn(pointer, `${pair.value.value} zz${names.length}zz`)
      names.push(`${path} ${pointer.join('/')}`)
    }
    content.set(path, new TextEncoder().encode(String(document)))
  }
  const marked = validate(load(content), base.schemas, {templates: base.validated.sources})
  const sources = new Map([...base.validated.sources, ...marked.sources])
  const {dossier, messages} = resolve({...base.validated, sources}, base.loaded.paths)
  const faults = [...marked.messages, ...messages]
  if (faults.length > 0) throw new Error(`The marks are not taken as words: ${faults[0]}`)
  const trees = composed(dossier).flatMap(({compositions}) =>
    [...compositions.values()].map(({tree}) => tree),
  )
  // Some covers print words in capitals.
  const found = new Set([...JSON.stringify(trees).matchAll(/zz(\d+)zz/gi)].map(([, index]) => Number(index)))
  return {
    printed: new Set(names.filter((_name, index) => found.has(index))),
    unprinted: new Set(names.filter((_name, index) => !found.has(index))),
  }
}
