import {createHash} from 'node:crypto'
import {join} from 'node:path'
import {serialize} from 'node:v8'
import type {Composition} from '../compose/index.ts'
import type {Begun, OwnFindings, RulesMemory, SourceFindings} from '../looking/index.ts'
import {documentKeys, type Keys, type SourceMemory} from '../reading/index.ts'
import {type Dossier, factNamed} from '../resolve/index.ts'
import type {CountedFolder} from '../site-notes.ts'
import {type LeftOutput, type LeftOutputs, manifestPath} from '../write/index.ts'
import {digestsSince} from './digests-since.ts'
import {
  type DocumentRecord,
  documentFrom,
  documentRecord,
  languageFrom,
  messageRecord,
  ownFrom,
} from './document-record.ts'
import {outputFolder} from './folders.ts'
import type {KeptDocument, KeptLanguage} from './kept-document.ts'
import {type LastBuild, readRecord} from './record.ts'
import {rulesMemory} from './rules-memory.ts'
import {type Store, storeOf} from './seal.ts'
import {sourceMemory, wordsFolder} from './source-memory.ts'
import {digestOf, stampOf} from './stamps.ts'

/**
 * What builds of everything have made of a root, so that only that is made again of which something has changed. It holds
 * no bytes of outputs: what is not in out/ as it was made is made again. All of it may be thrown away.
 */
export interface Keeper extends SourceMemory, RulesMemory {
  /** Which program keeps, as `keeperOf` was told. */
  program: string
  /** To be called before the first document: what documents share, then what was found in it. */
  begin(begun: Begun): void
  found(found: SourceFindings): void
  /** Digest of a finished tree and of all else that its files are rendered from. */
  treeOf(composition: Composition, pictures: ReadonlyMap<string, Uint8Array>): string
  /** A document that is made from the same, and stands in out/ as it was made. */
  recallDocument(path: string): KeptDocument | undefined
  /** What was said of the words of a document, where they and all that it was said for are the same. */
  recallOwn(path: string): OwnFindings | undefined
  /** The files of a document in a language, where its tree is the same and they stand in out/ as they were made. */
  recallLanguage(path: string, language: string, tree: string): KeptLanguage | undefined
  /** The page of a document with its languages side by side, likewise. */
  recallBitext(path: string, key: string): LeftOutputs | undefined
  /** Digests of what was made of a document in a language, by path from out/. */
  madeBefore(path: string, language: string): ReadonlyMap<string, string>
  keepDocument(path: string, document: KeptDocument): void
  /** Pages about all documents, where they were made from the same and stand in out/ as they were made. */
  recallPages(name: string, key: string): LeftOutputs | undefined
  keepPages(name: string, key: string, outputs: LeftOutputs): void
  /** How far the words that documents share are in each language. */
  recallCounted(): CountedFolder[] | undefined
  keepCounted(counted: readonly CountedFolder[]): void
  /** Digest of all that is made, but for the words of documents. */
  keyOfAll(): string
  /** Lets go of what is kept of documents that are gone. */
  finish(): void
}

/**
 * What is kept of a content root, for builds of everything without any option.
 *
 * @param program  which program this is, as `programStamp` says it
 * @returns undefined where nothing can be kept
 */
export function keeperOf(root: string, program: string): Keeper | undefined {
  const store = storeOf(root, program)
  return store && keeperIn(store, outputsOf(root, readRecord(root, program)), program)
}

