import {strFromU8, strToU8, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {archiveEntries, unpacked} from '../../src/word/index.ts'

// The directory of an archive, read without unpacking anything.

const text = strToU8('words '.repeat(100))
const bytes = zipSync(
  {'b.xml': [text, {level: 6}], 'a.xml': [text, {level: 0}]},
  {mtime: new Date(1980, 0, 1, 12)},
)

test('entries are told in their order, with their time', () => {
  expect(
    archiveEntries(bytes).map(({name, day, time, method, size}) => ({name, day, time, method, size})),
  ).toEqual([
    {name: 'b.xml', day: 0x21, time: 12 << 11, method: 8, size: 600},
    {name: 'a.xml', day: 0x21, time: 12 << 11, method: 0, size: 600},
  ])
})

test('what they hold is unpacked, within a limit', () => {
  for (const entry of archiveEntries(bytes)) {
    expect(strFromU8(unpacked(bytes, entry, 600))).toBe('words '.repeat(100))
    expect(() => unpacked(bytes, entry, 599)).toThrow(RangeError)
  }
})

test('what is cut off, or lies about its size or its sum, is an error', () => {
  expect(() => archiveEntries(bytes.subarray(0, -1))).toThrow('no end')
  expect(() => archiveEntries(new Uint8Array())).toThrow('no end')
  for (const entry of archiveEntries(bytes)) {
    expect(() => unpacked(bytes, {...entry, size: 10}, 1000)).toThrow()
    expect(() => unpacked(bytes, {...entry, checksum: 1}, 1000)).toThrow('damaged')
    expect(() => unpacked(bytes, {...entry, offset: 3}, 1000)).toThrow('not where it should be')
  }
})
