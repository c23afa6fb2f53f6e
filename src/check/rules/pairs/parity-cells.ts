import {quote} from '../../../message/index.ts'
import {translationUnits} from '../../../translation/index.ts'
import {definePairRule} from '../../define-rule.ts'

/**
 * A cell that has words in the original has words in the translation. Rows and columns that are missing are seen in the
 * shape of the finished table. Source: house style, R7.
 */
export const parityCells = definePairRule('parity-cells', 'structure', (paired, setting, report) => {
  const own = translationUnits(paired.translation).filter(({kind}) => kind === 'cell')
  const known = new Set(own.map(({key}) => key))
  for (const cell of translationUnits(paired.original)) {
    if (cell.kind !== 'cell' || known.has(cell.key)) continue
    const beside = own.find(({key}) => rowOf(key) === rowOf(cell.key))
    if (!beside) continue
    report(
      `${setting.translation.name} has nothing in the cell that holds ${quote(cell.source)} in ${setting.original.name}. Translate it.`,
      {place: beside.place, other: cell.place},
    )
  }
})

/** `body#measures.code-of-conduct` of the key of a cell. */
function rowOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.'))
}
