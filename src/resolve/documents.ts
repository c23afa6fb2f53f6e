import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {addAll} from '../message/index.ts'
import {holds} from './conditions.ts'
import type {DocumentContext} from './document-context.ts'
import {planDocument} from './plan-document.ts'
import {sameSymbols} from './same-symbols.ts'
import {strayFiles} from './stray-files.ts'
import type {DocumentPlan} from './types.ts'

const documentPath = /^documents\/([^/]+\/[^/]+)\/document\.yaml$/

/**
 * Plans every document: follows kind, meeting, subject, agenda, author, languages, annexes.
 * A reference that leads nowhere is a finding at its key; such a document is in `dossier.refused`.
 *
 * @returns the documents to be built, and those whose condition does not hold
 */
export function resolveDocuments(context: DocumentContext): {
  documents: DocumentPlan[]
  dormant: DocumentPlan[]
  messages: VFileMessage[]
} {
  const plans: DocumentPlan[] = []
  const messages: VFileMessage[] = []
  for (const path of context.paths) {
    const name = documentPath.exec(path)?.[1]
    if (!name) continue
    const source = context.sources.get(path)
    const planned = source ? planDocument(name, source, context) : undefined
    if (planned) addAll(messages, planned.messages)
    if (planned?.plan) plans.push(planned.plan)
  }
  const bodies = new Map<string, [language: string, body: MarkdownSource][]>()
  // A folder of which no document could be planned: its earlier outputs stay.
  const plannedPaths = new Set(plans.map((document) => document.path))
  for (const path of context.paths) {
    const folder = /^documents\/((?!(?:decisions|agendas|texts)\/)[^/]+\/[^/]+)(?:\/|$)/.exec(path)?.[1]
    if (!folder || plannedPaths.has(folder)) continue
    context.dossier.refused.add(folder)
    const [, code] = /\/body\.([a-z]{2})\.md$/.exec(path) ?? []
    const body = context.sources.get(path)
    if (code !== undefined && body?.kind === 'markdown')
      bodies.set(folder, [...(bodies.get(folder) ?? []), [code, body]])
  }
  for (const [folder, languages] of bodies) context.dossier.refusedBodies.set(folder, new Map(languages))
  addAll(messages, [...sameSymbols(plans, context.dossier.templates), ...strayFiles(context)])
  const isBuilt = ({yaml, subject, asOf}: DocumentPlan): boolean => holds(yaml.value.when, subject, asOf)
  return {
    documents: plans.filter(isBuilt),
    dormant: plans.filter((plan) => !isBuilt(plan)),
    messages,
  }
}
