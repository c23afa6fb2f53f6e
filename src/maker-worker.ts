// Makes documents in a thread of its own (makers.ts).
import {parentPort, workerData} from 'node:worker_threads'
import {claimsOf} from './claims.ts'
import {keeperOf, messageFrom} from './kept/index.ts'
import {leftFile} from './load/index.ts'
import {checkEach, type DocumentFindings} from './looking/index.ts'
import {farRecord, type MakerTask} from './makers.ts'
import {renderDocument, type TooLarge} from './render-document.ts'
import {type SiteMaker, siteMaker} from './site-maker.ts'
import type {SiteNotes} from './site-notes.ts'

const {
  own,
  claims: shared,
  paths,
  options,
  content,
  wantedFormats,
  isWhole,
  program,
} = workerData as MakerTask

/** So many documents may be made, by all threads, before they are asked for. */
const mostAhead = 16

/** Nothing: of a document that another thread makes. */
const nothing: DocumentFindings = {
  documents: [],
  messages: [],
  ofSources: [],
  switchedOff: 0,
  hints: [],
  work: 0,
}

const claims = claimsOf(shared, own)
const places = new Map(paths.map((path, place) => [path, place]))
const keeper = program === undefined ? undefined : keeperOf(options.root, program)
const whole = isWhole ? siteMaker(options, keeper) : undefined
let notes: SiteNotes | undefined
const site: SiteMaker | undefined = whole && {
  ...whole,
  add(one) {
    notes = one
  },
}

const left = new Map([...content.left].map(([path, digest]) => [path, leftFile(options.root, path, digest)]))
const messages = content.messages.map(messageFrom)

await checkEach(
  {...options, content: {content: content.content, left, messages}, memory: keeper},
  {
    begin(begun) {
      keeper?.begin(begun)
      site?.begin(begun)
    },
    rules: keeper,
    found(found) {
      keeper?.found(found)
      site?.found(found)
    },
    async recall(path) {
      const place = places.get(path) ?? -1
      claims.waitFor(place, mostAhead)
      return claims.claim(place) ? undefined : nothing
    },
    recallOwn: (path) => keeper?.recallOwn(path),
    async take(checked) {
      const tooLarge: TooLarge = {names: new Set(), messages: []}
      notes = undefined
      const making = {wantedFormats, keeper, site, tooLarge, onProgress: () => undefined}
      const {compositions: _, ...made} = await renderDocument(checked, making)
      const {path, findings} = checked
      parentPort?.postMessage(farRecord({...made, path, findings, notes, tooLarge}))
    },
  },
)
