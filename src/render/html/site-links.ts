import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DocumentMeta, NamedLink} from '../../tree/index.ts'
import {lines} from './lines.ts'
import {pageName} from './page-name.ts'

/** The other files of a document for its readers, beside its page; an index of all documents has them from its table. */
const files = ['docx', 'txt']

/** Links to the pages about all documents and to the other files of the document; nothing for a page that goes elsewhere. */
export function pageLinks(meta: DocumentMeta): Element[] {
  if (!meta.links) return []
  const page = pageName(meta, {language: meta.language})
  const own = files.map((extension) => ({
    words: extension.toUpperCase(),
    href: page.replace(/html$/, extension),
  }))
  const items = [...meta.links.pages, ...own].map((link) => h('li', [linkTo(link)]))
  return [h('nav', {ariaLabel: meta.links.name, className: ['pages']}, [h('ul', items)])]
}

/** Links to what the text names, a list for each sort of it; nothing where it names nothing. */
export function namedLinks({links}: DocumentMeta): Element[] {
  if (!links || links.named.lists.length === 0) return []
  const {name, lists} = links.named
  const items = lists.map((list) =>
    h('li', [
      {type: 'text', value: `${list.words}: `},
      ...list.links.flatMap((link, index): ElementContent[] => [
        ...(index === 0 ? [] : [{type: 'text' as const, value: ', '}]),
        linkTo(link),
      ]),
    ]),
  )
  return [h('nav', {ariaLabel: name, className: ['named']}, [h('ul', lines(items))])]
}

function linkTo({words, href, tag}: NamedLink): Element {
  return h('a', {href, hrefLang: tag}, words)
}

/** The rules for both; they are not printed. */
export function linkRules({links}: DocumentMeta): string {
  if (!links) return ''
  const nav = `
.top{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;margin:0 0 1.5rem}
.top .languages ul{margin:0}
.pages ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0;font-size:.875rem}
.pages a,.named a{display:inline-block;min-height:24px;min-width:24px}`
  const named =
    links.named.lists.length > 0
      ? '\n.named{border-top:1px solid #767676;margin-top:2.5em;padding-top:1em;font-size:.875rem}.named ul{list-style:none;margin:0;padding:0}'
      : ''
  return `${nav}${named}\n@media print{.pages,.named{display:none}}`
}
