import {createHash} from 'node:crypto'
import type {Finished} from '../render/index.ts'
import {visit} from '../tree/index.ts'
import {picturesOf, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/** English Metric Units of a twip (ECMA-376 Part 1, 20.1.10.16). */
const emuPerTwip = 635

/** Each picture of the tree is there in its place, as large as it is to be, with its description, byte for byte. */
export function provePictures(pkg: WordPackage, {tree}: Finished): Proof {
  const seen = picturesOf(pkg).map(({width, height, description, part = ''}) => {
    const bytes = pkg.others.get(part)
    const digest = bytes ? createHash('sha256').update(bytes).digest('hex') : 'no bytes'
    return `${width} × ${height}, ${digest}${part.slice(part.lastIndexOf('.'))}, ${description}`
  })
  const due: string[] = []
  visit(tree, 'captionedPicture', ({picture, width, height, description}) => {
    const {digest, type} = picture
    due.push(`${width * emuPerTwip} × ${height * emuPerTwip}, ${digest}.${type}, ${description}`)
  })
  return {proven: {pictures: seen.length}, faults: differences('Pictures', seen, due)}
}
