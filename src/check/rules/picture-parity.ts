import type {Composition} from '../../compose/index.ts'
import {type Place, quote, startOfFile} from '../../message/index.ts'
import {type CaptionedPicture, type DocumentTree, partsOfPicture, visit} from '../../tree/index.ts'

/** A difference between a picture of a language and the one of the original, and where both are written. */
export interface PictureDifference {
  reason: string
  path: string
  place: Place | undefined
  other: {path: string; place: Place}
}

type Made = Pick<Composition, 'tree' | 'language'>

interface Shown {
  node: CaptionedPicture
  file: string
}

/**
 * Pictures that are not those of the original: of another file than the one that the language has instead, described in
 * the words of the original, or with a caption where the other has none.
 */
export function pictureDifferences(own: Made, original: Made): PictureDifference[] {
  const ofOriginal = picturesIn(original.tree)
  return [...picturesIn(own.tree)].flatMap(([unit, shown]): PictureDifference[] => {
    const first = ofOriginal.get(unit)
    // What a language lacks, and what is printed as it is in another, is not its own.
    if (!first || first.node.position === shown.node.position || shown.node.tag) return []
    const other = {path: first.file, place: first.node.position ?? startOfFile}
    const details = {path: shown.file, place: shown.node.position, other}
    return faultsOf(shown.node, first.node, own.language, original.language).map((reason) => ({
      reason,
      ...details,
    }))
  })
}

function picturesIn(tree: DocumentTree): Map<string, Shown> {
  const pictures = new Map<string, Shown>()
  for (const part of tree.children)
    visit(part, 'captionedPicture', (node) => void pictures.set(node.unit, {node, file: part.file}))
  return pictures
}

type Named = Pick<Composition['language'], 'english' | 'code'>

function faultsOf(
  own: CaptionedPicture,
  first: CaptionedPicture,
  language: Named,
  original: Named,
): string[] {
  const [name, originalName] = [nameOf(own), nameOf(first)]
  const faults: string[] = []
  if (stem(name) !== stem(originalName))
    faults.push(
      `The picture ${quote(own.unit)} is ${quote(name)} in ${language.english} and ${quote(originalName)} in ${original.english}. Write the same name in both; a picture of its own has the language in its name, such as ${quote(`${stem(originalName)}.${language.code}${ending(originalName)}`)}.`,
    )
  if (own.description === first.description && /\s/.test(own.description.trim()))
    faults.push(
      `What the picture ${quote(own.unit)} shows is told in ${language.english} in the words of ${original.english} (${quote(own.description)}). Translate them.`,
    )
  const [caption, due] = [own, first].map((node) => partsOfPicture(node).caption !== undefined)
  if (caption !== due) {
    const [having, lacking] = caption ? [language, original] : [original, language]
    faults.push(
      `The picture ${quote(own.unit)} has a caption in ${having.english} and none in ${lacking.english}. Write one in both, or in none.`,
    )
  }
  return faults
}

function nameOf({picture}: CaptionedPicture): string {
  return picture.path.slice(picture.path.lastIndexOf('/') + 1)
}

/** `map` of `map.fr.png`. */
function stem(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

function ending(name: string): string {
  return name.slice(name.lastIndexOf('.'))
}
