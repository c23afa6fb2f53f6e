import {describe, expect, it} from 'vitest'
import {
  child,
  computeLabels,
  parseXml,
  part,
  readPackage,
  settled,
  storyParts,
  writePackage,
} from '../../src/word/index.ts'
import {para, run, tinyDocx, zipFiles} from '../support/word/build.ts'

describe('readPackage', () => {
  it('keeps the order of entries and tells XML from other parts', () => {
    const pkg = readPackage(zipFiles({'b.xml': '<b/>', 'a.bin': 'x', '_rels/.rels': '<r/>', 'a.xml': '<a/>'}))
    expect(pkg.names).toEqual(['b.xml', 'a.bin', '_rels/.rels', 'a.xml'])
    expect([...pkg.parts.keys()]).toEqual(['b.xml', '_rels/.rels', 'a.xml'])
    expect([...pkg.others.keys()]).toEqual(['a.bin'])
  })

  it('names the part that is not well-formed and the part that is missing', () => {
    expect(() => readPackage(zipFiles({'word/document.xml': '<a>'}))).toThrow(/^word\/document\.xml: /)
    expect(() => part(readPackage(zipFiles({'a.xml': '<a/>'})), 'word/document.xml')).toThrow(
      /no word\/document/,
    )
  })
})

describe('writePackage', () => {
  it('gives an equal package back, the same bytes each time', () => {
    const pkg = readPackage(
      tinyDocx({body: para(run('Text')), footer: para(run('Foot')), extra: {'x.bin': 'x'}}),
    )
    const bytes = writePackage(pkg)
    expect(readPackage(bytes)).toEqual(pkg)
    expect(writePackage(readPackage(bytes))).toEqual(bytes)
    expect(storyParts(pkg)).toEqual(['word/document.xml', 'word/footer1.xml'])
  })

  it('keeps the order of entries, parts added later at the end', () => {
    const pkg = readPackage(zipFiles({'b.bin': 'x', 'b.xml': '<b/>', 'a.bin': 'x'}))
    pkg.parts.set('a.xml', parseXml('<a/>'))
    expect(readPackage(writePackage(pkg)).names).toEqual(['b.bin', 'b.xml', 'a.bin', 'a.xml'])
  })

  it('writes an inserted paragraph', () => {
    const pkg = readPackage(tinyDocx({body: para(run('One'))}))
    child(part(pkg, 'word/document.xml'), 'w:body')?.children.push(parseXml(para(run('Two &amp; three'))))
    const texts = computeLabels(readPackage(writePackage(pkg))).map(({text}) => text)
    expect(texts).toEqual(['One', 'Two & three'])
  })
})

describe('settled', () => {
  it('is read once, while a package that may change is read anew', () => {
    const pkg = readPackage(tinyDocx({body: para(run('One'))}))
    const still = settled(pkg)
    expect(computeLabels(still)).toBe(computeLabels(still))
    child(part(pkg, 'word/document.xml'), 'w:body')?.children.push(parseXml(para(run('Two'))))
    expect([pkg, still].map((one) => computeLabels(one).length)).toEqual([2, 1])
  })
})