function keeperIn(store: Store, outputs: OutputsThere, program: string): Keeper {
  const read = new Map<string, DocumentRecord | undefined>()
  const names = new Set<string>()
  let [looks, plans, findings] = ['', '', '']
  let keys: Keys = {ofAll: '', ofWords: '', ofDocument: () => ''}
  let subjects: Dossier['subjects'] = new Map()
  const digests = new Map<string, string>()
  const factOf = (name: string): string => {
    if (name === everything) return keys.ofAll
    const known = digests.get(name) ?? digestOf(JSON.stringify(factNamed(subjects, name)) ?? 'nothing')
    digests.set(name, known)
    return known
  }
  const keyOf = (path: string): string => digestOf(`${findings} ${keys.ofDocument(path)}`)
  const recordOf = (path: string): DocumentRecord | undefined => {
    const record = read.has(path) ? read.get(path) : (store.read(nameOf(path)) as DocumentRecord | undefined)
    read.set(path, record)
    return record
  }
  return {
    program,
    ...sourceMemory(store),
    ...rulesMemory(store, () => `${keys.ofWords} ${plans}`, factOf),
    begin({content, words, dossier}) {
      keys = documentKeys(content, words, program)
      subjects = dossier.subjects
      const {styles, numbering} = dossier.templates
      looks = digestOf(JSON.stringify([program, styles, numbering]))
      plans = digestOf(plansIn(dossier))
    },
    found({ofSources, ofPairs, ofLedgers}) {
      const all = [ofSources, ofPairs, ofLedgers].map((some) => some.map(messageRecord))
      findings = digestOf(JSON.stringify([plans, all]))
    },
    treeOf({tree}, pictures) {
      const hash = createHash('sha256').update(looks).update(serialize(tree))
      for (const [path, bytes] of pictures)
        hash.update(`\n${JSON.stringify(path)} ${bytes.length}\n`).update(bytes)
      return hash.digest('hex')
    },
    recallDocument(path) {
      names.add(nameOf(path))
      const record = recordOf(path)
      if (record?.key !== keyOf(path)) return undefined
      if (!record.facts.every(([name, digest]) => factOf(name) === digest)) return undefined
      const document = documentFrom(record)
      const isMade = document.languages.length > 0
      if (isMade && !outputs.isAsLeft(manifestPath(path))) return undefined
      const all = [document.bitext, ...document.languages]
      if (!all.every((some) => outputs.areThere(some.outputs))) return undefined
      // Nothing asks for it again.
      read.delete(path)
      return document
    },
    recallOwn(path) {
      const record = recordOf(path)
      if (record?.key !== keyOf(path)) return undefined
      return record.own.facts.every(([name, digest]) => factOf(name) === digest)
        ? ownFrom(record.own)
        : undefined
    },
    recallLanguage(path, language, tree) {
      const known = recordOf(path)?.languages.find((one) => one.language === language)
      if (known?.tree !== tree) return undefined
      const kept = languageFrom(known)
      return outputs.areThere(kept.outputs) ? kept : undefined
    },
    recallBitext(path, key) {
      const known = recordOf(path)?.bitext
      const kept = known?.key === key ? new Map(known.outputs) : undefined
      return kept && outputs.areThere(kept) ? kept : undefined
    },
    madeBefore(path, language) {
      const known = recordOf(path)?.languages.find((one) => one.language === language)
      return new Map(known?.outputs.map(([name, {digest}]) => [name, digest]))
    },
    keepDocument(path, document) {
      read.delete(path)
      store.write(nameOf(path), documentRecord(path, keyOf(path), withLines(document), factOf))
    },
    recallPages(name, key) {
      const record = store.read(`${name}.json`) as {key: string; outputs: [string, LeftOutput][]} | undefined
      const kept = record?.key === key ? new Map(record.outputs) : undefined
      return kept && outputs.areThere(kept) ? kept : undefined
    },
    keepPages(name, key, made) {
      store.write(`${name}.json`, {key, outputs: [...made]})
    },
    recallCounted() {
      const record = store.read(countedName) as {key: string; counted: CountedFolder[]} | undefined
      return record?.key === `${keys.ofWords} ${plans}` ? record.counted : undefined
    },
    keepCounted(counted) {
      store.write(countedName, {key: `${keys.ofWords} ${plans}`, counted})
    },
    keyOfAll: () => keys.ofAll,
    finish() {
      store.clear(folder, names)
      store.clear(wordsFolder, new Set([...names].map((name) => name.replace(folder, wordsFolder))))
    },
  }
}

/** What is planned of the documents depends on conditions on facts, and they name one another. */
function plansIn({documents, dormant}: Dossier): string {
  return JSON.stringify(
    [documents, dormant].map((plans) =>
      plans.map(({path, asOf, deadline, isReceivedLate, annexes, languagesInError}) => [
        ...[path, asOf, deadline, isReceivedLate],
        ...[annexes, languagesInError],
      ]),
    ),
  )
}

/** Stands for everything that documents are made from. */
const everything = '*'

/** What is said of a line in a file of facts moves with the lines above it, which nobody reads: all of it counts then. */
function withLines(document: KeptDocument): KeptDocument {
  const {ofSources, messages} = document.findings
  const isOfFacts = [...ofSources, ...messages].some(({file}) => file?.startsWith('documents/decisions/'))
  return isOfFacts ? {...document, facts: new Set([...document.facts, everything])} : document
}

const folder = 'documents'
const countedName = 'counted.json'

function nameOf(path: string): string {
  return `${folder}/${digestOf(path).slice(0, 32)}.json`
}

/** The files of out/ as they stand. */
interface OutputsThere {
  /** Whether they stand there as they were made. */
  areThere(outputs: LeftOutputs): boolean
  /** Whether a file stands there as the last build left it. */
  isAsLeft(path: string): boolean
}

/** What has the stamp that it had after the last build is not read. */
function outputsOf(root: string, last: LastBuild | undefined): OutputsThere {
  const seen = new Map((last?.seen ?? []).map(([path, , digest]) => [path, digest]))
  const digestSince = digestsSince(last, root)
  const digestNow = (path: string): string => digestSince(path, stampOf(join(root, path)))
  return {
    areThere: (outputs) =>
      [...outputs].every(([path, {digest}]) => `sha256-${digestNow(`${outputFolder}/${path}`)}` === digest),
    isAsLeft(path) {
      const before = seen.get(`${outputFolder}/${path}`)
      return before !== undefined && before === digestNow(`${outputFolder}/${path}`)
    },
  }
}
