import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {attribute, descendants, parseXml, type XmlElement} from '../../src/word/index.ts'
import {story} from '../support/story.ts'

// The numbers and days of the page of the status, recomputed from the YAML by other means than the code under test.
const yaml = <T>(path: string): T => parse(readFileSync(join(story, 'documents', path), 'utf8')) as T
const subject = 'decisions/internet-trade'
const asOf = yaml<{'as-of': string}>('dashboard.yaml')['as-of']

interface Entry {
  date: string
  status: string
  amount?: number
}
interface Task {
  id: string
  'depends-on'?: string[]
  when?: string
  entries: Entry[]
}
interface Contribution {
  amount: number
  entries: Entry[]
}

const known = <T extends {date: string}>(records: readonly T[]): T[] =>
  records.filter(({date}) => date <= asOf)
// Tasks that SC58 gave under the outcome that was decided.
const tasks = yaml<{tasks: Task[]}>(`${subject}/tasks.yaml`).tasks.filter(
  ({when, entries}) =>
    (when === undefined || when === 'outcome.draft-resolution') && known(entries).length > 0,
)
const replies = known(yaml<{replies: {date: string; region: string}[]}>(`${subject}/replies.yaml`).replies)
const {appeal, contributions} = yaml<{appeal: {amount: number}; contributions: Contribution[]}>(
  `${subject}/funding.yaml`,
)

const pageOf = (language: string): string =>
  readFileSync(
    join(story, 'out/dashboard', language === 'en' ? 'index.html' : `index.${language}.html`),
    'utf8',
  )

/** A picture of a page by its id. */
function pictureOf(html: string, id: string): XmlElement {
  const start = html.lastIndexOf('<svg', html.indexOf(`<title id="${id}-title"`))
  const text = html.slice(start, html.indexOf('</svg>', start) + '</svg>'.length)
  return parseXml(text.replaceAll('&nbsp;', '\u00a0'))
}

const textsOf = (picture: XmlElement): string[] =>
  descendants(picture, 'text').map((text) => text.children.join('').replace(/\s/g, ' '))
const numberOf = (element: XmlElement | undefined, name: string): number =>
  Number(element && attribute(element, name))
const barsOf = (picture: XmlElement): XmlElement[] =>
  descendants(picture, 'rect').filter((rect) => attribute(rect, 'class')?.split(' ')[0] === 'bar')

const money: Record<string, (value: number) => string> = {
  en: (value) => `USD ${String(value).replace(/(?=(?:...)+$)(?<=.)/g, ',')}°`,
  fr: (value) => `USD ${String(value).replace(/(?=(?:...)+$)(?<=.)/g, ' ')}°`,
  es: (value) => `${String(value).replace(/(?=(?:...)+$)(?<=.)/g, '.')} dólares°`,
}

describe.each(['en', 'fr', 'es'])('the page of the status in %s', (language) => {
  const html = pageOf(language)

  test('has the funds pledged, received and lacking, as bars of that length', () => {
    const pledged = contributions
      .filter(({entries}) => known(entries).length > 0)
      .reduce((sum, {amount}) => sum + amount, 0)
    const received = contributions
      .filter(({entries}) => known(entries).some(({status}) => status === 'received'))
      .reduce((sum, {amount}) => sum + amount, 0)
    const values = [pledged, received, appeal.amount - pledged]
    expect(values).toEqual([85_000, 85_000, 0])
    const picture = pictureOf(html, 'internet-trade-funding')
    expect(textsOf(picture).filter((_, index) => index % 2 === 1)).toEqual(
      values.map((value) => money[language]?.(value)),
    )
    const widths = barsOf(picture).map((bar) => numberOf(bar, 'width'))
    for (const [index, width] of widths.entries())
      expect(width / (widths[0] ?? 1)).toBeCloseTo((values[index] ?? 0) / pledged, 3)
  })

  test('has the replies by region, as bars of that length', () => {
    const regions = [...new Set(replies.map(({region}) => region))].sort()
    const counts = regions.map((id) => replies.filter(({region}) => region === id).length)
    const picture = pictureOf(html, 'internet-trade-regions')
    expect(textsOf(picture).filter((_, index) => index % 2 === 1)).toEqual(counts.map((count) => `${count}°`))
    const bars = barsOf(picture)
    expect(bars.map((bar) => attribute(bar, 'class')?.split(' ')[1])).toEqual(regions)
    const widest = Math.max(...bars.map((bar) => numberOf(bar, 'width')))
    for (const [index, bar] of bars.entries())
      expect(numberOf(bar, 'width') / widest).toBeCloseTo((counts[index] ?? 0) / Math.max(...counts), 3)
  })

  test('has a bar for each task that was begun, from that day to the day on which it was completed', () => {
    const picture = pictureOf(html, 'internet-trade-timeline')
    const days = (iso: string): number => Date.parse(iso) / 86_400_000
    const begun = tasks
      .map(({id, entries}) => ({
        id,
        from: known(entries).find(({status}) => !['not-started', 'pending-funds'].includes(status))?.date,
        done: known(entries).findLast(({status}) => status.startsWith('completed'))?.date,
      }))
      .filter((task): task is typeof task & {from: string} => task.from !== undefined)
      .sort((a, b) => days(a.from) - days(b.from))
    // The last two shapes of this class are the key.
    const bars = barsOf(picture).slice(0, -2)
    expect(bars.length).toBe(begun.length)
    // Two days and their places give the scale; every other place follows from it.
    const [first, last] = [begun[0], begun.at(-1)]
    if (!first || !last) throw new Error('There are no bars.')
    const perDay =
      (numberOf(bars.at(-1), 'x') - numberOf(bars[0], 'x')) / (days(last.from) - days(first.from))
    for (const [index, {id, from, done}] of begun.entries()) {
      const bar = bars[index]
      const start = numberOf(bars[0], 'x') + (days(from) - days(first.from)) * perDay
      expect(numberOf(bar, 'x'), id).toBeCloseTo(start, 1)
      const length = Math.max(4, (days(done ?? asOf) - days(from)) * perDay)
      expect(numberOf(bar, 'width'), id).toBeCloseTo(length, 1)
      expect(attribute(bar as XmlElement, 'class'), id).toBe(done ? 'bar' : 'bar open')
    }
  })

  test('has a line to each task from those that must be done first', () => {
    const paths = descendants(pictureOf(html, 'internet-trade-timeline'), 'path')
    const lines = paths.filter((path) => attribute(path, 'class') === 'depends')
    expect(lines.length).toBe(tasks.flatMap((task) => task['depends-on'] ?? []).length)
  })

  test('has every picture with a name, a description and its data as a table', () => {
    const pictures = [...html.matchAll(/<svg [^>]*aria-labelledby="([^"]+) ([^"]+)"/g)]
    expect(pictures.length).toBe(3)
    for (const [, title, description] of pictures) {
      expect(html).toMatch(new RegExp(`<title id="${title}">[^<]+</title>`))
      expect(html).toMatch(new RegExp(`<desc id="${description}">[^<]{20,}</desc>`))
    }
    for (const id of [
      'internet-trade-days',
      'u-internet-trade.tasks',
      'u-internet-trade.funds',
      'u-internet-trade.replies',
    ])
      expect(html).toContain(`<table id="${id}">`)
  })
})
