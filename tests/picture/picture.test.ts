import {inflateSync} from 'node:zlib'
import {decode} from 'jpeg-js'
import {describe, expect, test} from 'vitest'
import {provePicture} from '../../src/picture/index.ts'
import {chunk, exif, jpeg, jpegWith, png, pngOfRows, segment} from '../support/pictures.ts'

const limits = {pixels: 9_000_000, side: 10_000}

function proven(bytes: Uint8Array, type: 'png' | 'jpeg') {
  const found = provePicture(bytes, type, limits)
  if ('fault' in found) throw new Error(found.fault.reason)
  return found.picture
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('what is not to be seen', () => {
  test('is gone from a PNG: times, texts, Exif, and what no program must know', () => {
    const secret = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'pHYs', 'bKGD', 'hIST', 'eXIf', 'maPs']
    const {bytes} = proven(png({before: secret.map((name) => chunk(name, 'A. Example'))}), 'png')
    expect(latin(bytes)).not.toMatch(/A\. Example|tEXt|eXIf|maPs/)
    expect(Buffer.from(bytes).equals(png())).toBe(true)
  })

  test('is gone from a JPEG: Exif, XMP, IPTC, comments, small copies of it', () => {
    const {bytes} = proven(
      jpegWith(
        segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(1)])),
        segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>A. Example</x:xmpmeta>'),
        segment(0xed, 'Photoshop 3.0\0A. Example'),
        segment(0xfe, 'A. Example'),
        segment(0xe0, 'JFXX\0\x10A. Example'),
        segment(0xe5, 'A. Example'),
      ),
      'jpeg',
    )
    expect(latin(bytes)).not.toMatch(/Example|Exif|Camera|xmp|Photoshop|JFXX/)
    expect(decode(bytes).data.equals(decode(jpeg()).data)).toBe(true)
  })
})

test('what colours need is kept', () => {
  const gamma = chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))
  expect(latin(proven(png({before: [gamma]}), 'png').bytes)).toContain('gAMA')
  const adobe = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01')
  expect(latin(proven(jpegWith(adobe), 'jpeg').bytes)).toContain('Adobe')
})

describe('a picture that lies on its side', () => {
  const [a, b, c, d, e, f] = [10, 20, 30, 40, 50, 60].map((grey) => [grey, grey, grey])
  const rows = [
    [a, b, c],
    [d, e, f],
  ] as number[][][]
  // How each is looked at: Exif 2.32, 4.6.5.1, tag 0x0112.
  test.each([
    [
      2,
      [
        [c, b, a],
        [f, e, d],
      ],
    ],
    [
      3,
      [
        [f, e, d],
        [c, b, a],
      ],
    ],
    [
      4,
      [
        [d, e, f],
        [a, b, c],
      ],
    ],
    [
      5,
      [
        [a, d],
        [b, e],
        [c, f],
      ],
    ],
    [
      6,
      [
        [d, a],
        [e, b],
        [f, c],
      ],
    ],
    [
      7,
      [
        [f, c],
        [e, b],
        [d, a],
      ],
    ],
    [
      8,
      [
        [c, f],
        [b, e],
        [a, d],
      ],
    ],
  ])('is turned from orientation %i', (orientation, due) => {
    const picture = proven(pngOfRows(rows, [chunk('eXIf', exif(orientation))]), 'png')
    expect([picture.width, picture.height]).toEqual([due[0]?.length, due.length])
    const start = Buffer.from(picture.bytes).indexOf('IDAT')
    const length = Buffer.from(picture.bytes).readUInt32BE(start - 4)
    const shown = inflateSync(picture.bytes.subarray(start + 4, start + 4 + length))
    expect([...shown]).toEqual(due.flatMap((row) => [0, ...row.flatMap((pixel) => pixel ?? [])]))
  })

  test('is turned as a JPEG: what was on the left is above', () => {
    const laid = jpegWith(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6)])))
    const picture = proven(laid, 'jpeg')
    expect([picture.width, picture.height]).toEqual([8, 16])
    const {data, width, height} = decode(picture.bytes)
    expect([width, height]).toEqual([8, 16])
    expect(data[4 * 4] as number).toBeLessThan(30)
    expect(data[(15 * 8 + 4) * 4] as number).toBeGreaterThan(225)
    expect(latin(picture.bytes)).not.toContain('Exif')
    // The same on every machine.
    expect(picture.digest).toBe('3b9a7d7c96cfeda8c001366d79f3d6f573dd364c04fe53e73dc3f2c0d6ff249a')
  })
})
