import {deflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {provePicture} from '../../src/picture/index.ts'
import {
  chunk,
  header,
  jpeg,
  jpegChanged,
  jpegWith,
  pixels,
  png,
  pngSignature,
  segment,
} from '../support/pictures.ts'

// Damaged and hostile pictures, each with the sentence that its author reads. None is unpacked further than it says.
const limits = {pixels: 9_000_000, side: 10_000}

const whole = png()
const rowsOfFour = Buffer.alloc(20)
const profile = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('ICC\0\0'), bytes])
const joined = (...pieces: Uint8Array[]): Buffer => Buffer.concat(pieces)
const frame = (change: (data: Buffer) => void): Buffer =>
  jpegChanged(0xc0, (data) => {
    change(data)
    return data
  })
const withMarker = (from: number, to: number): Buffer => {
  const bytes = jpeg()
  bytes[bytes.indexOf(Buffer.from([0xff, from])) + 1] = to
  return bytes
}

const pngs: [string, Uint8Array, RegExp][] = [
  ['nothing', Buffer.alloc(0), /damaged: the file is empty/],
  ['a text', Buffer.from('Not a picture.'), /says that it is a PNG, and it does not begin as one does/],
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    /an SVG or another text/,
  ],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0'), /it is a GIF file/],
  ['a WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), /it is a WebP file/],
  ['a JPEG', jpeg(), /it is a JPEG\. Let its name end in \.jpg/],
  ['a PDF', Buffer.from('%PDF-1.7'), /it is a PDF file/],
  ['the first bytes alone', pngSignature, /ends before its last part/],
  ['a download that was cut off', whole.subarray(0, 50), /a part of it is cut off/],
  ['one without its end', whole.subarray(0, -12), /ends before its last part/],
  ['one with a byte changed', Buffer.from(whole).fill(7, 20, 21), /changed by mistake/],
  ['a text behind the end', joined(whole, Buffer.from('more')), /something stands behind its end/],
  ['another picture behind the end', joined(whole, whole), /something stands behind its end/],
  [
    'a part longer than the file',
    joined(pngSignature, Buffer.from([0x7f, 0xff, 0xff, 0xff]), whole),
    /is cut off/,
  ],
  ['a part without a name', joined(pngSignature, header(), chunk('\0\0\0\0')), /has no name/],
  [
    'pixels before the size',
    joined(pngSignature, pixels(), header(), chunk('IEND')),
    /does not begin with its width/,
  ],
  ['the size twice', png({before: [header()]}), /is there twice/],
  ['no width', png({width: 0, rows: Buffer.alloc(4)}), /no width or no height/],
  [
    'ten thousand million pixels',
    png({width: 100_000, height: 100_000, rows: rowsOfFour}),
    /100000 × 100000 pixels; 9 million/,
  ],
  [
    'a very long side',
    png({width: 20_000, height: 1, rows: rowsOfFour}),
    /20000 × 1 pixels.* 10000 on a side/,
  ],
  ['three bits to a colour', png({bitDepth: 3}), /what no picture has/],
  ['colours of a fifth sort', png({colorType: 5}), /what no picture has/],
  ['another way to pack', png({compression: 1}), /what no picture has/],
  ['another way to filter', png({filter: 1}), /what no picture has/],
  ['a third way to interlace', png({interlace: 2}), /what no picture has/],
  ['no list of colours', png({colorType: 3}), /list of colours/],
  [
    'half a colour in the list',
    png({colorType: 3, before: [chunk('PLTE', Buffer.alloc(4))]}),
    /list of colours/,
  ],
  [
    'more colours than bits',
    png({colorType: 3, bitDepth: 1, before: [chunk('PLTE', Buffer.alloc(9))]}),
    /list of colours/,
  ],
  ['no pixels', joined(pngSignature, header(), chunk('IEND')), /it has no pixels/],
  [
    'pixels torn apart',
    joined(pngSignature, header(), pixels(), chunk('tEXt'), pixels(), chunk('IEND')),
    /torn apart/,
  ],
  ['a row too few', png({rows: Buffer.alloc(15)}), /not those that it says/],
  ['far more rows than it says', png({rows: Buffer.alloc(8_000_000)}), /not those that it says/],
  ['pixels that are not packed', png({packed: Buffer.from('packed')}), /not those that it says/],
  [
    'a text behind the pixels',
    png({packed: joined(deflateSync(rowsOfFour), Buffer.from('more'))}),
    /not those that it says/,
  ],
  ['a filter that there is not', png({rows: Buffer.alloc(20, 9)}), /not those that it says/],
  ['a part that must be known', png({before: [chunk('EVIL')]}), /no program knows/],
  ['one that moves', png({before: [chunk('acTL', Buffer.alloc(8))]}), /moves\. A document is printed/],
  [
    'a text in the end',
    joined(pngSignature, header(), pixels(), chunk('IEND', 'more')),
    /something stands in its end/,
  ],
  ['transparency of other colours', png({before: [chunk('tRNS', Buffer.alloc(9))]}), /cannot be read/],
  [
    'a profile of a hundred megabytes',
    png({before: [chunk('iCCP', profile(deflateSync(Buffer.alloc(100_000_000))))]}),
    /cannot be read/,
  ],
  [
    'a profile that is none',
    png({before: [chunk('iCCP', profile(deflateSync(Buffer.from('colours'))))]}),
    /cannot be read/,
  ],
  ['colours behind the pixels', png({after: [chunk('gAMA', Buffer.alloc(4))]}), /stand behind its pixels/],
]

