import type {RulesMemory} from '../looking/index.ts'
import {type FindingsRecord, findingsFrom, findingsRecord} from './document-record.ts'
import type {Store} from './seal.ts'
import {digestOf} from './stamps.ts'

const name = 'rules.json'

interface RulesRecord extends FindingsRecord {
  key: string
  /** The facts that were read for it, with their digests. */
  facts: [name: string, digest: string][]
}

/**
 * What the rules found in the words that documents share.
 *
 * @param ofWords  gives the digest of all words and of what is planned
 * @param factOf  gives the digest of a fact by its name
 */
export function rulesMemory(
  store: Store,
  ofWords: () => string,
  factOf: (name: string) => string,
): RulesMemory {
  const keyOf = (others: string): string => digestOf(`${ofWords()} ${others}`)
  return {
    recallRules(others) {
      const record = store.read(name) as RulesRecord | undefined
      if (record?.key !== keyOf(others)) return undefined
      if (!record.facts.every(([fact, digest]) => factOf(fact) === digest)) return undefined
      return findingsFrom(record)
    },
    keepRules(others, found, facts) {
      const record: RulesRecord = {
        key: keyOf(others),
        facts: [...facts].map((fact) => [fact, factOf(fact)]),
        ...findingsRecord(found),
      }
      store.write(name, record)
    },
  }
}
