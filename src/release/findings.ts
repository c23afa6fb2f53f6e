import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {type DocumentPlan, type Dossier, symbolKeys} from '../resolve/index.ts'

/** What was posted without its digests cannot be proven to be the same: elsewhere that is a warning. */
export function recorded(message: VFileMessage): VFileMessage {
  if (message.ruleId === 'posted-unrecorded') message.fatal = true
  return message
}

/** A number that another document has, where the finding of the sources stands at that one. */
export function takenNumber(
  plan: DocumentPlan,
  {dossier, messages}: {dossier: Dossier; messages: readonly VFileMessage[]},
): VFileMessage[] {
  if (messages.some(({ruleId, file}) => ruleId === 'symbol-twice' && file === plan.yaml.path)) return []
  const keys = symbolKeys(plan, dossier.templates)
  const other = [...dossier.documents, ...dossier.dormant].find(
    (candidate) =>
      candidate.path !== plan.path &&
      symbolKeys(candidate, dossier.templates).some((key) => keys.includes(key)),
  )
  if (!other) return []
  const reason = `The number ${quote(plan.yaml.value.symbol?.number ?? '')} is already that of ${other.path}. Release this document under another number.`
  const place = plan.yaml.data.locate(['symbol', 'number'])
  return [error(reason, {path: plan.yaml.path, ruleId: 'symbol-twice', place})]
}

/** A document.yaml that is right and written in a way that no program should change: the lines are for its author. */
export function noPlaceFor(path: string, what: string, lines: string): VFileMessage {
  const reason = `The ${what} cannot be put into this file as it is written. Write ${lines} yourself, then type the same command again.`
  return error(reason, {path, ruleId: 'release-place'})
}
