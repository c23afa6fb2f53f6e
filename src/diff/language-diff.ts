import type {Composition} from '../compose/index.ts'
import {changesOf} from './changes/changes-of.ts'
import type {Found} from './changes/types.ts'
import type {LanguageDiff, Reason, Verdict} from './types.ts'
import {isSameTree, type Looks, looksOtherwise} from './visible.ts'

/** A document in a language on a side. */
export interface OnSide {
  composition: Composition | undefined
  isRefused: boolean
  looks: Looks
}

/** A document in a language on both sides, its changes not numbered yet. */
export interface FoundIn extends Omit<LanguageDiff, 'changes'> {
  changes: readonly Found[]
}

/** What differs of a document in a language; one of the sides may have no finished tree. */
export function languageDiff(language: string, before: OnSide, after: OnSide): FoundIn {
  const refused: Reason[] = [
    ...(before.isRefused ? (['refused-before'] as const) : []),
    ...(after.isRefused ? (['refused-after'] as const) : []),
  ]
  const {composition: one} = before
  const {composition: other} = after
  if (!one || !other) {
    const isUnknown = (!one && before.isRefused) || (!other && after.isRefused)
    const verdict = isUnknown ? 'unknown' : one ? 'vanishes' : 'appears'
    return {language, verdict, reasons: refused, changes: []}
  }
  const looks = looksOtherwise({...before.looks, tree: one.tree}, {...after.looks, tree: other.tree})
  if (isSameTree(one.tree, other.tree)) {
    const verdict = looks.length > 0 ? 'bytes' : 'same'
    return {language, verdict, reasons: [...looks, ...refused], changes: []}
  }
  const {changes, hasOtherIds} = changesOf(one.tree, other.tree)
  // Where words differ, what else does is not asked.
  const unseen: Reason[] = changes.length > 0 ? [] : [hasOtherIds ? 'ids' : 'layout']
  return {language, verdict: verdictOf(changes), reasons: [...looks, ...unseen, ...refused], changes}
}

function verdictOf(changes: readonly Found[]): Verdict {
  const seen = changes.filter(({kind}) => kind !== 'form')
  if (seen.length === 0) return 'bytes'
  return seen.every(({kind}) => kind === 'renumbered') ? 'labels' : 'words'
}
