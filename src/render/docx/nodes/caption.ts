import type {Paragraph} from 'docx'
import {type Caption, isNumbered, listOf} from '../../../tree/index.ts'
import type {BuilderContext} from '../types.ts'
import {type ParagraphForm, paragraph} from './paragraph.ts'
import {wordsOfHeading} from './words-of-heading.ts'

/**
 * The paragraph of a caption; the number is that of a list of Word, whose label holds the words before it.
 */
export function captionParagraph(
  caption: Caption,
  context: BuilderContext,
  kept: Pick<ParagraphForm, 'keepNext' | 'mayEndPage' | 'after'> = {},
): Paragraph {
  const own = {...kept, style: 'caption', unit: caption.unit, children: wordsOfHeading(caption, context)}
  if (!isNumbered(caption)) return paragraph(own, context)
  const {sequenceKind, level} = caption
  const {style = own.style} = context.house.finished.numbering[sequenceKind]?.levels[level] ?? {}
  return paragraph({...own, style, numbering: {sequence: listOf(caption), level}}, context)
}
