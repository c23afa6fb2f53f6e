import {computeLabels} from '../../../src/word/index.ts'
import {lvl, numPr, para, run, tinyPackage} from './build.ts'

/** The four levels of numbered paragraphs: `1.`, `a)`, `i)`, `A.`. */
export const LEVELS: readonly [string, string, string, string] = [
  lvl(0, 'decimal', '%1.'),
  lvl(1, 'lowerLetter', '%2)'),
  lvl(2, 'lowerRoman', '%3)'),
  lvl(3, 'upperLetter', '%4.'),
]

/**
 * Labels of a document made of paragraphs with direct numbering (ECMA-376 Part 1, 17.3.1.19).
 * @param numbering XML inside `w:numbering`
 * @param rows one `numId/ilvl` for each paragraph, or `numId` alone, parted by spaces: `1/0 1/1 2`
 */
export function labelsOf(numbering: string, rows: string): (string | null)[] {
  const body = rows.split(' ').map((row) => {
    const [numId, ilvl] = row.split('/').map(Number)
    return para(run('x'), numPr(numId ?? 0, ilvl))
  })
  return computeLabels(tinyPackage({body: body.join(''), numbering})).map(({label}) => label)
}
