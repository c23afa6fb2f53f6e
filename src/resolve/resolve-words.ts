import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import type {Pictures} from '../validate/index.ts'
import {planDocument} from './plan-document.ts'
import {recordItemFindings} from './record-items.ts'
import {strayFiles} from './stray-files.ts'
import {resolveTranslations} from './translations.ts'
import type {DocumentPlan, Dossier, Translation} from './types.ts'

/** What the words of one document give, when they are read after everything else. */
export interface ResolvedWords {
  /** The document with its words; undefined where it could not be planned. */
  plan: DocumentPlan | undefined
  /** Its words in each language that is not the original. */
  translations: Translation[]
  messages: VFileMessage[]
}

/**
 * Plans a document anew, with its words, which were not asked for when the dossier was resolved.
 *
 * @param path  of the document, such as `sc58/internet-trade`
 * @param words  its valid files of words, and its pictures that are sound
 * @param everything  the dossier without words of documents, its sources, and every path that was seen
 * @returns findings about the files of the document; those of its document.yaml were found before
 */
export function resolveWords(
  path: string,
  words: {sources: ReadonlyMap<string, Source>; pictures: Pictures},
  everything: {dossier: Dossier; sources: ReadonlyMap<string, Source>; paths: ReadonlySet<string>},
): ResolvedWords {
  const {dossier, paths} = everything
  const yaml = everything.sources.get(`documents/${path}/document.yaml`)
  const sources = new Map([...(yaml ? [[yaml.path, yaml] as const] : []), ...words.sources])
  const context = {sources, paths, dossier: {...dossier, pictures: words.pictures}}
  const isPlannable = yaml !== undefined && dossier.documents.length + dossier.dormant.length > 0
  const {plan, messages} = isPlannable ? planDocument(path, yaml, context) : {messages: []}
  const isDormant = dossier.dormant.some((other) => other.path === path)
  const plans = plan ? [plan] : []
  const made = isDormant ? {documents: [], dormant: plans} : {documents: plans, dormant: []}
  const translated = resolveTranslations(made, words.sources, paths)
  return {
    plan,
    translations: translated.translations,
    messages: [
      ...messages,
      ...strayFiles(context),
      ...recordItemFindings(dossier, made.documents),
      ...translated.messages,
    ],
  }
}
