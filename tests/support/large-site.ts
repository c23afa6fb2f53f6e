import {checkContent} from '../../src/content.ts'
import {dossierOutputs, frameOf, siteOf} from '../../src/dossier-outputs.ts'
import type {MarkdownSource} from '../../src/load/index.ts'
import {renderBitext, siteEntry, siteFormats} from '../../src/render/index.ts'
import {memoryOf, progressOf} from '../../src/translation/index.ts'
import type {Outputs} from '../../src/write/index.ts'
import {smallDossier} from './fixture-root.ts'

/** How many documents the large dossier has for each of two meetings: more than the pages list, which hold few here. */
export const perMeeting = 12

/**
 * The files about all documents of a dossier that is too large for one page: a document of the small one again and again,
 * under its own path and number.
 *
 * @param change  of the titles in English, by the paths of the documents
 * @param isReversed  whether they come in the other order
 * @param hasSite  whether the pages about all of them are wanted
 */
export async function largeSite(
  change: ReadonlyMap<string, string> = new Map(),
  isReversed = false,
  hasSite = true,
): Promise<Map<string, string>> {
  const {dossier, compositions} = await checkContent({root: smallDossier})
  const [meeting, other] = [...dossier.meetings.values()]
  if (!meeting || !other) throw new Error('The small dossier has two meetings.')
  const places = [meeting, other].flatMap((own) =>
    Array.from({length: perMeeting}, (_, index) => ({own, index, path: `${own.id}/d${index}`})),
  )
  const made = places.map(({own, index, path}) => {
    const [plan] = dossier.documents
    if (!plan) throw new Error('The small dossier has a document.')
    const value = {...plan.yaml.value, meeting: own.id, symbol: {number: String(index + 1), revision: null}}
    const title = change.get(path)
    const parts = new Map(plan.parts)
    if (title !== undefined)
      parts.set(
        'en',
        (plan.parts.get('en') ?? []).map((part) => ({...part, source: titled(part.source, title)})),
      )
    const copy = {...plan, path, meeting: own, yaml: {...plan.yaml, value}, parts}
    return {
      plan: copy,
      compositions: compositions.map((composition) => ({...composition, plan: copy})),
    }
  })
  if (isReversed) made.reverse()
  const outputs: Outputs = new Map()
  const take = (some: Outputs): void => {
    for (const [path, output] of some) outputs.set(path, output)
  }
  const everything = {...dossier, documents: made.map(({plan}) => plan)}
  const documents = {
    entries: made.flatMap((one) => one.compositions.map(siteEntry)),
    progress: new Map(
      dossier.translations.map((one) => [
        `${one.folder} ${one.language}`,
        progressOf(one, () => memoryOf(dossier.translations)),
      ]),
    ),
    refusals: {documents: new Map(), subjects: new Map()},
  }
  const room = {documents: 12, decisions: 0, characters: 20_000}
  const site = hasSite ? siteOf(everything, documents, {room}) : undefined
  const messages = await dossierOutputs(everything, documents, site, take)
  for (const {madeFrom, render} of siteFormats.values())
    if (site && madeFrom) for (const [path, bytes] of await render(site)) outputs.set(path, {bytes})
  if (messages.length > 0) throw new Error(messages.join('\n'))
  const frame = frameOf(everything, new Set())
  if (hasSite)
    for (const {compositions} of made)
      for (const [path, bytes] of renderBitext(frame, compositions, dossier.translations))
        outputs.set(path, {bytes})
  return new Map([...outputs].map(([path, {bytes}]) => [path, Buffer.from(bytes).toString('utf8')]))
}

/** A source under another title. */
function titled(source: MarkdownSource, title: string): MarkdownSource {
  const value = {...(source.data.value as Record<string, unknown>), title}
  return {...source, data: {...source.data, value}}
}
