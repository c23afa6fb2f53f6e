import type {VFileMessage} from 'vfile-message'
import {type Disables, disablesOf, disableUnused, isInDropped, withoutDisabled} from './disables.ts'
import {documentIds} from './switches.ts'
import type {Checked} from './types.ts'

/**
 * Leaves out what the rules about a document found and its author has switched off, and says what is switched off for
 * nothing.
 *
 * @param found  of all languages of the document
 * @returns the rest, and `disable-unused`
 */
export function withoutDisabledInDocument(
  {plan, compositions}: Checked,
  found: readonly VFileMessage[],
): VFileMessage[] {
  const files = filesOf({plan, compositions})
  const {rest, unused} = withoutDisabled(
    files.map(({disables}) => disables),
    found,
  )
  // A language that is refused was not looked at, and says nothing of what is for it.
  const own = files.flatMap(({disables: {path}, languages}) => {
    const isLookedAt = languages.every((code) => compositions.has(code))
    const dropped = [...compositions.values()].flatMap((composition) =>
      composition.dropped.flatMap((words) => (words.path === path ? [words.node] : [])),
    )
    const ofFile = unused.filter(
      (one) =>
        one.path === path && documentIds.includes(one.disable.rule) && !isInDropped(one.disable, dropped),
    )
    return isLookedAt
      ? ofFile.flatMap(({disable}) => languages.map((code) => disableUnused(path, disable, code)))
      : []
  })
  return [...rest, ...own]
}

/** The files in which rules about a document speak, each with the languages that it is for. */
function filesOf({plan, compositions}: Pick<Checked, 'plan' | 'compositions'>): {
  disables: Disables
  languages: string[]
}[] {
  const subjects = plan.proposed ? [plan.subject, plan.proposed] : [plan.subject]
  const words = subjects.flatMap((subject) => [...subject.words.decisions])
  return [
    {disables: disablesOf(plan.yaml), languages: plan.languages.map(({language}) => language.code)},
    ...[...plan.parts].flatMap(([code, parts]) =>
      parts.map(({source}) => ({disables: disablesOf(source), languages: [code]})),
    ),
    ...words.flatMap(([code, yaml]) =>
      compositions.has(code) ? [{disables: disablesOf(yaml), languages: [code]}] : [],
    ),
  ]
}
