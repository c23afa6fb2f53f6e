import {createHash} from 'node:crypto'
import type {Known} from '../load/index.ts'
import {compare} from '../message/index.ts'
import type {YamlMemory} from '../reading/index.ts'
import type {Store} from './seal.ts'

const name = 'yaml.json'

/**
 * YAML files of facts in which nothing was found. What they may say depends on the templates of the root beside, and on
 * which decisions were adopted: where one of these has changed nothing is known.
 */
export function yamlMemory(store: Store): YamlMemory {
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
  }
}
