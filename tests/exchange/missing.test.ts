import fc from 'fast-check'
import type {Nodes, Parents} from 'mdast'
import {describe, expect, test} from 'vitest'
import {withoutOwn} from '../../src/exchange/aligned.ts'
import {numberApart, separateTexts} from '../../src/exchange/import/digits.ts'
import {endOfWords} from '../../src/exchange/import/rendered-block.ts'
import type {ExportedUnit, Segment} from '../../src/exchange/index.ts'
import {codesOf} from '../../src/exchange/segment.ts'
import type {MarkdownSource} from '../../src/load/index.ts'
import type {TranslatedFile, Translation} from '../../src/resolve/index.ts'
import {translationUnits} from '../../src/translation/index.ts'
import {allOf, parsed, planned, returnedWith, roots, translationsOf, withTexts} from '../support/exchange.ts'

/** Enough that each kind of block comes up; more of them were looked at once, `RUNS=3000`. */
const runs = Number(process.env.RUNS ?? 40)

interface Whole {
  translation: Translation
  file: TranslatedFile
  text: string
}

async function wholeFiles(): Promise<Whole[]> {
  const all = (await Promise.all(roots.map(translationsOf))).flat()
  // One language tells as much as two.
  const french = all.filter(({language}) => language === 'fr')
  return french.flatMap((translation) =>
    translation.files.flatMap((file) =>
      file.translation ? [{translation, file, text: String(file.translation.file)}] : [],
    ),
  )
}

/** The text of a file with a part taken away, once all words of its translation came back. */
function restored(whole: Whole, left: string | undefined): string | undefined {
  const {translation, file} = whole
  const without = ownCodes(whole)
  const path = file.translation?.path ?? ''
  const withoutOwnCodes = ({source, target}: ExportedUnit) => target && withoutOwn(target, source)
  const returned = returnedWith([allOf(translation)], withoutOwnCodes).map((folder) => ({
    ...folder,
    // Those of the file alone, as if nothing had been there when they went out.
    units: folder.units
      .filter(({key}) => key.startsWith(`${file.stem}#`) && !without.has(key))
      .map((unit) => ({...unit, digest: undefined, translation: undefined, isToDo: false})),
  }))
  const plan = planned(returned, [withTexts(translation, new Map([[path, left]]))])
  expect(plan.refusals).toEqual([])
  return plan.files.find((one) => one.path === path)?.text ?? left
}

/** Units with codes that nobody can send back where the translation is missing: its own, and those that it types otherwise. */
function ownCodes({translation}: Whole): ReadonlySet<string> {
  const typed = (segment: Segment): string[] =>
    codesOf(segment).map(({id, open, close}) => `${id} ${open}${close}`)
  const all = allOf(translation).units.filter(({source, target}) => {
    const known = new Set(typed(source))
    return (
      target &&
      (typed(target).some((code) => !known.has(code)) ||
        numberApart(separateTexts(source), separateTexts(target)))
    )
  })
  return new Set(all.map(({key}) => key))
}

const unitsOf = (path: string, text: string | undefined, without: ReadonlySet<string>): string[] => {
  const source = parsed(path, text)
  const units = source ? translationUnits(source) : []
  return units.filter(({key}) => !without.has(key)).map(({key, source: words}) => `${key} ${words}`)
}

/** Ranges of blocks that hold units: paragraphs, headings, items, notes, what stands between colons, rows. */
function blocksIn(whole: Whole): [number, number][] {
  const {text, file} = whole
  const path = file.translation?.path ?? ''
  const without = ownCodes(whole)
  const source = parsed(path, text) as MarkdownSource
  const units = translationUnits(source).filter(({kind}) => kind !== 'words')
  const ranges: [number, number][] = []
  const walk = (parent: Parents): void => {
    const children = parent.children as Nodes[]
    for (const [index, child] of children.entries()) {
      const [start, end] = [child.position?.start.offset ?? 0, child.position?.end.offset ?? 0]
      const own = units.filter((unit) => unit.start >= start && unit.end <= end)
      if (own.length === 0) continue
      const isSent = own.every(({key}) => !without.has(key))
      // A picture with words in it is another file in each language, which nobody sends back.
      const hasOwnPicture = /\.[a-z]{2}\.(?:png|jpe?g)\)/.test(text.slice(start, end))
      const isLabel = 'data' in child && child.data !== undefined && 'directiveLabel' in child.data
      // The line of hyphens stands under the first row of a table with bars.
      const isHead = child.type === 'tableRow' && index <= 1
      const isAlone = children.length === 1 || parent.type === 'footnoteDefinition'
      // The first of what follows a name in brackets has no end of another block before it.
      const isFirst =
        index === 0 ||
        ('data' in (children[index - 1] as Nodes) &&
          'directiveLabel' in ((children[index - 1] as Nodes).data ?? {}))
      const [before, next] = [children[index - 1], children[index + 1]]
      const from = isFirst || !before ? start : endOfWords(before, text)
      const to = isFirst ? (next?.position?.start.offset ?? end + 1) : endOfWords(child, text)
      if (
        isSent &&
        !hasOwnPicture &&
        !isLabel &&
        !isHead &&
        !isAlone &&
        child.type !== 'table' &&
        !/Cell$/.test(child.type)
      )
        ranges.push([from, to])
      if (
        'children' in child &&
        !['paragraph', 'heading', 'tableCell', 'blockCell'].includes(child.type) &&
        !isLabel
      )
        walk(child as Parents)
    }
  }
  walk(source.tree)
  return ranges
}

/** Between blocks one empty line is as good as two. */
const withoutEmptyLines = (text: string): string => text.replace(/\n[ \t>]*(?=\n)/g, '')

describe('what a translation lacks is put in its place', async () => {
  const files = await wholeFiles()

  test('a file that is not there is begun', () => {
    for (const whole of files) {
      const path = whole.file.translation?.path ?? ''
      const without = ownCodes(whole)
      expect(unitsOf(path, restored(whole, undefined), without), path).toEqual(
        unitsOf(path, whole.text, without),
      )
    }
  })

  test('a block that is not there, wherever it stands, comes back with every other line as it was', () => {
    const markdown = files.filter(({file}) => file.translation?.kind === 'markdown')
    const places = markdown.flatMap((whole) => blocksIn(whole).map((range) => ({whole, range})))
    expect(places.length).toBeGreaterThan(500)
    fc.assert(
      fc.property(fc.nat(places.length - 1), (index) => {
        const {whole, range} = places[index] as (typeof places)[number]
        const [start, end] = range
        const left = whole.text.slice(0, start) + whole.text.slice(end)
        expect(withoutEmptyLines(restored(whole, left) ?? '')).toBe(withoutEmptyLines(whole.text))
      }),
      {numRuns: runs},
    )
  })
})
