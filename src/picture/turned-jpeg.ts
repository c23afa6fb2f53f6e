import {createRequire} from 'node:module'
import {isLaidDown, type Orientation, turned} from './orientation.ts'

// Of a hundred: what cameras write. Less shows on maps and letters.
const quality = 92
const mostMegabytes = 256
const bytesPerPixel = 4

/**
 * A JPEG file unpacked, turned and packed again, by plain JavaScript with whole numbers and sums alone, so that its bytes
 * are the same everywhere.
 *
 * @param bytes  without Exif data, which would turn it once more
 * @returns undefined where it cannot be unpacked
 */
export function turnedJpeg(bytes: Uint8Array, orientation: Orientation): Uint8Array | undefined {
  try {
    // Few pictures lie on their side: the library is read where one does.
    const {decode, encode} = createRequire(import.meta.url)('jpeg-js') as typeof import('jpeg-js')
    const {data, width, height} = decode(bytes, {
      useTArray: true,
      tolerantDecoding: false,
      maxMemoryUsageInMB: mostMegabytes,
    })
    const [newWidth, newHeight] = isLaidDown(orientation) ? [height, width] : [width, height]
    const pixels = turned(data, width, height, bytesPerPixel, orientation)
    return encode({data: pixels, width: newWidth, height: newHeight}, quality).data
  } catch {
    return undefined
  }
}
