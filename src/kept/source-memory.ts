import {createHash} from 'node:crypto'
import type {Known, KnownWords} from '../load/index.ts'
import {compare} from '../message/index.ts'
import type {SourceMemory} from '../reading/index.ts'
import type {Store} from './seal.ts'
import {digestOf} from './stamps.ts'

const name = 'yaml.json'

/** The folder of what is known of the words of documents. */
export const wordsFolder = 'words'

function wordsName(document: string): string {
  return `${wordsFolder}/${digestOf(document).slice(0, 32)}.json`
}

interface WordsRecord extends KnownWords {
  digest: string
}

/**
 * Sources in which nothing was found. What they may say depends on the templates of the root beside, and on
 * which decisions were adopted: where one of these has changed nothing is known.
 */
export function sourceMemory(store: Store): SourceMemory {
  let key = ''
  return {
    recall(content) {
      const hash = createHash('sha256')
      for (const [path, bytes] of [...content].sort(([a], [b]) => compare(a, b)))
        if (path.startsWith('templates/') || /^documents\/decisions\/[^/]+\/decisions\.yaml$/.test(path))
          hash.update(`\n${JSON.stringify(path)} ${bytes.length}\n`).update(bytes)
      key = hash.digest('hex')
      const record = store.read(name) as
        | {key: string; files: [string, {text: string; json: string}][]}
        | undefined
      return new Map(record?.key === key ? record.files : [])
    },
    keep(known: Known) {
      store.write(name, {key, files: [...known]})
    },
    recallWords(document, files) {
      const record = store.read(wordsName(document)) as
        | {key: string; files: [string, WordsRecord][]}
        | undefined
      if (record?.key !== key) return new Map()
      return new Map(
        record.files.filter(([path, {digest}]) => {
          const bytes = files.get(path)
          return bytes && digestOf(bytes) === digest
        }),
      )
    },
    keepWords(document, files, sources) {
      const known = sources.map(({path, data: {value}, tree}): [string, WordsRecord] => [
        path,
        {digest: digestOf(files.get(path) ?? ''), value, tree},
      ])
      store.write(wordsName(document), {key, files: known})
    },
  }
}
