import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {toText} from '../../src/tree/index.ts'
import {descendants, part, readPackage, storyParts, visibleText} from '../../src/word/index.ts'
import {builtDocuments} from '../support/built.ts'

// What is not confirmed is marked in every format: each mark of the tree stands in the committed Word file, page and
// text, and no other. (tests/facts/leads-back.test.ts looks at what has to have one.)

const built = await builtDocuments()

/** The marks of a text, in order: signs behind values, and those that stand before a block. */
const marksIn = (text: string, ofBlock: string): string[] => {
  const escaped = ofBlock.replace(/[[\]]/g, '\\$&')
  return text.match(new RegExp(`°|${escaped}`, 'g')) ?? []
}

const ofBlocks: Record<string, string> = {en: '[Example]', fr: '[Exemple]', es: '[Ejemplo]'}

test('some documents have marks, and some have none', () => {
  const counts = built.map(({text, language}) => marksIn(text, ofBlocks[language] ?? '').length)
  expect(Math.max(...counts)).toBeGreaterThan(10)
  expect(Math.min(...counts)).toBe(0)
})

describe.each(built.map((document) => [document.name, document] as const))('%s', (_name, document) => {
  const {tree, language, text, html, docx} = document
  const ofBlock = ofBlocks[language] ?? ''
  const inWords: string[] = []
  const inLabels: string[] = []
  visit(tree as Node, (node: Node & {label?: string; links?: {label: string}[]}) => {
    if (node.type === 'exampleMark') inWords.push(toText(node))
    if (node.type === 'crossReference') inWords.push(...marksIn(toText(node), ofBlock))
    // The number of a decision that is an example is a label with its sign; in Word it is computed.
    inLabels.push(...marksIn(node.label ?? '', ofBlock))
  })
  // The notice on the cover explains both marks.
  const explained = inWords.some((mark) => mark !== '') ? ['°', ofBlock] : []

  test('has the marks of its tree in the text and on the page', () => {
    // The links below the text are no words of the document.
    const words = html.replace(/<head>.*<\/head>|<nav [^>]*class="named">.*<\/nav>/gs, '')
    const page = words.replace(/<[^>]+>/g, '')
    const wanted = [...inWords, ...inLabels, ...explained].sort()
    expect(marksIn(text, ofBlock).sort()).toEqual(wanted)
    expect(marksIn(page, ofBlock).sort()).toEqual(wanted)
  })

  test('has them in Word', () => {
    const files = readPackage(docx)
    const words = storyParts(files).flatMap((name) => descendants(part(files, name), 'w:p').map(visibleText))
    expect(marksIn(words.join('\n'), ofBlock).sort()).toEqual([...inWords, ...explained].sort())
  })
})
