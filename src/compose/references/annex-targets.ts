import type {AnnexPlan} from '../../resolve/index.ts'
import {annexLabel, annexNumber} from '../annex-label.ts'
import type {Context} from '../context.ts'
import type {Target} from './target.ts'

/**
 * An annex of the document: its number, or the word alone where it has none.
 *
 * @param annexes  of the document, as they are printed
 */
export function annexTarget(
  context: Context,
  annexes: readonly AnnexPlan[],
  name: string,
): Target | undefined {
  const annex = annexes.find((other) => other.name === name)
  if (!annex) return undefined
  const number = annexNumber(annexes, name)
  const value = number === '' ? annexLabel(context, annexes, name, 'annex-reference') : number
  return {
    kind: 'annex',
    chain: [annex],
    row: number === '' ? annex : (annex.of ?? 'annexes'),
    place: annexes.indexOf(annex),
    words: value,
    ...(number === '' ? {isUnnumbered: true} : {}),
    label: () => [{type: 'text', value}],
  }
}
