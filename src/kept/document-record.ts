import {VFileMessage} from 'vfile-message'
import type {Certificate} from '../certify/index.ts'
import type {DocumentFindings, OwnFindings, SharedFindings, SourceFindings} from '../looking/index.ts'
import type {SiteNotes} from '../site-notes.ts'
import type {LeftOutput} from '../write/index.ts'
import type {KeptDocument, KeptLanguage} from './kept-document.ts'

/** A kept document as JSON. */
export interface DocumentRecord {
  path: string
  /** Digest of all that it was made from, but for facts. */
  key: string
  /** The facts that were read for it, with their digests. */
  facts: [name: string, digest: string][]
  findings: Omit<DocumentFindings, 'messages' | 'ofSources'> & Record<'messages' | 'ofSources', object[]>
  own: FindingsRecord & {facts: [name: string, digest: string][]}
  languages: LanguageRecord[]
  notes: NotesRecord | undefined
  bitext: {key: string; outputs: [string, LeftOutput][]}
}

/** What was found in sources, as JSON. */
export interface FindingsRecord extends Record<keyof SourceFindings, object[]> {
  switchedOff: number
}

interface LanguageRecord extends Pick<KeptLanguage, 'language' | 'tree'> {
  outputs: [string, LeftOutput][]
  certificates: [string, Certificate][]
}

interface NotesRecord extends Omit<SiteNotes, 'entries'> {
  entries: (Omit<SiteNotes['entries'][number], 'packed'> & {packed: string})[]
}

/**
 * A kept document as JSON.
 *
 * @param key  digest of all that it was made from, but for facts
 * @param digestOf  gives the digest of a fact by its name
 */
export function documentRecord(
  path: string,
  key: string,
  document: KeptDocument,
  digestOf: (fact: string) => string,
): DocumentRecord {
  const {findings, facts, own, languages, notes, bitext} = document
  return {
    path,
    key,
    facts: [...facts].map((name) => [name, digestOf(name)]),
    findings: {
      ...findings,
      messages: findings.messages.map(messageRecord),
      ofSources: findings.ofSources.map(messageRecord),
    },
    own: {...findingsRecord(own), facts: [...own.facts].map((name) => [name, digestOf(name)])},
    languages: languages.map(({outputs, certificates, ...own}) => ({
      ...own,
      outputs: [...outputs],
      certificates: [...certificates],
    })),
    notes: notes && {
      ...notes,
      entries: notes.entries.map((entry) => ({
        ...entry,
        packed: Buffer.from(entry.packed).toString('base64'),
      })),
    },
    bitext: {key: bitext.key, outputs: [...bitext.outputs]},
  }
}

/** What `documentRecord` was given. */
export function documentFrom({findings, facts, own, languages, notes, bitext}: DocumentRecord): KeptDocument {
  return {
    facts: new Set(facts.map(([name]) => name)),
    findings: {
      ...findings,
      messages: findings.messages.map(messageFrom),
      ofSources: findings.ofSources.map(messageFrom),
    },
    own: ownFrom(own),
    languages: languages.map(languageFrom),
    notes: notes && {
      ...notes,
      entries: notes.entries.map((entry) => ({...entry, packed: Buffer.from(entry.packed, 'base64')})),
    },
    bitext: {key: bitext.key, outputs: new Map(bitext.outputs)},
  }
}

/** The files of a document in one language. */
export function languageFrom({outputs, certificates, ...own}: LanguageRecord): KeptLanguage {
  return {...own, outputs: new Map(outputs), certificates: new Map(certificates)}
}

/** A message as JSON. */
export function messageRecord(message: VFileMessage): object {
  const {stack: _, ...own} = {...message, name: message.name}
  return own
}

/** What `messageRecord` was given. */
export function messageFrom(record: object): VFileMessage {
  return Object.assign(new VFileMessage((record as VFileMessage).reason), record)
}

/** What was found in sources, as JSON. */
export function findingsRecord({ofSources, ofPairs, ofLedgers, switchedOff}: SharedFindings): FindingsRecord {
  return {
    ofSources: ofSources.map(messageRecord),
    ofPairs: ofPairs.map(messageRecord),
    ofLedgers: ofLedgers.map(messageRecord),
    switchedOff,
  }
}

/** What `findingsRecord` was given. */
export function findingsFrom({ofSources, ofPairs, ofLedgers, switchedOff}: FindingsRecord): SharedFindings {
  return {
    ofSources: ofSources.map(messageFrom),
    ofPairs: ofPairs.map(messageFrom),
    ofLedgers: ofLedgers.map(messageFrom),
    switchedOff,
  }
}

/** What was said of the words of a document. */
export function ownFrom(own: DocumentRecord['own']): OwnFindings {
  return {...findingsFrom(own), facts: new Set(own.facts.map(([name]) => name))}
}
