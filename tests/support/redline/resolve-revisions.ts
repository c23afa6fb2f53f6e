import {
  attribute,
  child,
  childrenOf,
  descendants,
  type WordPackage,
  type XmlElement,
} from '../../../src/word/index.ts'

// Accepts or rejects every revision of a package, as ECMA-376 Part 1, 17.13.5 says it, with nothing of src/redline.
// Where a program may do either, what leaves more behind is done: an end of a paragraph that goes before a table stays.

export type Answer = 'accept' | 'reject'

const stories = ['word/document.xml', 'word/footnotes.xml']

/** The package with all revisions accepted or rejected; notes to which nothing refers any more are gone. */
export function resolved(pkg: WordPackage, answer: Answer): WordPackage {
  const [stays, goes] = answer === 'accept' ? ['w:ins', 'w:del'] : ['w:del', 'w:ins']
  const parts = new Map(pkg.parts)
  for (const name of stories) {
    const root = parts.get(name)
    if (root) parts.set(name, withoutRevisions(root, {answer, stays, goes}))
  }
  const used = new Set(
    descendants(parts.get('word/document.xml'), 'w:footnoteReference').map((one) => attribute(one, 'w:id')),
  )
  const notes = parts.get('word/footnotes.xml')
  if (notes) {
    const isLeft = (one: XmlElement): boolean =>
      attribute(one, 'w:type') !== undefined || used.has(attribute(one, 'w:id'))
    parts.set('word/footnotes.xml', {...notes, children: childrenOf(notes).filter(isLeft)})
  }
  return {...pkg, parts}
}

interface How {
  answer: Answer
  stays: string
  goes: string
}

function withoutRevisions(root: XmlElement, how: How): XmlElement {
  return withoutGoneRows(joined(properties(runs(root, how), how), how), how)
}

const names: Record<string, string> = {'w:delText': 'w:t', 'w:delInstrText': 'w:instrText'}

/** Runs that go are taken out, those that stay are taken out of their element; marks of paragraphs and rows are left. */
function runs(element: XmlElement, how: How): XmlElement {
  const children = element.children.flatMap((one): (XmlElement | string)[] => {
    if (typeof one === 'string') return [one]
    if (one.name === 'w:rPr' || one.name === 'w:trPr') return [one]
    if (one.name === how.goes) return []
    const inner = runs(one, how)
    if (one.name === how.stays) return inner.children
    return inner.name === 'w:hyperlink' && inner.children.length === 0 ? [] : [inner]
  })
  return {...element, name: names[element.name] ?? element.name, children}
}

function properties(element: XmlElement, how: How): XmlElement {
  const children = element.children.map((one) => (typeof one === 'string' ? one : properties(one, how)))
  if (element.name !== 'w:pPr') return {...element, children}
  const own = childrenOf({...element, children})
  const change = own.find(({name}) => name === 'w:pPrChange')
  const rest = own.filter((one) => one !== change)
  if (!change || how.answer === 'accept') return {...element, children: rest}
  const kept = rest.filter(({name}) => name === 'w:rPr' || name === 'w:sectPr')
  return {...element, children: [...childrenOf(child(change, 'w:pPr')), ...kept]}
}

function markOf(paragraph: XmlElement): XmlElement | undefined {
  return child(child(paragraph, 'w:pPr'), 'w:rPr')
}

/** A paragraph whose end goes is put before what stands in the next one, which keeps its properties. */
function joined(element: XmlElement, how: How): XmlElement {
  const children: (XmlElement | string)[] = []
  let waiting: XmlElement[] = []
  for (const one of element.children) {
    const inner = typeof one === 'string' ? one : joined(one, how)
    if (typeof inner === 'string' || inner.name !== 'w:p') {
      children.push(...waiting, inner)
      waiting = []
      continue
    }
    const before = waiting.flatMap((paragraph) => withoutProperties(paragraph))
    const [own] = childrenOf(inner, 'w:pPr')
    const all = {...inner, children: [...(own ? [own] : []), ...before, ...withoutProperties(inner)]}
    if (child(markOf(inner), how.goes)) waiting = [all]
    else {
      children.push(withoutMark(all))
      waiting = []
    }
  }
  return {...element, children: [...children, ...waiting]}
}

function withoutProperties(paragraph: XmlElement): XmlElement['children'] {
  return paragraph.children.filter((one) => typeof one === 'string' || one.name !== 'w:pPr')
}

function withoutMark(paragraph: XmlElement): XmlElement {
  const children = paragraph.children.map((one) =>
    typeof one !== 'string' && one.name === 'w:pPr'
      ? {...one, children: childrenOf(one).filter(({name}) => name !== 'w:rPr')}
      : one,
  )
  return {...paragraph, children}
}

/** A row that goes is taken out, and a table without rows. */
function withoutGoneRows(element: XmlElement, how: How): XmlElement {
  const children = element.children.flatMap((one): (XmlElement | string)[] => {
    if (typeof one === 'string') return [one]
    if (one.name === 'w:tr' && child(child(one, 'w:trPr'), how.goes)) return []
    const inner = withoutGoneRows(one, how)
    if (inner.name === 'w:tbl' && childrenOf(inner, 'w:tr').length === 0) return []
    if (inner.name !== 'w:trPr') return [inner]
    const own = childrenOf(inner).filter(({name}) => name !== 'w:ins' && name !== 'w:del')
    return own.length > 0 ? [{...inner, children: own}] : []
  })
  return {...element, children}
}
