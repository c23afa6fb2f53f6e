import {few, quote} from '../message/index.ts'
import type {DocumentPlan} from '../resolve/index.ts'
import type {Context} from './context.ts'

/** Why a document that is asked for is not made as the facts stand; undefined where it is made, or unknown. */
export function dormantReason(context: Context, path: string): string | undefined {
  const plan: DocumentPlan | undefined = context.dossier.dormant.find((document) => document.path === path)
  if (!plan) return undefined
  const conditions = few([plan.yaml.value.when ?? []].flat())
  return `The document ${quote(path)} is not made as the facts stand (it says “when: ${conditions}”). Name another document, or correct the facts.`
}
