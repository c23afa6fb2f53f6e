import {resolveContent} from '../content.ts'
import {UsageError} from '../failure/index.ts'
import {asTyped, isError} from '../message/index.ts'
import {withLock} from '../write/index.ts'
import type {Asker} from './ask.ts'
import {attempt} from './attempt.ts'
import {firstPossible, possibleDays} from './days.ts'
import {settle} from './settle.ts'
import type {Made, Wish} from './types.ts'
import {withLedgers} from './with-ledgers.ts'
import {writeFolder} from './write-folder.ts'

/**
 * Makes the folder of a new document, with hints in every language. Nothing is written when there would be an error.
 *
 * @param root  the content root
 * @param wish  what was said of the document
 * @param asker  who is asked for what was not said; undefined where nobody can be
 * @returns the files that were made, or why none was
 * @throws UsageError  when something said cannot be used, or is missing and nobody can be asked
 * @throws Left  when the officer leaves while being asked
 * @throws EnvironmentError  when the disk will not have the files
 */
export async function newDocument(root: string, wish: Wish, asker: Asker | undefined): Promise<Made> {
  const {dossier, messages} = await resolveContent({root})
  if (!dossier.templates.kinds || dossier.meetings.size === 0) {
    const [message] = messages.filter(isError)
    if (message)
      return {refused: `${message.file}:${message.line}:${message.column} has an error: ${message.reason}`}
    throw new UsageError(
      `There is no dossier in ${root}: documents/meetings.yaml is needed. Name its folder with --root, or make one: ${asTyped('new', '--dossier my-dossier')}`,
    )
  }
  const settled = await settle(wish, dossier, root, asker)
  const days = settled.date ? [settled.date] : possibleDays(settled, dossier)
  const last = [...days].sort().at(-1) ?? ''
  let made = await attempt(root, settled, last, dossier)
  if ('refused' in made) return made
  const day = firstPossible(days, made.dossier, made.plan) ?? last
  if (day !== last) made = await attempt(root, settled, day, dossier)
  if ('refused' in made) return made
  const folder = `documents/${settled.folder}`
  const files = withLedgers(made.files, made.plan.yaml.value.original)
  const inFolder = [...files].map(([path, text]) => [path.slice(folder.length + 1), text] as const)
  await withLock(root, () => writeFolder(root, folder, new Map(inFolder)))
  const {leftOut, bare} = made
  return {
    files: [...files.keys()],
    hasErrorsElsewhere: messages.some(isError),
    settled,
    leftOut,
    bare,
  }
}
