import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {certifyDocx} from '../../src/certify/index.ts'
import type {Composition} from '../../src/compose/index.ts'
import {check} from '../../src/index.ts'
import {type Finished, formats} from '../../src/render/index.ts'
import {stretchesOf} from '../../src/tree/index.ts'
import {
  attribute,
  child,
  childrenOf,
  descendants,
  part,
  readPackage,
  visibleText,
  type WordPackage,
  writePackage,
  type XmlElement,
} from '../../src/word/index.ts'

// The last section of tests/fixtures/constructs: signs above and below the line, and names in other writings.
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))

let finished: Finished
let docx: Uint8Array
let html: string
beforeAll(async () => {
  const {compositions, dossier} = await check({root: fixture, documents: ['cop15/constructs']})
  const english = compositions.find(({tree}) => tree.meta.language === 'en') as Composition
  finished = {tree: english.tree, styles: dossier.templates.styles, numbering: dossier.templates.numbering}
  docx = (await formats.get('docx')?.render(finished)) as Uint8Array
  html = new TextDecoder().decode(await formats.get('html')?.render(finished))
})

const paragraphWith = (pkg: WordPackage, words: string): XmlElement =>
  descendants(part(pkg, 'word/document.xml'), 'w:p').find((one) =>
    visibleText(one).includes(words),
  ) as XmlElement
const runWith = (pkg: WordPackage, words: string): XmlElement =>
  childrenOf(paragraphWith(pkg, words), 'w:r').find((one) => visibleText(one).includes(words)) as XmlElement
const propertiesOf = (run: XmlElement): XmlElement => child(run, 'w:rPr') as XmlElement

test('what stands above and below the line does so in Word and on the page', () => {
  const runs = childrenOf(paragraphWith(readPackage(docx), '46°'), 'w:r')
  const placed = runs.flatMap((run) => {
    const place = attribute(child(child(run, 'w:rPr'), 'w:vertAlign'))
    return place ? [`${place}: ${visibleText(run)}`] : []
  })
  expect(placed).toEqual([
    'superscript: 6',
    'subscript: 2',
    'superscript: 13',
    'subscript: e',
    'superscript: e',
  ])
  expect(html).toContain('of CO<sub>2</sub>; δ<sup>13</sup>C is')
  expect(html).toContain('\nsub{')
})

test('letters that run from the right are runs of their own that say so, with their language', () => {
  const pkg = readPackage(docx)
  const said = (words: string): (string | undefined)[] => {
    const properties = propertiesOf(runWith(pkg, words))
    const [language, fonts] = [child(properties, 'w:lang'), child(properties, 'w:rFonts')]
    return [
      child(properties, 'w:rtl') && 'rtl',
      attribute(language, 'w:bidi') ?? attribute(language, 'w:eastAsia'),
      attribute(fonts, 'w:eastAsia') ?? attribute(fonts, 'w:cs'),
    ]
  }
  expect(said('محمد علي')).toEqual(['rtl', 'ar-SA', undefined])
  expect(said('דוד לוי')).toEqual(['rtl', 'he-IL', undefined])
  expect(said('تهران')).toEqual(['rtl', 'fa', undefined])
  expect(said('王小明')).toEqual([undefined, 'zh-CN', 'SimSun'])
  expect(said('山田たろう')).toEqual([undefined, 'ja-JP', 'MS Mincho'])
  expect(said('東京')).toEqual([undefined, 'ja', 'MS Mincho'])
  expect(said('김철수')).toEqual([undefined, 'ko-KR', 'Malgun Gothic'])
  expect(said('สมชาย')).toEqual([undefined, 'th-TH', 'Tahoma'])
  expect(html).toContain('<bdi lang="ar">محمد علي</bdi> (Cairo)')
  expect(html).toContain('<span lang="zh">王小明</span>')
  expect(html).toContain('<span lang="fa"><bdi>تهران</bdi></span>')
})

test('a paragraph that is all of such a writing runs from the right, with its figures and its full stop', () => {
  const paragraph = paragraphWith(readPackage(docx), 'السلطة')
  expect(child(child(paragraph, 'w:pPr'), 'w:bidi')).toBeDefined()
  expect(childrenOf(paragraph, 'w:r').map(visibleText)).toEqual(['السلطة الإدارية، 2009.'])
  expect(html).toContain('<p id="u-authority" class="quotation" dir="rtl">')
})

test('lines that would be torn apart are not spread: before a hard break, and around a long address', () => {
  const pkg = readPackage(docx)
  const compat = child(part(pkg, 'word/settings.xml'), 'w:compat')
  expect(childrenOf(compat)[0]?.name).toBe('w:doNotExpandShiftReturn')
  const alignmentOf = (words: string): string | undefined =>
    attribute(child(child(paragraphWith(pkg, words), 'w:pPr'), 'w:jc'))
  expect(alignmentOf('many/makers')).toBe('left')
  expect(alignmentOf('11 Bear Road')).toBeUndefined()
})

test('a text is parted where its writing changes, and nowhere else', () => {
  const parts = (text: string): string[] =>
    stretchesOf(text).map((piece) => `${piece.writing?.tag ?? '-'} ${piece.text}`)
  expect(parts('Ghana, Γκάνα, Гана')).toEqual(['- Ghana, Γκάνα, Гана'])
  expect(parts('of مصر، 2009 (السودان), too')).toEqual(['- of ', 'ar-SA مصر، 2009 (السودان)', '- , too'])
  expect(parts('王小明, 山田 太郎')).toEqual(['zh-CN 王小明', '- , ', 'zh-CN 山田 太郎'])
  expect(parts('タイ王国と대한민국')).toEqual(['ja-JP タイ王国と대한민국'])
  expect(parts('')).toEqual(['- '])
})

describe('the certificate refuses', () => {
  const damages: [string, (pkg: WordPackage) => void, RegExp][] = [
    [
      'a sign on the wrong side of the line',
      (pkg) => {
        const runs = childrenOf(paragraphWith(pkg, '46°'), 'w:r')
        const places = runs.flatMap((run) => child(child(run, 'w:rPr'), 'w:vertAlign') ?? [])
        const lowered = places.find((one) => attribute(one) === 'subscript')
        if (lowered) lowered.attributes['w:val'] = 'superscript'
      },
      /Bookmarks differ at place \d+: .*46°/,
    ],
    [
      'a name without its direction',
      (pkg) => {
        const properties = propertiesOf(runWith(pkg, 'محمد علي'))
        properties.children = properties.children.filter((one) => (one as XmlElement).name !== 'w:rtl')
      },
      /The direction of “محمد علي” is not that of its letters/,
    ],
    [
      'a name without its font',
      (pkg) => {
        const properties = propertiesOf(runWith(pkg, '王小明'))
        properties.children = properties.children.filter((one) => (one as XmlElement).name !== 'w:rFonts')
      },
      /“王小明” has no font or no language/,
    ],
    [
      'a paragraph that runs the wrong way',
      (pkg) => {
        const properties = child(paragraphWith(pkg, 'السلطة'), 'w:pPr') as XmlElement
        properties.children = properties.children.filter((one) => (one as XmlElement).name !== 'w:bidi')
      },
      /The direction of the paragraph “السلطة/,
    ],
  ]
  test.each(damages)('%s', (_what, damage, fault) => {
    const pkg = readPackage(docx)
    damage(pkg)
    expect(() => certifyDocx('x.docx', writePackage(pkg), finished)).toThrow(fault)
  })
})
