const twipsPerPoint = 20

/** Width of the space after a label, so that the first line begins where the others do. */
export const space = '.28em'

/**
 * A distance of styles.yaml or numbering.yaml as it stands in a style sheet.
 *
 * @param twips  the distance
 * @param sizePoints  of the letters beside which it stands
 */
export function em(twips: number, sizePoints: number): string {
  return `${round(twips / twipsPerPoint / sizePoints)}em`
}

/** A distance of a printed page, which is measured in twips, in centimetres. */
export function cm(twips: number): string {
  return `${round(twips / 567)}cm`
}

/** A number to three places, as many as a style sheet needs. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
