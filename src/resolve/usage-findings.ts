import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {Labels, Usage} from './template-types.ts'

/**
 * What the check could not know of a language: who a decision may begin with. Without it a rule would be silent.
 *
 * @param labels  by language, whose addressees are asked for
 */
export function usageFindings(
  labels: ReadonlyMap<string, Located<Labels>>,
  usage: ReadonlyMap<string, Located<Usage>>,
): VFileMessage[] {
  return [...usage].flatMap(([code, yaml]) => {
    const addressees = Object.keys(labels.get(code)?.value.addressees ?? {})
    return addressees.length > 0 ? subjectFindings(yaml, addressees) : []
  })
}

function subjectFindings(yaml: Located<Usage>, addressees: readonly string[]): VFileMessage[] {
  const known = Object.keys(yaml.value.subjects)
  const stray = known
    .filter((id) => !addressees.includes(id))
    .map((id) =>
      error(unknown('addressee', id, addressees), {
        path: yaml.path,
        ruleId: 'unknown-addressee',
        place: yaml.data.locate(['subjects', id], 'key'),
      }),
    )
  // One that is only mistyped is not missing as well.
  if (stray.length > 0) return stray
  return addressees
    .filter((id) => !known.includes(id))
    .flatMap((id) => missing(yaml, 'subjects', id, 'the addressees of the labels'))
}

function missing(yaml: Located<unknown>, above: string, key: string, where: string): VFileMessage[] {
  const reason = `The key ${quote(key)} is missing under ${quote(above)}; it is asked for by ${where}. Add it.`
  const place = yaml.data.locate([above], 'key')
  return [error(reason, {path: yaml.path, ruleId: 'template-keys', place})]
}
