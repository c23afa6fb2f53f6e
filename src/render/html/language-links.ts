import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DocumentMeta} from '../../tree/index.ts'
import {pageName} from './page-name.ts'

/**
 * Puts links to the same paragraph in the other languages after each paragraph that has a permalink. The style sheet
 * shows them where a permalink led: a page without a script cannot hand the place on to the links at its top.
 *
 * @param page  it is changed
 */
export function addLanguageLinks(page: Element, meta: DocumentMeta): void {
  const others = meta.alternatives.filter(({language}) => language !== meta.language)
  if (others.length === 0) return
  const look = (element: Element): void => {
    for (const child of element.children) if (child.type === 'element') look(child)
    addTo(element, others, meta)
  }
  look(page)
}

function addTo(paragraph: Element, others: DocumentMeta['alternatives'], meta: DocumentMeta): void {
  const [label] = paragraph.children
  if (paragraph.tagName !== 'p' || label?.type !== 'element' || label.tagName !== 'a') return
  const {className, href} = label.properties
  if (!Array.isArray(className) || !className.includes('num') || typeof href !== 'string') return
  const links = others.flatMap((other): ElementContent[] => [
    {type: 'text', value: ' '},
    h('a', {href: `${pageName(meta, other)}${href}`, hrefLang: other.tag, lang: other.tag}, other.name),
  ])
  paragraph.children.push(h('span', {className: ['same']}, links))
}
