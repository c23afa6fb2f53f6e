import type {VFileMessage} from 'vfile-message'
import {isError} from '../message/index.ts'
import {withoutDisabledInDocument} from './disabled-in-document.ts'
import {rules} from './rules/index.ts'
import type {Checked} from './types.ts'
import {withoutForeign} from './without-foreign.ts'

/** Rules that compare a language with the original. */
const parity: ReadonlySet<string> = new Set(['parity-tables', 'parity-units'])

/**
 * Applies every house rule to one document in all its languages. It looks and changes nothing.
 *
 * @param checked  the document's finished trees
 */
export function check(checked: Checked): VFileMessage[] {
  const own = withoutForeign(checked)
  const found = withoutDisabledInDocument(
    checked,
    rules.flatMap((rule) => rule.look(rule.seesForeign ? checked : own)),
  )
  const errors = [...checked.compositions.values()].flatMap(({messages}) => messages)
  const broken = new Set(
    [...errors, ...found]
      .filter((message) => isError(message) && !parity.has(message.ruleId ?? ''))
      .map((message) => message.language),
  )
  // Where a language or the original has an error, numbers that differ only follow from it.
  const isConsequence = ({ruleId, language}: VFileMessage): boolean =>
    parity.has(ruleId ?? '') && (broken.has(language) || broken.has(checked.plan.yaml.value.original))
  const notAsked = checked.plan.profile['not-asked']
  return found.filter((message) => !isConsequence(message) && !notAsked.includes(message.ruleId ?? ''))
}
