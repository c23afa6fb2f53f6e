import type {Picture} from '../../picture/index.ts'
import type {PartContext} from './part-context.ts'

const twipsPerInch = 1440
const twipsPerCentimetre = 567
/** Pixels of a picture that stand on an inch of paper, where its author says nothing: enough for maps and photographs. */
const pixelsPerInch = 150
/** Half of a tenth of a centimetre, to which widths are rounded. */
const roundedTwips = 29
/** What a page keeps for the caption and the source of a picture that fills it. */
const underPictureTwips = 4 * twipsPerCentimetre

/**
 * How large a picture stands in the document: as its author says, or by its pixels, never wider than the text of its part
 * nor higher than a page.
 *
 * @param width  such as `12cm` or `60%` of the text
 * @returns in twips, or why it cannot be so large
 */
export function sizeOfPicture(
  picture: Pick<Picture, 'width' | 'height'>,
  width: string | undefined,
  part: PartContext,
): {width: number; height: number} | {ruleId: string; reason: string} {
  const text = textOf(part)
  const shape = picture.height / picture.width
  const widest = Math.min(text.width, Math.floor(text.height / shape))
  const sized = (own: number): {width: number; height: number} => {
    const whole = Math.max(1, Math.round(own))
    return {width: whole, height: Math.max(1, Math.min(text.height, Math.round(whole * shape)))}
  }
  if (width === undefined) return sized(Math.min(widest, (picture.width / pixelsPerInch) * twipsPerInch))
  const asked = twipsOf(width, text.width)
  // What is told of a page is rounded, and may be written again.
  if (asked <= widest + roundedTwips) return sized(Math.min(asked, widest))
  const most = centimetres(widest)
  const why =
    asked > text.width
      ? `and the text is ${centimetres(text.width)} cm wide`
      : `so that it would be ${centimetres(asked * shape)} cm high, and a page has ${centimetres(text.height)} cm for it`
  return {
    ruleId: 'picture-width',
    reason: `This picture is to be ${centimetres(asked)} cm wide, ${why}. Write “width=${most}cm” or less, or leave it out.`,
  }
}

function twipsOf(width: string, text: number): number {
  const number = Number.parseFloat(width)
  return width.endsWith('%') ? (number / 100) * text : number * twipsPerCentimetre
}

function centimetres(twips: number): number {
  return Math.round((twips / twipsPerCentimetre) * 10) / 10
}

/** What a page of the part has for a picture and its caption. */
function textOf({context, name}: PartContext): {width: number; height: number} {
  const {plan, dossier} = context
  const form = name === 'body' ? plan.kind : plan.annexes.find((annex) => annex.name === name)?.form
  const {width, height, margin} = dossier.templates.styles.page
  const [across, down] = form?.landscape ? [height, width] : [width, height]
  return {width: across - 2 * margin, height: down - 2 * margin - underPictureTwips}
}
