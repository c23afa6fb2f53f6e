import type {VFileMessage} from 'vfile-message'
import {refuses} from '../asked.ts'
import {switchableIds} from '../check/index.ts'
import type {Composition} from '../compose/index.ts'
import {isError} from '../message/index.ts'
import type {DocumentPlan} from '../resolve/index.ts'

/**
 * What is said of a document in each of its languages, with what is said of its translations. Where a language or the
 * original has an error, what differs may only follow from it.
 */
export function withPairs(
  ofPairs: readonly VFileMessage[],
  plan: DocumentPlan,
  compositions: ReadonlyMap<string, Composition>,
  checked: readonly VFileMessage[],
): Map<string, VFileMessage[]> {
  const found = [...compositions].map(([code, {messages}]): [string, VFileMessage[]] => [
    code,
    [...messages, ...checked.filter((message) => message.language === code)],
  ])
  const broken = new Set(
    found.flatMap(([code, own]) =>
      own.some((message) => isError(message) && !isParity(message)) ? [code] : [],
    ),
  )
  const {original} = plan.yaml.value
  const isOriginalBroken = !compositions.has(original) || broken.has(original)
  return new Map(
    found.map(([code, own]) => {
      const isConsequence = isOriginalBroken || broken.has(code)
      const told = ofPairs.filter(
        (message) =>
          refuses(message, plan, code) && !(isStructure(message) && (isConsequence || isSaid(message, own))),
      )
      return [code, [...own, ...told]]
    }),
  )
}

/** Whether what is said of a unit cannot be switched off, because it must be the same in every language. */
function isStructure({ruleId = ''}: VFileMessage): boolean {
  return !switchableIds.includes(ruleId)
}

/** Whether a rule that compares finished documents says it of the same line. */
function isSaid({file, line}: VFileMessage, own: readonly VFileMessage[]): boolean {
  return own.some((message) => isParity(message) && message.file === file && message.line === line)
}

function isParity({ruleId = ''}: VFileMessage): boolean {
  return ruleId.startsWith('parity-')
}
