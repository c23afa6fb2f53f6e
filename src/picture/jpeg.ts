import {damaged, otherForm, sizeFault} from './faults.ts'
import {type Frame, frameOf, scanFault} from './jpeg-frame.ts'
import {exifIn, isKnown, isWholeProfile, keptSegments, profileSegments} from './jpeg-kept.ts'
import {jpegOf, type Segment, segmentsOf} from './jpeg-segments.ts'
import {isLaidDown, type Orientation, orientationIn, turningWork} from './orientation.ts'
import {turnedJpeg} from './turned-jpeg.ts'
import type {PictureLimits, Proven} from './types.ts'

/**
 * A JPEG file, looked at to its last byte: segments that an ordinary file has, eight bits, grey or three colours, the
 * tables that unpack them, its end and nothing behind it (ITU-T T.81).
 *
 * @param bytes  a file that begins as a JPEG does
 * @returns the picture upright, without dates, places, texts and small copies of itself; or why it is none
 */
export function proveJpeg(bytes: Uint8Array, limits: PictureLimits): Proven {
  const read = segmentsOf(bytes)
  if ('fault' in read) return read
  const {segments} = read
  const first = frameOf(segments)
  if ('fault' in first) return first
  const {frame} = first
  const {width, height} = frame
  const fault = sizeFault(width, height, limits) ?? scanFault(segments, frame)
  if (fault) return fault
  if (!segments.every(isKnown)) return damaged('it has a part that no program knows')
  const pieces = profileSegments(segments)
  if (!isWholeProfile(pieces)) return damaged('what it says of its colours cannot be read')
  const exif = exifIn(segments)
  const orientation = exif ? orientationIn(exif) : 1
  const kept = keptSegments(segments)
  if (orientation === 1) return {picture: {type: 'jpeg', width, height, bytes: jpegOf(kept), work: 0}}
  return upright(kept, {frame, pieces, orientation})
}

interface Laid {
  frame: Frame
  pieces: readonly Segment[]
  orientation: Orientation
}

// Each takes 40 bytes of memory while it is turned.
const mostTurnedPixels = 5_000_000

/** The picture turned. A profile of one colour tells nothing of the three that it is packed in then. */
function upright(kept: readonly Segment[], {frame, pieces, orientation}: Laid): Proven {
  const isSmall = frame.width * frame.height <= mostTurnedPixels
  const turned = isSmall ? turnedJpeg(jpegOf(kept), orientation) : undefined
  const read = turned && segmentsOf(turned)
  if (!read || 'fault' in read)
    return otherForm(
      isSmall
        ? 'This picture lies on its side, only a note in it says so, and it cannot be turned'
        : `This picture lies on its side, only a note in it says so, and with more than ${mostTurnedPixels / 1_000_000} million pixels it is too large to be turned`,
      'Open it, save it again upright, and put that file here.',
    )
  const [head, ...rest] = keptSegments(read.segments)
  const profile = frame.components.length === 3 ? pieces : []
  const segments = head ? [head, ...profile, ...rest] : rest
  const [width, height] = isLaidDown(orientation) ? [frame.height, frame.width] : [frame.width, frame.height]
  const work = width * height * turningWork
  return {picture: {type: 'jpeg', width, height, bytes: jpegOf(segments), work}}
}
