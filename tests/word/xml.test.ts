import {describe, expect, it} from 'vitest'
import {attribute, child, childrenOf, descendants, parseXml, serialize} from '../../src/word/index.ts'

describe('parseXml', () => {
  it('reads names, attributes and mixed content, CDATA as text, comments dropped', () => {
    const root = parseXml('<w:a w:x="1 &amp; 2">one<!-- no --> &#233;<b/><![CDATA[<two>]]></w:a>')
    expect(root).toEqual({
      name: 'w:a',
      attributes: {'w:x': '1 & 2'},
      children: ['one \u00e9', {name: 'b', attributes: {}, children: []}, '<two>'],
    })
  })

  it('drops a byte order mark', () => {
    expect(parseXml('\uFEFF<?xml version="1.0"?><a/>').name).toBe('a')
  })

  it('refuses what is not well-formed, a document type and an empty document', () => {
    expect(() => parseXml('<a><b></a>')).toThrow()
    expect(() => parseXml('<a>\u0001</a>')).toThrow()
    expect(() => parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toThrow(/document type/)
    expect(() => parseXml('')).toThrow()
  })
})

describe('serialize', () => {
  it('gives a tree back unchanged, every special character included', () => {
    const root = parseXml(
      '<a b="&quot;&lt;&amp;&gt;&#9;&#10;&#13;\'">]]&gt; &lt; &amp; &#13;\n<c> </c><d/></a>',
    )
    expect(parseXml(serialize(root))).toEqual(root)
    expect(root.attributes.b).toBe('"<&>\t\n\r\'')
  })
})

describe('helpers', () => {
  const root = parseXml('<r><p n="1"><p n="2"/></p>text<q/><p n="3"/></r>')

  it('finds children and descendants in document order', () => {
    expect(childrenOf(root).map(({name}) => name)).toEqual(['p', 'q', 'p'])
    expect(descendants(root, 'p').map((one) => attribute(one, 'n'))).toEqual(['1', '2', '3'])
    expect(descendants(root)).toHaveLength(4)
    expect(attribute(child(root, 'p'), 'n')).toBe('1')
  })

  it('takes absent elements and attributes as undefined', () => {
    expect(child(root, 'z')).toBeUndefined()
    expect(child(undefined, 'z')).toBeUndefined()
    expect(descendants(undefined)).toEqual([])
    expect(attribute(root, 'constructor')).toBeUndefined()
  })
})
