import type {PictureFault, PictureLimits} from './types.ts'

/** A file that no program could be trusted to show: what of it is broken. */
export function damaged(what: string): {fault: PictureFault} {
  const reason = `This picture is damaged: ${what}. Open it in a program for pictures, look whether all of it is there, and save it again.`
  return {fault: {ruleId: 'picture-damaged', reason}}
}

/** A sound file of a form that Word, browsers or printers show in different ways, or not at all. */
export function otherForm(what: string, remedy: string): {fault: PictureFault} {
  return {fault: {ruleId: 'picture-form', reason: `${what}. ${remedy}`}}
}

/**
 * That a picture has more pixels than are allowed, or none.
 *
 * @returns undefined where its size is right
 */
export function sizeFault(
  width: number,
  height: number,
  {pixels, side}: PictureLimits,
): {fault: PictureFault} | undefined {
  if (width === 0 || height === 0) return damaged('it says that it has no width or no height')
  if (width * height <= pixels && Math.max(width, height) <= side) return undefined
  const most = pixels / 1_000_000
  const reason = `This picture has ${width} × ${height} pixels; ${most} million in all are allowed, as many as a printed page can show, and ${side} on a side. Save it with fewer.`
  return {fault: {ruleId: 'picture-size', reason}}
}
