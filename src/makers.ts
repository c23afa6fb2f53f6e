import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {VFileMessage} from 'vfile-message'
import {type Claims, claimsOf, newClaims} from './claims.ts'
import type {SiteWish} from './dossier-outputs.ts'
import {messageFrom, messageRecord} from './kept/index.ts'
import type {Begun, ContentOptions, DocumentFindings} from './looking/index.ts'
import {packageFolder} from './package-files.ts'
import type {ReadContent} from './reading/index.ts'
import type {MadeDocument, TooLarge} from './render-document.ts'
import type {SiteNotes} from './site-notes.ts'

/** Options of a build that decide what is made of a document. */
type MakerOptions = Pick<ContentOptions, 'root' | 'final' | 'documents' | 'languages'> & SiteWish

/** What a thread is told that makes documents. */
export interface MakerTask {
  /** Which of the threads it is, from 1. */
  own: number
  claims: SharedArrayBuffer
  /** Of documents, in the order in which all threads look at them. */
  paths: readonly string[]
  options: MakerOptions
  /** What the thread before it has read, so that all make documents of the same. */
  content: Pick<ReadContent, 'content'> & {
    /** Digests of files of which it has the beginning, by path. */
    left: ReadonlyMap<string, string>
    messages: object[]
  }
  wantedFormats: readonly string[]
  /** Whether everything is built, with what tells of all documents. */
  isWhole: boolean
  /** Which program this is, where something is kept. */
  program: string | undefined
}

/** A document that a thread has made, without anything of its trees. */
export interface FarMade extends Omit<MadeDocument, 'compositions'> {
  path: string
  findings: DocumentFindings
  notes: SiteNotes | undefined
  tooLarge: TooLarge
}

/** The same as it goes from thread to thread: messages are objects without a class. */
export interface FarRecord extends Omit<FarMade, 'findings' | 'tooLarge'> {
  findings: Omit<DocumentFindings, 'messages' | 'ofSources'> & Record<'messages' | 'ofSources', object[]>
  tooLarge: {names: ReadonlySet<string>; messages: object[]}
}

/** What goes from thread to thread of a document. */
export function farRecord({findings, tooLarge, ...made}: FarMade): FarRecord {
  return {
    ...made,
    findings: {
      ...findings,
      messages: findings.messages.map(messageRecord),
      ofSources: findings.ofSources.map(messageRecord),
    },
    tooLarge: {names: tooLarge.names, messages: tooLarge.messages.map(messageRecord)},
  }
}

function farMade({findings, tooLarge, ...made}: FarRecord): FarMade {
  const messages = (records: readonly object[]): VFileMessage[] => records.map(messageFrom)
  return {
    ...made,
    findings: {
      ...findings,
      messages: messages(findings.messages),
      ofSources: messages(findings.ofSources),
    },
    tooLarge: {names: new Set(tooLarge.names), messages: messages(tooLarge.messages)},
  }
}

/** How documents are made in threads. */
export interface MakersWish {
  /** How many; below two this thread makes them. */
  threads: number
  /** So many documents this one makes before it begins others, which have to read what all documents share as well. */
  patience: number
}

/** Threads that make documents, while this one asks for them in their order. */
export interface Makers {
  /** To be called before the first document. */
  begin(begun: Begun): void
  /** What a thread has made; undefined where this one has to make it, as where a thread has ended. */
  made(path: string): Promise<FarMade | undefined>
  /** Says that a document is known. */
  leave(path: string): void
  /** Ends the threads. */
  end(): Promise<void>
}

/**
 * Threads that make documents of a build, from when so many had to be made that it pays. They look at them in one order,
 * claim those that no other has claimed, and wait where they are far ahead, so that what is made and not yet asked for is
 * little.
 *
 * @param task  what each of them is told of the build
 */
export function makersOf({threads, patience}: MakersWish, task: BuildTask): Makers {
  let documents: Begun | undefined
  let team: Team | undefined
  let missed = 0
  return {
    begin(begun) {
      documents = begun
    },
    async made(path) {
      if (!team && documents && missed >= patience && threads > 1)
        team = teamOf(threads, path, documents, task)
      missed += 1
      return team?.made(path)
    },
    leave: (path) => team?.leave(path),
    end: async () => team?.end(),
  }
}

/** What threads are told of a build. */
export type BuildTask = Pick<MakerTask, 'options' | 'wantedFormats' | 'isWhole' | 'program'>

/** Threads that were begun. */
type Team = Omit<Makers, 'begin'>

/** Three times what is usual: trees that live while a document is made are not moved again and again, a tenth of the time. */
const resourceLimits = {maxYoungGenerationSizeMb: 96}

/** @param first  path of the first document that is theirs */
function teamOf(threads: number, first: string, {content, documents: paths}: Begun, task: BuildTask): Team {
  const shared = newClaims(paths.length)
  const claims = claimsOf(shared, 0)
  for (let place = 0; place < paths.indexOf(first); place++) claims.claim(place)
  const places = new Map(paths.map((path, place) => [path, place]))
  const left = new Map([...(content.left ?? [])].map(([path, {digest}]) => [path, digest]))
  const workers = Array.from({length: threads}, (_, before) => {
    const workerData: MakerTask = {
      ...task,
      ...{own: before + 1, claims: shared, paths},
      content: {content: content.content, left, messages: content.messages.map(messageRecord)},
    }
    return new Worker(join(packageFolder, 'dist/bundled-maker.js'), {workerData, resourceLimits})
  })
  const answers = answersOf(workers, claims)
  const goTo = (path: string): number => {
    const place = places.get(path) ?? 0
    claims.goTo(place)
    return place
  }
  return {
    made: (path) => answers.ask(goTo(path), path),
    leave(path) {
      if (!claims.claim(goTo(path))) answers.forget(path)
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** What threads have answered, by the paths of documents. */
interface Answers {
  ask(place: number, path: string): Promise<FarMade | undefined>
  forget(path: string): void
}

function answersOf(workers: readonly Worker[], claims: Claims): Answers {
  const here = new Map<string, FarRecord>()
  const ended = new Set<number>()
  const forgotten = new Set<string>()
  let told: () => void = () => undefined
  for (const [before, worker] of workers.entries()) {
    worker.on('message', (record: FarRecord) => {
      if (!forgotten.delete(record.path)) here.set(record.path, record)
      told()
    })
    // What went wrong with a document goes wrong here again when it is made here, where it can be said.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      ended.add(before + 1)
      told()
    })
  }
  /** Whether the thread that has claimed a document has ended without it, or all have before one claimed it. */
  const isLost = (place: number): boolean => {
    const owner = claims.ownerOf(place)
    return owner === 0 ? ended.size === workers.length && claims.claim(place) : ended.has(owner)
  }
  return {
    async ask(place, path) {
      for (;;) {
        const record = here.get(path)
        here.delete(path)
        if (record) return farMade(record)
        if (isLost(place)) return undefined
        await new Promise<void>((resolve) => {
          told = resolve
        })
      }
    },
    forget(path) {
      if (!here.delete(path)) forgotten.add(path)
    },
  }
}