const jpegs: [string, Uint8Array, RegExp][] = [
  ['a PNG', whole, /it is a PNG\. Let its name end in \.png/],
  ['a TIFF', Buffer.from('II*\0\x08\0\0\0'), /it is a TIFF file/],
  ['a download that was cut off', jpeg().subarray(0, 300), /cut off/],
  ['one without its end', jpeg().subarray(0, -2), /cut off/],
  ['a script behind the end', joined(jpeg(), Buffer.from('<script>')), /something stands behind its end/],
  ['another picture behind the end', joined(jpeg(), jpeg()), /something stands behind its end/],
  ['colours of a printing press', frame((data) => data.writeUInt8(4, 5)), /size is cut off/],
  [
    'four whole colours of a printing press',
    jpegChanged(0xc0, (data) =>
      joined(data.subarray(0, 5), Buffer.from([4]), data.subarray(6), Buffer.from([4, 0x11, 0])),
    ),
    /in CMYK/,
  ],
  ['twelve bits to a colour', frame((data) => data.writeUInt8(12, 0)), /has 12 bits to a colour/],
  ['another way to pack', withMarker(0xc0, 0xc9), /few programs can read/],
  ['one without loss', withMarker(0xc0, 0xc3), /few programs can read/],
  ['no size', jpegChanged(0xc0, () => undefined), /does not say how wide/],
  ['the size twice', jpegWith(segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])), /says twice how wide/],
  [
    'two colours',
    jpegChanged(0xc0, (data) => joined(data.subarray(0, 5), Buffer.from([2]), data.subarray(6, 12))),
    /it has 2 colours/,
  ],
  ['no height', frame((data) => data.writeUInt16BE(0, 1)), /no width or no height/],
  [
    'four thousand million pixels',
    frame((data) => data.writeUInt32BE(0xffffffff, 1)),
    /65535 × 65535 pixels/,
  ],
  [
    'a small file of millions of pixels',
    frame((data) => data.writeUInt32BE((3000 << 16) | 3000, 1)),
    /most of its pixels are missing/,
  ],
  ['five blocks of a colour', frame((data) => data.writeUInt8(0x51, 7)), /what no picture has/],
  [
    'no pixels',
    joined(jpeg().subarray(0, jpeg().indexOf(Buffer.from([0xff, 0xda]))), Buffer.from([0xff, 0xd9])),
    /it has no pixels/,
  ],
  ['no table', jpegChanged(0xc4, () => undefined), /a table by which it is unpacked is missing/],
  [
    'half a table',
    jpegChanged(0xdb, (data) => data.subarray(0, 40)),
    /a table by which it is unpacked is cut off/,
  ],
  ['a part of another standard', jpegWith(segment(0xde, [0])), /no program knows/],
  ['a part without a name', jpegWith(Buffer.from([1, 2, 3])), /has no name|cut off|begin as one does/],
  [
    'a profile without its second half',
    jpegWith(segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), Buffer.from([1, 2])]))),
    /cannot be read/,
  ],
]

test.each(pngs)('%s called .png is refused', (_name, bytes, sentence) => {
  expect(reasonOf(bytes, 'png')).toMatch(sentence)
})

test.each(jpegs)('%s called .jpg is refused', (_name, bytes, sentence) => {
  expect(reasonOf(bytes, 'jpeg')).toMatch(sentence)
})

test('they are more than forty, and each sentence says what to do', () => {
  const reasons = [
    ...pngs.map(([, bytes]) => reasonOf(bytes, 'png')),
    ...jpegs.map(([, bytes]) => reasonOf(bytes, 'jpeg')),
  ]
  expect(reasons.length).toBeGreaterThan(40)
  for (const reason of reasons) expect(reason).toMatch(/\. (?:Open it|Save it|A document|Let its name).*\.$/)
})

function reasonOf(bytes: Uint8Array, type: 'png' | 'jpeg'): string {
  const found = provePicture(bytes, type, limits)
  return 'fault' in found ? found.fault.reason : 'none'
}
