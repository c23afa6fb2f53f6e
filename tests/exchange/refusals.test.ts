import {describe, expect, test} from 'vitest'
import {
  RefusedFile,
  type ReturnedFolder,
  readReturned,
  readTable,
  readXliff,
  writeXliff,
} from '../../src/exchange/index.ts'
import type {Translation} from '../../src/resolve/index.ts'
import {story} from '../support/content-root.ts'
import {allOf, planned, translationsOf, withTexts} from '../support/exchange.ts'

const folder = 'documents/sc58/internet-trade'
const path = `${folder}/body.fr.md`
const head = `<?xml version="1.0" encoding="UTF-8"?>\n`

const own = (await translationsOf(story)).find(
  (translation) => translation.folder === folder && translation.language === 'fr',
) as Translation
const xml = writeXliff([allOf(own)], {isForOmegat: false})

/** The line of a unit, changed in its target alone. */
function withTarget(key: string, change: (target: string) => string): string {
  const line = new RegExp(`(<trans-unit id="${key}".*?<target[^>]*>)(.*?)(</target>)`)
  expect(xml).toMatch(line)
  return xml.replace(line, (_whole, before, target, after) => before + change(target) + after)
}

const read = (text: string): ReturnedFolder[] => readXliff(new TextEncoder().encode(text), 'back.xlf')
const lineOf = (key: string): number => xml.split('\n').findIndex((line) => line.includes(`id="${key}"`)) + 1

/** What is said of a file; that nothing would be written of it is looked at, too. */
function refused(text: string, translation = own): string[] {
  const plan = planned(read(text), [translation])
  return plan.refusals.map(({file, line, unit, reason}) => `${file}:${line} ${unit ?? ''} ${reason}`)
}

const purpose = 'body#purpose'
const x = /<x id="1"[^>]*\/>/

describe('a unit is refused with its name and line', () => {
  test.each<[string, string, string]>([
    [
      'a code that is lost',
      withTarget(purpose, (target) => target.replace(x, '')),
      'The code “:decision[secretariat.report]” is lost. Put it where it belongs in the translation.',
    ],
    [
      'a code that stands there twice',
      withTarget(purpose, (target) => target.replace(x, '$&$&')),
      'The code “:decision[secretariat.report]” stands there twice. Take one of them out.',
    ],
    [
      'a code that was invented',
      withTarget(purpose, (target) => `${target}<x id="77"/>`),
      'The code “<x id="77"/>” is none of this unit. Take it out, and leave only codes that the original has.',
    ],
    [
      'a paragraph that was added',
      withTarget(purpose, (target) => target.replace('. ', '.\n\n')),
      'It has a line break, which would begin a paragraph. A unit is one paragraph in every language: put its words on one line.',
    ],
    [
      'a number that was changed',
      withTarget('body#origin', (target) => target.replace('28', '82')),
      'It has “82” where the original has “28”. Write the number of the original; where it is meant so, change that unit in the source.',
    ],
  ])('%s', (_, text, reason) => {
    const key = reason.includes('82') ? 'body#origin' : purpose
    expect(refused(text)).toEqual([`back.xlf:${lineOf(key)} ${key} ${reason}`])
  })

  test('an original that is another now', () => {
    const now = String(own.files.find((file) => file.path === path)?.original.file)
    const texts = new Map([
      [
        path.replace('.fr.', '.en.'),
        now.replace('the present document reports', 'the present document tells'),
      ],
    ])
    expect(texts.get(path.replace('.fr.', '.en.'))).not.toBe(now)
    const said = refused(
      withTarget(purpose, (target) => target.replace('compte', 'conte')),
      withTexts(own, texts),
    )
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(
      /^back\.xlf:\d+ body#purpose The original is not the one that was exported: now it is “In accordance with .* document tells .*”\. Export it again\.$/,
    )
  })

  test('a translation that somebody changed in the sources since', () => {
    const now = String(own.files.find((file) => file.path === path)?.translation?.file)
    const other = withTexts(own, new Map([[path, now.replace('rend compte', 'parle')]]))
    const text = withTarget(purpose, (target) => target.replace('rend compte', 'traite'))
    expect(refused(text, other).join()).toMatch(
      /The translation was changed in the sources since it was exported: now it is “.*parle.*”\. Export it again\./,
    )
    expect(refused(xml, other)).toEqual([])
  })

  test('a unit that is not there, and one that is there twice', () => {
    expect(refused(xml.replace(`id="${purpose}"`, 'id="body#purposes"'))).toEqual([
      `back.xlf:${lineOf(purpose)} body#purposes There is no such unit in “sc58/internet-trade”. Export it again.`,
    ])
    const line = xml.split('\n')[lineOf(purpose) - 1] ?? ''
    expect(refused(xml.replace(line, () => `${line}\n${line}`))).toEqual([
      `back.xlf:${lineOf(purpose) + 1} body#purpose It stands in the file twice. Take one of the two out.`,
    ])
  })

  test('words that were adopted', () => {
    const plan = planned(read(withTarget(purpose, (target) => `${target} Ou non.`)), [own], () => true)
    expect(plan.refusals.map(({reason}) => reason)).toEqual([
      'Its words were adopted, and nobody changes them. Take the translation back.',
    ])
  })
})

