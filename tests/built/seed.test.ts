import {readFileSync} from 'node:fs'
import {beforeAll, describe, expect, test} from 'vitest'
import {attribute, computeLabels, descendants, part, readPackage, visibleText} from '../../src/word/index.ts'
import {type Built, builtDocuments, projectRoot} from '../support/built.ts'

/** The seed's lines as words: no Markdown, superscripts as plain letters, one line a printed line. */
const seed = readFileSync(`${projectRoot}tests/fixtures/seed/cop14-internet-trade.fr.md`, 'utf8')
  .split('\n')
  .map((line) =>
    plain(
      line
        .replace(/^\s*- /, '')
        .replace(/<\/?sup>/g, '')
        .replace(/^\*+|\*+$/g, ''),
    ),
  )
  .filter((line) => line !== '')

function plain(text: string): string {
  return text.normalize('NFC').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim()
}

let french: Built
beforeAll(async () => {
  french = (await builtDocuments()).find((document) => document.name === 'cop14/internet-trade.fr') as Built
})

/** Every line of the seed, in its order, among the lines given. */
function expectInOrder(lines: string[]): void {
  let from = 0
  for (const line of seed) {
    const at = lines.indexOf(line, from)
    expect(at, line).toBeGreaterThanOrEqual(from)
    from = at + 1
  }
}

describe('the French draft decisions are the seed, word for word and in its order', () => {
  test('the seed has all its lines', () => {
    expect(seed).toHaveLength(21)
    expect(seed.join(' ')).toContain("s'il y lieu")
  })

  test('in the text', () => {
    expectInOrder(french.text.split('\n').map(plain))
  })

  test('in the Word file, with the labels that Word computes', () => {
    const lines = computeLabels(readPackage(french.docx)).map(({label, text}) =>
      plain(label ? `${label} ${text}` : text),
    )
    expectInOrder(
      lines.flatMap((line) => (line.startsWith('CONVENTION') ? line.split(/(?<=ESPECES) /) : [line])),
    )
  })

  test('in the HTML', () => {
    const body = french.html.slice(french.html.indexOf('<main'))
    // Without the links to the other languages, which no page shows before a permalink was followed.
    const lines = body
      .replace(/<span class="same">.*?<\/span>/g, '')
      .replace(/<br>|<\/(?:p|h1|h2|li|div)>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#x26;', '&')
    expectInOrder(lines.split('\n').map(plain))
  })
})

describe('the e of 14e and 58e is raised', () => {
  test('in HTML', () => {
    expect(french.html.match(/14<sup>e<\/sup>/g)).toHaveLength(1)
    expect(french.html.match(/58<sup>e<\/sup>/g)).toHaveLength(2)
    expect(french.html.match(/15<sup>e<\/sup>/g)).toHaveLength(1)
  })

  test('in Word', () => {
    const raised = descendants(part(readPackage(french.docx), 'word/document.xml'), 'w:r').filter((run) =>
      descendants(run, 'w:vertAlign').some((align) => attribute(align) === 'superscript'),
    )
    expect(raised.map((run) => visibleText(run))).toEqual(['e', 'e', 'e', 'e'])
  })
})

test('both addressee lines are bold', () => {
  const headings = computeLabels(readPackage(french.docx)).filter(({style}) => style === 'CITESAddressee')
  expect(headings.map(({text}) => text)).toEqual([
    "A l'adresse du Secrétariat",
    "A l'adresse du Comité permanent",
  ])
})
