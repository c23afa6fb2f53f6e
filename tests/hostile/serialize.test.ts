import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {serialize} from '../../src/render/html/index.ts'

// Nothing of this can come from a source, which the stages before see to. Were one of them wrong, the page would still
// not hold it.
const page = (...children: ElementContent[]): string =>
  new TextDecoder().decode(
    serialize({type: 'root', children: [h('html', [h('body', [h('p', 'Bears'), ...children])])]}),
  )
const clean = page()

test.each<[string, ElementContent]>([
  ['a script', h('script', 'alert(1)')],
  ['a frame', h('iframe', {srcDoc: '<p>x'})],
  ['an object', h('object', {data: 'https://a.b'})],
  ['a form', h('form', {action: 'https://a.b'})],
  ['a base', h('base', {href: 'https://a.b'})],
  ['a foreign object of SVG', h('foreignObject')],
  ['a comment', {type: 'comment', value: '><script>alert(1)</script>'} as ElementContent],
  ['markup that nobody parsed', {type: 'raw', value: '<script>alert(1)</script>'} as never],
])('%s is not written', (_, node) => {
  expect(page(node)).toBe(clean)
})

test.each([
  ['of elsewhere', 'https://a.b/c.png', ''],
  ['beside the page', 'c.png', ''],
  ['with a script', 'javascript:alert(1)', ''],
  ['that is a text', 'data:text/html,<script>', ''],
  ['that may hold a script', 'data:image/svg+xml;base64,PHN2Zz4=', ''],
  ['with more than its bytes', 'data:image/png;base64,AAAA" onerror=alert(1)', ''],
  ['of its own bytes', 'data:image/png;base64,iVBORw0=', ' src="data:image/png;base64,iVBORw0="'],
])('a picture %s has no address but its bytes, and no event', (_, src, kept) => {
  expect(page(h('img', {src, onError: 'alert(1)', srcSet: 'https://a.b 2x'}))).toBe(
    clean.replace('</body>', `<img${kept}></body>`),
  )
})

test.each([
  ['an event', {onClick: 'alert(1)'}, ''],
  ['a style', {style: 'position:fixed'}, ''],
  ['a script as address', {href: 'javascript:alert(1)'}, ''],
  ['a script as address, with a capital', {href: 'JavaScript:alert(1)'}, ''],
  ['data as address', {href: 'data:text/html,<script>'}, ''],
  ['a program of Office as address', {href: 'ms-word:ofe|u|https://a.b'}, ''],
  ['a file as address', {href: 'file:///etc/passwd'}, ''],
  ['a new window', {target: '_blank'}, ''],
  [
    'what may be there',
    {href: 'https://cites.org/', rel: ['noreferrer']},
    ' href="https://cites.org/" rel="noreferrer"',
  ],
  ['a page of ours', {href: '../sc58/bears.html#u-note'}, ' href="../sc58/bears.html#u-note"'],
])('of a link with %s the rest is written', (_, properties, written) => {
  expect(page(h('a', properties, 'Link'))).toContain(`<a${written}>Link</a>`)
})

test('the one page with a script of ours keeps it', () => {
  const tree = {type: 'root' as const, children: [h('script', 'found()')]}
  expect(new TextDecoder().decode(serialize(tree, true))).toBe('<script>found()</script>\n')
})
