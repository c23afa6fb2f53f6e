import type {Image, Node, Paragraph} from 'mdast'
import type {Picture} from '../../picture/index.ts'
import {type CaptionedPicture, type PictureCaption, pictureIn} from '../../tree/index.ts'
import {reportError} from '../context.ts'
import {exampleBlockMark, noteExample} from '../examples.ts'
import {plainPhrase} from '../phrases.ts'
import {type BlockDirective, refuse} from './block-directive.ts'
import {markedWords, type PartContext, placeOf, unitOf} from './part-context.ts'
import {sizeOfPicture} from './picture-size.ts'
import {clauseInTable} from './table-rows.ts'

/** `:::picture[Caption]{id=…}`: a picture beside the text, with its caption and what stands under it, such as its source. */
export const writtenPicture: BlockDirective = (node, part) => {
  const unit = node.attributes?.id ?? ''
  const [label, rest] = labelIn(node.children)
  const [first, ...under] = rest
  const image = pictureIn(first as Paragraph | undefined)
  const {dossier, plan} = part.context
  const path = `documents/${plan.path}/${image?.url}`
  const picture = dossier.pictures.get(path)
  // What its block or its file lacks was said where they were looked at.
  if (!image || !picture) return []
  const size = sizeOfPicture(picture, node.attributes?.width ?? undefined, part)
  if ('reason' in size) return refuse(node, part, size)
  const description = descriptionOf(image, part)
  if (description === '')
    reportError(part.context, part.path, placeOf(first as Paragraph), 'picture-description', undescribed)
  if (part.isExample)
    noteExample(part.context, {
      path: part.path,
      place: placeOf(node) ?? {start: {line: 1, column: 1}, end: {line: 1, column: 1}},
      what: 'This picture is an example.',
    })
  const captioned: CaptionedPicture = {
    type: 'captionedPicture',
    unit,
    picture: fileOf(path, picture),
    ...size,
    description,
    children: [
      ...(label || part.isExample ? [captionOf(label, unit, part)] : []),
      ...(under as Paragraph[]).map((paragraph) => clauseInTable(paragraph, unitOf(paragraph), part)),
    ] as CaptionedPicture['children'],
    ...(node.position ? {position: node.position} : {}),
  }
  return [captioned]
}

const undescribed =
  'This picture does not say what it shows, for who cannot see it. Write it between the brackets, such as “![Map of the countries that replied](map.png)”.'

/** What it shows, in words; without its brackets the mark of what this language lacks, since they stand around it where it is printed. */
function descriptionOf({alt, data}: Image, {context}: PartContext): string {
  if (data?.missingUnit === undefined) return alt?.trim() ? alt : ''
  return plainPhrase(context, 'missing', {unit: data.missingUnit}).replace(/^\[(.*)\]$/, '$1')
}

/** The caption between brackets and what stands between the lines. */
function labelIn(children: readonly Node[]): [Paragraph | undefined, Node[]] {
  const [first, ...rest] = children
  const isLabel = first?.data !== undefined && 'directiveLabel' in first.data
  return isLabel ? [first as Paragraph, rest] : [undefined, [...children]]
}

/** Its words; of an example without any the mark alone. */
function captionOf(label: Paragraph | undefined, unit: string, part: PartContext): PictureCaption {
  return {
    type: 'pictureCaption',
    unit: `${unit}.caption`,
    children: label ? markedWords(part, label) : exampleBlockMark(part.context).slice(0, 1),
  }
}

function fileOf(path: string, {type, width, height, digest}: Picture): CaptionedPicture['picture'] {
  return {path, type, width, height, digest}
}
