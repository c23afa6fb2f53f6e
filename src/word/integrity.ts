import {bookmarkFaults, danglingFaults, idFaults, staleFaults} from './integrity-anchors.ts'
import {fieldFaults, partFaults, relationshipFaults} from './integrity-package.ts'
import {languageFaults, numberingFaults, styleFaults} from './integrity-styles.ts'
import type {WordPackage} from './package.ts'
import {pictureFaults} from './pictures.ts'

/**
 * What the Open XML validator does not see in a Word package: names, ids, styles, numbering, languages,
 * references, fields, relationships and parts (ECMA-376 Part 1, 17, and Part 2).
 * @returns one line for each fault, `rule: detail (part)`, in a fixed order; an empty list for a sound package
 */
export function integrityFaults(pkg: WordPackage): string[] {
  return [
    partFaults,
    relationshipFaults,
    fieldFaults,
    bookmarkFaults,
    idFaults,
    styleFaults,
    numberingFaults,
    languageFaults,
    danglingFaults,
    staleFaults,
    pictureFaults,
  ].flatMap((check) => check(pkg))
}
