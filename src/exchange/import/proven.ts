import type {VFileMessage} from 'vfile-message'
import {checkContent} from '../../content.ts'
import {isError} from '../../message/index.ts'
import {newErrors} from '../../sheet/index.ts'
import type {Refusal} from '../types.ts'
import type {ImportedUnit, ImportPlan} from './plan-import.ts'

/**
 * Errors that there would be with what came back and that there are not now, each at the unit in whose file it is.
 *
 * @param root  the content root
 * @param plan  without refusals
 * @param documents  that print the words; all are looked at where there is none
 */
export async function errorsAfter(
  root: string,
  {files, units}: ImportPlan,
  documents: readonly string[],
): Promise<Refusal[]> {
  const changes = new Map(files.map(({path, text}) => [path, text]))
  const before = await checkContent({root, documents})
  const after = await checkContent({root, documents, changes})
  const errors = newErrors(before.messages.filter(isError), after.messages.filter(isError))
  return errors.flatMap((message) => {
    // An error that shows elsewhere comes of one of them all the same.
    const unit = unitOf(message, units, changes) ?? units[0]
    if (!unit) return []
    return [
      {
        file: unit.file,
        line: unit.line,
        unit: unit.key,
        reason: `In ${message.file} there would be an error: ${message.reason}`,
      },
    ]
  })
}

/** The unit whose words stand in the line of a message; else any of its file, since something must be wrong with one. */
function unitOf(
  {file = '', line = 1}: VFileMessage,
  units: readonly ImportedUnit[],
  texts: ReadonlyMap<string, string>,
): ImportedUnit | undefined {
  const own = units.filter(({path}) => path === file)
  const typed = (texts.get(file) ?? '').split('\n')[line - 1] ?? ''
  return own.find(({words}) => typed.includes(words)) ?? own[0]
}