describe('a file is refused', () => {
  test.each([
    [
      'for another document',
      `original="${folder}"`,
      'original="documents/sc58/other"',
      'No words that are translated stand in “documents/sc58/other”. Export a document that is here.',
    ],
    [
      'for another language',
      'target-language="fr"',
      'target-language="pt"',
      '“sc58/internet-trade” is translated into fr and not into “pt”. Export it for one of them.',
    ],
    [
      'from another language',
      'source-language="en"',
      'source-language="es"',
      '“sc58/internet-trade” is translated from “en” and not from “es”. Export it again.',
    ],
  ])('%s', (_, before, after, reason) => {
    expect(refused(xml.replace(before, after))).toEqual([`back.xlf:3  ${reason}`])
  })

  const deep = (tag: string, times: number): string =>
    `${`<${tag}>`.repeat(times)}${`</${tag}>`.repeat(times)}`
  test.each([
    [
      'with a document type',
      `${head}<!DOCTYPE xliff [<!ENTITY a "b">]>${xml.slice(head.length)}`,
      2,
      /^The file has a document type \(DOCTYPE\)/,
    ],
    ['with an entity that nothing says', xml.replace('<source>', '<source>&a;'), 5, /^This is no XML: /],
    ['that was cut off', xml.slice(0, 2_000), undefined, /^This is no XML: /],
    ['of another version', xml.replace('document:1.2', 'document:2.0'), 2, /^This is no XLIFF 1\.2\. /],
    ['that is too deep', xml.replace('<source>', `<source>${deep('g', 80)}`), undefined, /deeper ones/],
    ['that is empty', '', 1, /^This is no XML|^The file is empty/],
  ])('%s', (_, text, line, reason) => {
    const found = ((): RefusedFile | undefined => {
      try {
        read(text)
      } catch (cause) {
        return cause instanceof RefusedFile ? cause : undefined
      }
    })()
    expect(found?.refusal.reason).toMatch(reason)
    if (line !== undefined) expect(found?.refusal.line).toBe(line)
  })

  test.each([
    ['that is too large', new Uint8Array(9 * 1024 * 1024), /bytes, and 8388608 are the most that is read\.$/],
    ['that is not UTF-8', Uint8Array.from([0xff, 0xfe, 0x3c, 0]), /^The file is not UTF-8/],
  ])('%s', (_, bytes, reason) => {
    expect(() => readXliff(bytes, 'back.xlf')).toThrow(reason)
  })

  test('that calls itself a Word file', () => {
    for (const bytes of [
      [0x50, 0x4b],
      [0x50, 0x4b, 3, 4, 0, 0, 0],
    ])
      expect(() => readTable(Uint8Array.from(bytes), 'back.docx')).toThrow(/^This is no Word file/)
  })

  test('that is not there, and a folder that is no project', async () => {
    await expect(readReturned('/no/such.xlf')).rejects.toThrow(
      'There is no file “/no/such.xlf”. Write the name of what came back.',
    )
    await expect(readReturned(`${story}/documents`)).rejects.toThrow(
      'is no OmegaT project. Write the folder with omegat.project in it.',
    )
  })
})

describe('what is no translation is left alone', () => {
  test('the words of the original, where the file says that nobody translated them', () => {
    const text = xml.replace(
      new RegExp(`(<trans-unit id="${purpose}".*?<source>)(.*?)(</source>)<target.*?</target>`),
      '$1$2$3<target state="needs-translation">$2</target>',
    )
    const plan = planned(read(text), [own])
    expect([plan.refusals, plan.units, plan.same.map(({key}) => key)]).toEqual([[], [], [purpose]])
  })

  test('but taken with a warning where it says that they are translated', () => {
    const text = xml.replace(
      /(<trans-unit id="body#introduction".*?<source>)(.*?)(<\/source>)<target.*?<\/target>/,
      '$1$2$3<target state="final">$2</target>',
    )
    const now = String(own.files.find((file) => file.path === path)?.translation?.file)
    const other = withTexts(own, new Map([[path, now.replace('## Introduction ^', '## Avant-propos ^')]]))
    const returned = read(text).map((one) => ({
      ...one,
      units: one.units.map((unit) => ({...unit, translation: undefined, digest: undefined})),
    }))
    const plan = planned(returned, [other])
    expect(plan.units.map(({key, words, isSame, state}) => [key, words, isSame, state])).toEqual([
      ['body#introduction', 'Introduction', true, 'final'],
    ])
  })
})
