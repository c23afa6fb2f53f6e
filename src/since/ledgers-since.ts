import type {VFileMessage} from 'vfile-message'
import {addAll, quote, severalOf, warning} from '../message/index.ts'
import type {Translation} from '../resolve/index.ts'
import type {LedgerEntry} from '../translation/index.ts'
import type {Revision} from './git.ts'

/**
 * What a reviewer is told of the ledgers that were changed since a revision: those beside which no word was changed, and
 * the units that were confirmed although only the original was changed. Both may be right, and both look like work that
 * was not done.
 *
 * @param translations  of the sources as they are now
 * @returns warnings at the ledgers
 */
export async function ledgersSince(
  revision: Revision,
  translations: readonly Translation[],
): Promise<VFileMessage[]> {
  const changed = await revision.changed()
  const messages: VFileMessage[] = []
  for (const translation of translations) {
    const {ledgerPath, ledger} = translation
    if (!changed.has(ledgerPath) || !ledger) continue
    const before = entriesOf(await revision.read(ledgerPath))
    addAll(messages, saidOf(translation, before, changed))
  }
  return messages
}

function saidOf(
  {ledgerPath, ledger, files}: Translation,
  before: ReadonlyMap<string, LedgerEntry>,
  changed: ReadonlySet<string>,
): VFileMessage[] {
  const details = {path: ledgerPath, ruleId: 'translation-confirmed'}
  const hasWords = files.some(({original, path}) => changed.has(original.path) || changed.has(path))
  const restamped = [...(ledger ?? new Map<string, LedgerEntry>()).values()].filter(
    ({unit, digest, translation}) => {
      const earlier = before.get(unit)
      return earlier && earlier.digest !== digest && earlier.translation === translation
    },
  )
  if (!hasWords)
    return [
      warning(
        `This ledger was changed, and no word beside it: what it confirms stands as it stood. Look whether somebody compared it.`,
        details,
      ),
    ]
  if (restamped.length === 0) return []
  const [what, they] =
    restamped.length === 1 ? ['One unit was', 'it'] : [`${restamped.length} units were`, 'they']
  return [
    warning(
      `${what} confirmed after a change of the original without a change of the translation: ${severalOf(restamped.map(({unit}) => quote(unit)))}. Look whether ${they} still ${they === 'it' ? 'says' : 'say'} the same.`,
      details,
    ),
  ]
}

/** The entries of an earlier ledger; a line that cannot be read is none. */
function entriesOf(text: string | undefined): Map<string, LedgerEntry> {
  const entries = (text ?? '').split('\n').flatMap((line): LedgerEntry[] => {
    try {
      const entry = JSON.parse(line) as LedgerEntry
      return typeof entry?.unit === 'string' ? [entry] : []
    } catch {
      return []
    }
  })
  return new Map(entries.map((entry) => [entry.unit, entry]))
}
