import {expect, it} from 'vitest'
import {type MarkedRun, markedRuns, parseXml} from '../../src/word/index.ts'
import {field, marked, para, run} from '../support/word/build.ts'

/** Each run of each bookmark as `bookmark: what`. */
function read(content: string): string[] {
  const paragraph = parseXml(para(content).replace('<w:p>', '<w:p xmlns:w="w" xmlns:r="r">'))
  const shown = ({text, instruction, note, link}: MarkedRun): string =>
    [text && `“${text}”`, instruction && `field ${instruction}`, note && `note ${note}`, link && `in ${link}`]
      .filter(Boolean)
      .join(' ')
  return [...markedRuns(paragraph)].flatMap(([name, runs]) => runs.map((one) => `${name}: ${shown(one)}`))
}

it('gives the words inside a bookmark, and no others', () => {
  expect(read(run('before ') + marked('u_a', 1, run('inside')) + run(' after'))).toEqual(['u_a: “inside”'])
})

it('gives a field by its instruction and leaves its result out', () => {
  expect(read(marked('u_a', 1, run('see ') + field('REF u_b \\n \\h', '2')))).toEqual([
    'u_a: “see ”',
    'u_a: field REF u_b \\n \\h',
  ])
})

it('gives the mark of a note by its id, and the link around a run', () => {
  const note = '<w:r><w:footnoteReference w:id="3"/></w:r>'
  const link = `<w:hyperlink r:id="rId9">${run('cites.org')}</w:hyperlink>`
  expect(read(marked('u_a', 1, note + link))).toEqual(['u_a: note 3', 'u_a: “cites.org” in rId9'])
})

it('gives each of two bookmarks its own words, also where one stands in the other', () => {
  expect(read(marked('u_a', 1, run('one ') + marked('u_b', 2, run('two'))))).toEqual([
    'u_a: “one ”',
    'u_a: “two”',
    'u_b: “two”',
  ])
})

it('counts a bookmark with nothing inside', () => {
  const paragraph = parseXml(para(marked('u_a', 1, '')).replace('<w:p>', '<w:p xmlns:w="w">'))
  expect([...markedRuns(paragraph)]).toEqual([['u_a', []]])
})
