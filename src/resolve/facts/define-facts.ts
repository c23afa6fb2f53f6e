import type {VFileMessage} from 'vfile-message'
import {collector, idsOnce, type Say} from '../findings.ts'
import type {Located} from '../located.ts'
import type {FactsBySort, SortOfFacts} from '../record-types.ts'
import type {KnownNames} from '../template-types.ts'
import type {Meeting, Subject, SubjectFacts} from '../types.ts'

/** What facts may refer to beyond their subject. */
export interface Surroundings {
  /** Known addressees, actors and regions. */
  names: KnownNames
  meetings: ReadonlyMap<string, Meeting>
}

/** Records that have words beside their file. */
export interface WordedRecords {
  /** Keys in the file of words, under which the words stand by the ids of the records. */
  pointer: string[]
  /** What a record is called in a message. */
  what: string
  ids: Iterable<string>
  /** Whether there may be words of other records too: then only what was meant for one without words is a slip. */
  mayHaveOthers?: boolean
}

/** A document that facts name, and where. */
export interface NamedDocument {
  yaml: Located<unknown>
  pointer: (string | number)[]
  /** Its folder below documents/. */
  path: string
}

/** Facts that are there, with what they belong to. */
interface Given<Sort extends SortOfFacts> {
  yaml: Located<FactsBySort[Sort]['value']>
  value: FactsBySort[Sort]['value']
  facts: SubjectFacts
  subject: Subject
}

/** What is to be known of a sort of facts; what is left out does not apply to it. */
interface Description<Sort extends SortOfFacts> {
  /** Names of its facts for sentences that code prints. */
  named?: readonly string[]
  /** ISO dates on which something of it became known; days that lie ahead, such as that for replies, are none. */
  dates?(value: FactsBySort[Sort]['value']): readonly (string | undefined)[]
  /** Which of its records have words in the files beside it. */
  words?(given: Given<Sort>): WordedRecords[]
  /** Its lists whose records have ids of their own, and what such a record is called. */
  lists?(value: FactsBySort[Sort]['value']): {
    pointer: (string | number)[]
    what: string
    records: readonly {id: string}[]
  }[]
  /** Documents of the dossier that it names, but for those whose own rules ask more of them. */
  documents?(value: FactsBySort[Sort]['value']): Pick<NamedDocument, 'pointer' | 'path'>[]
  /** Reports what its schema cannot know to be wrong. */
  look?(given: Given<Sort> & Surroundings, say: Say): void
}

/** A sort of facts: a file documents/decisions/<subject>/<name>.yaml, and its words beside it. */
export interface FactsDefinition {
  name: string
  /** Names of its facts for sentences that code prints; those of templates/facts/ come to them. */
  named: readonly string[]
  datesIn(subject: Subject): string[]
  wordsIn(subject: Subject): WordedRecords[]
  documentsIn(subject: Subject): NamedDocument[]
  findingsIn(subject: Subject, surroundings: Surroundings): VFileMessage[]
}

/**
 * One sort of facts; its line in index.ts is all that the rest of the house needs.
 *
 * @param name  of its file, without `.yaml`
 */
export function defineFacts<Sort extends SortOfFacts>(
  name: Sort,
  {named = [], dates, words, lists, documents, look}: Description<Sort>,
): FactsDefinition {
  const givenIn = (subject: Subject): Given<Sort> | undefined => {
    const yaml = subject.facts[name] as Given<Sort>['yaml'] | undefined
    return yaml && {yaml, value: yaml.value, facts: subject.facts, subject}
  }
  return {
    name,
    named,
    datesIn(subject) {
      const given = givenIn(subject)
      return (given && dates ? dates(given.value) : []).filter((date) => date !== undefined)
    },
    wordsIn(subject) {
      const given = givenIn(subject)
      return given && words ? words(given) : []
    },
    documentsIn(subject) {
      const given = givenIn(subject)
      const found = given ? (documents?.(given.value) ?? []) : []
      return found.flatMap((document) => (given ? {...document, yaml: given.yaml} : []))
    },
    findingsIn(subject, surroundings) {
      const {messages, say} = collector()
      const given = givenIn(subject)
      if (!given) return messages
      for (const {pointer, what, records} of lists?.(given.value) ?? [])
        idsOnce(given.yaml, pointer, records, what, say)
      look?.({...given, ...surroundings}, say)
      return messages
    },
  }
}
