import type {Root} from 'hast'
import {type Schema, sanitize} from 'hast-util-sanitize'
import {toHtml} from 'hast-util-to-html'

const everywhere: NonNullable<Schema['attributes']>[string] = [
  'id',
  'className',
  'lang',
  ['dir', 'rtl'],
  'ariaLabel',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaCurrent',
]
const cell = ['scope', 'headers', 'colSpan', 'rowSpan']

/** All elements that our pages have, each with the attributes that only it has. */
const elements: Record<string, NonNullable<Schema['attributes']>[string]> = {
  ...withoutOwn(
    'html head body main header footer section details summary caption colgroup col thead tbody tr table title style figure figcaption',
  ),
  ...withoutOwn('h1 h2 h3 p br em strong del ins sup sub bdi mark blockquote ul defs desc nav noscript'),
  a: ['href', 'hrefLang', ['rel', 'noreferrer'], ['role', 'doc-noteref', 'doc-backlink']],
  div: [['role', 'region'], 'tabIndex'],
  img: [['src', /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+=*$/], 'alt', 'width', 'height'],
  input: [['type', 'search'], 'autoComplete', 'spellCheck'],
  label: ['htmlFor'],
  li: ['value', 'tabIndex'],
  link: [['rel', 'alternate'], 'href', 'hrefLang'],
  meta: [
    'charSet',
    ['httpEquiv', 'Content-Security-Policy'],
    ['name', 'viewport', 'color-scheme'],
    'content',
  ],
  ol: ['type'],
  p: [['role', 'status']],
  section: [['role', 'doc-endnotes']],
  span: ['title'],
  td: cell,
  th: cell,
  // Pictures.
  svg: [['role', 'img'], 'viewBox', 'width', 'height'],
  line: ['x1', 'y1', 'x2', 'y2'],
  path: ['d', 'transform'],
  pattern: ['width', 'height', 'patternUnits'],
  rect: ['x', 'y', 'width', 'height', ['fill', /^url\(#[a-z0-9-]+\)$/]],
  text: ['x', 'y', 'textAnchor'],
}

function withoutOwn(names: string): Record<string, string[]> {
  return Object.fromEntries(names.split(' ').map((name) => [name, []]))
}

function schemaOf(tagNames: string[]): Schema {
  return {
    allowDoctypes: true,
    tagNames,
    attributes: {'*': everywhere, ...elements},
    // Addresses without a scheme are our own pages.
    protocols: {href: ['https', 'http', 'mailto'], src: ['data']},
    clobber: [], // Ids are ours and have their prefixes.
    strip: ['script'],
    required: {},
    ancestors: {},
  }
}

const withoutScript = schemaOf(Object.keys(elements))
const withScript = schemaOf([...Object.keys(elements), 'script'])

/**
 * A finished page as text. Nothing is left in it but the elements, attributes and schemes listed above, whatever it was
 * given. This is the last of several walls, for a mistake of ours in those before it.
 *
 * @param tree  the whole page
 * @param hasScript  whether it is the one page with a script of ours
 * @returns UTF-8
 */
export function serialize(tree: Root, hasScript = false): Uint8Array {
  const clean = sanitize(tree, hasScript ? withScript : withoutScript) as Root
  return new TextEncoder().encode(`${toHtml(clean, {upperDoctype: true})}\n`)
}
