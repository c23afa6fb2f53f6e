import type {Translation} from '../resolve/index.ts'
import {bandOfPair, type Memory, memories, type Progress, progressOf, wordsIn} from '../translation/index.ts'
import {folderName} from './select.ts'

/** How far the translations of a folder into a language are. */
export interface Standing {
  translation: Translation
  progress: Progress
  memory: () => Memory
}

/**
 * How far some translations are.
 *
 * @param all  every translation there is: what was confirmed of any of them is the memory of all into its language
 * @param wanted  those that are told of
 */
export function standings(all: readonly Translation[], wanted: readonly Translation[]): Standing[] {
  const memoryBetween = memories(() => all)
  return wanted.map((translation) => {
    const memory = (): Memory => memoryBetween(translation)
    return {translation, progress: progressOf(translation, memory), memory}
  })
}

/** The standings as data, in the form of schemas/translation-status.schema.json, with every unit that needs something. */
export function standingsRecord(found: readonly Standing[]): object {
  return {
    translations: found.map(({translation, progress, memory}) => {
      const {folder, original, language, state, hasLedger} = translation
      return {
        folder: folderName(folder),
        original,
        language,
        state,
        'has-ledger': hasLedger,
        units: progress.units,
        ...progress.verdicts,
        small: progress.small,
        'to-do': progress.toDo,
        open: translation
          .pairs()
          .filter(({verdict}) => verdict !== 'current')
          .map((pair) => ({
            unit: pair.key,
            verdict: pair.verdict,
            ...(pair.verdict === 'stale' ? {small: pair.isSmall} : {}),
            ...(pair.verdict === 'unconfirmed' ? {} : {match: bandOfPair(folder, pair, memory())}),
            words: wordsIn(pair.original),
          })),
      }
    }),
  }
}
