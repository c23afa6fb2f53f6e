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
  const seen = picturesOf(pkg)
  const due: {shown: string; bytes: string}[] = []
  visit(tree, 'captionedPicture', ({picture, width, height, description}) => {
    const shown = `${width * emuPerTwip} × ${height * emuPerTwip}, ${description}`
    due.push({shown, bytes: `${picture.digest}.${picture.type}`})
  })
  return {
    proven: {pictures: seen.length},
    faults: [
      ...differences(
        'Pictures',
        seen.map(({width, height, description}) => `${width} × ${height}, ${description}`),
        due.map(({shown}) => shown),
      ),
      ...differences(
        'Bytes of pictures',
        seen.map(({part}) => digestOf(pkg, part ?? '')),
        due.map(({bytes}) => bytes),
      ),
    ],
  }
}

/** The digest of a part of the package, and its ending. */
function digestOf({others}: WordPackage, part: string): string {
  const bytes = others.get(part)
  const digest = bytes ? createHash('sha256').update(bytes).digest('hex') : 'none'
  return `${digest}${part.slice(part.lastIndexOf('.'))}`
}
