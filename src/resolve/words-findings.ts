import type {VFileMessage} from 'vfile-message'
import {error, nearest} from '../message/index.ts'
import type {FactsDefinition, WordedRecords} from './facts/define-facts.ts'
import {factsOf, wordsOf} from './facts-of.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {Subject} from './types.ts'

/**
 * Words of a language that belong to nothing: no such decision, provision, task, evidence, donor and so on.
 * Where the facts themselves have an error nothing is said about their words.
 */
export function wordsFindings(subject: Subject, sorts: readonly FactsDefinition[]): VFileMessage[] {
  return sorts.flatMap((sort) =>
    factsOf(subject, sort.name)
      ? [...wordsOf(subject, sort.name).values()].flatMap((yaml) => strayWords(yaml, sort.wordsIn(subject)))
      : wordsAlone(subject, sort),
  )
}

/** Words beside which no file of facts stands. */
function wordsAlone(subject: Subject, {name}: FactsDefinition): VFileMessage[] {
  if (subject.refused.has(`${name}.yaml`)) return []
  const reason = `There is no ${name}.yaml beside this file, to which its words belong. Add one, or delete this file.`
  return [...wordsOf(subject, name).values()].map(({path}) => error(reason, {path, ruleId: 'file-missing'}))
}

function strayWords(yaml: Located<unknown>, worded: readonly WordedRecords[]): VFileMessage[] {
  return worded.flatMap(({pointer, what, ids, mayHaveOthers}) => {
    const known = [...new Set(ids)]
    const there = Object.keys(Object(pointer.reduce((value, key) => Object(value)[key], yaml.value)))
    // What has no words yet: one of these was meant by a slip.
    const without = mayHaveOthers ? known.filter((id) => !there.includes(id)) : known
    return there
      .filter((id) => !known.includes(id) && (!mayHaveOthers || nearest(id, without)))
      .map((id) =>
        error(unknown(what, id, without), {
          path: yaml.path,
          ruleId: `unknown-${what.replaceAll(' ', '-')}`,
          place: yaml.data.locate([...pointer, id], 'key'),
        }),
      )
  })
}
