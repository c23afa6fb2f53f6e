import type {RulesMemory, SharedFindings} from '../looking/index.ts'
import {messageFrom, messageRecord} from './document-record.ts'
import type {Store} from './seal.ts'
import {digestOf} from './stamps.ts'

const name = 'rules.json'

/** What was found in what documents share, as JSON. */
interface RulesRecord extends Record<Exclude<keyof SharedFindings, 'switchedOff'>, object[]> {
  key: string
  switchedOff: number
}

/**
 * What the rules found in what documents share.
 *
 * @param keyOfAll  gives the digest of all that is made, but for the words of documents
 */
export function rulesMemory(store: Store, keyOfAll: () => string): RulesMemory {
  const keyOf = (named: string): string => digestOf(`${keyOfAll()} ${named}`)
  return {
    recallRules(named) {
      const record = store.read(name) as RulesRecord | undefined
      if (record?.key !== keyOf(named)) return undefined
      const {ofSources, ofPairs, ofLedgers, switchedOff} = record
      return {
        ofSources: ofSources.map(messageFrom),
        ofPairs: ofPairs.map(messageFrom),
        ofLedgers: ofLedgers.map(messageFrom),
        switchedOff,
      }
    },
    keepRules(named, {ofSources, ofPairs, ofLedgers, switchedOff}) {
      const record: RulesRecord = {
        key: keyOf(named),
        ofSources: ofSources.map(messageRecord),
        ofPairs: ofPairs.map(messageRecord),
        ofLedgers: ofLedgers.map(messageRecord),
        switchedOff,
      }
      store.write(name, record)
    },
  }
}
