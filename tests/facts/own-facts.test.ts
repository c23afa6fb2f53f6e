import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {repository} from '../support/content-root.ts'

// A dossier of another matter brings its own sort of facts, tables, counts and sums, a meeting and an addressee, with
// what is shipped and nothing copied from it (tests/fixtures/own-facts/README.md).

const root = join(repository, 'tests/fixtures/own-facts')
const {messages, outputs} = await build({root})
const textOf = (language: string): string =>
  new TextDecoder().decode(outputs.get(`sc61/ivory-stocks.${language}.txt`)?.bytes).replaceAll('\u00a0', ' ')

/** Its own words and sums in each language: cover, decision, sentence, tables. */
const printed: Record<string, string[]> = {
  en: [
    'Sixty-first meeting of the Standing Committee',
    'Decision 15.99° is directed to the range States of the African elephant.',
    '2 seizures° of ivory, of 1,164° pieces, had been reported.',
    'Seizures of ivory reported by 16 June 2011',
    'Date | State | Pieces | Value',
    '8 November 2010° | Example State A° | 120° | USD 18,000°',
    '21 February 2011 | Example State B | 1,044 | USD 151,500',
    'Total |  | 1,164° | USD 169,500°',
    'Example State A | Held in a store of the government | 15.99° b) | 2,350 | 61%',
    'Total |  |  | 3,850 | ',
  ],
  fr: [
    'Soixante et unième session du Comité permanent',
    "2 saisies° d'ivoire, portant sur 1 164° pièces, avaient été communiquées.",
    "Saisies d'ivoire communiquées au 16 juin 2011",
    '8 novembre 2010° | Etat exemple A° | 120° | USD 18 000°',
    'Total |  | 1 164° | USD 169 500°',
    'Etat exemple A | Conservé dans un dépôt du gouvernement | 15.99° b) | 2 350 | 61 %',
  ],
  es: [
    'Sexagésimo primera reunión del Comité Permanente',
    '2 decomisos° de marfil, de 1.164° piezas.',
    'Decomisos de marfil comunicados hasta el 16 de junio de 2011',
    'Total |  | 1.164° | 169.500 dólares°',
  ],
}

test('builds in three languages without a word to say', () => {
  expect(messages.map(String)).toEqual([])
  for (const language of Object.keys(printed))
    for (const format of ['docx', 'html', 'txt'])
      expect(outputs.has(`sc61/ivory-stocks.${language}.${format}`), `${language}.${format}`).toBe(true)
})

describe.each(Object.entries(printed))('%s', (language, lines) => {
  test.each(lines)('prints: %s', (line) => {
    expect(textOf(language)).toContain(line)
  })

  test('does not see a record that became known later', () => {
    expect(textOf(language)).not.toMatch(/\b9\b.*USD|900/)
  })
})

test('each value on the page leads back to its record', () => {
  const page = new TextDecoder().decode(outputs.get('sc61/ivory-stocks.en.html')?.bytes)
  for (const fact of ['first-seizure', 'second-seizure', 'stock-a', 'seizures', 'stocks'])
    expect(page).toContain(`title="ivory-stocks/ivory#${fact}"`)
})

test('nothing in it is copied: it has no file with the whole of ours', () => {
  const files = readdirSync(join(root, 'templates'), {recursive: true, encoding: 'utf8'})
  expect(files.filter((name) => name.endsWith('.yaml')).length).toBeGreaterThan(5)
  expect(files.join()).not.toMatch(/kinds|styles|numbering|profiles|usage/)
})
