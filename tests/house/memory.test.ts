import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test, vi} from 'vitest'
import {renderCertified} from '../../src/certify/index.ts'
import type {Composition} from '../../src/compose/index.ts'
import type {Content, Loaded, Source} from '../../src/load/index.ts'
import {formats} from '../../src/render/index.ts'
import {resolve} from '../../src/resolve/index.ts'
import type {Validated} from '../../src/validate/index.ts'
import {composed, type Sources, sourcesOf} from '../support/content-root.ts'
import {deepFreeze} from '../support/deep-freeze.ts'
import {documentLanguages} from '../support/documents.ts'
import {rememberingLoad} from '../support/memory/load.ts'
import {rememberingRender} from '../support/memory/render.ts'
import {rememberingTemplates} from '../support/memory/templates.ts'
import {rememberingValidate} from '../support/memory/validate.ts'
import {story} from '../support/story.ts'

// The tests build the same dossiers again and again with one thing changed. What they remember of the rest
// (tests/support/memory/) is what would be made anew: each is compared with the real one here.
const real = {
  ...(await vi.importActual<typeof import('../../src/load/index.ts')>('../../src/load/index.ts')),
  ...(await vi.importActual<typeof import('../../src/validate/index.ts')>('../../src/validate/index.ts')),
  ...(await vi.importActual<typeof import('../../src/certify/index.ts')>('../../src/certify/index.ts')),
  ...(await vi.importActual<typeof import('../../src/resolve/templates.ts')>(
    '../../src/resolve/templates.ts',
  )),
}

let base: Sources
let some: [string, Uint8Array][]
beforeAll(async () => {
  base = await sourcesOf(story)
  const wanted = /^(?:documents\/(?:sc58|decisions)\/internet-trade\/|templates\/(?:labels|kinds\/agenda))/
  some = [...base.content].filter(([path]) => wanted.test(path))
})

/** Some of the sources as they are, then with one file changed each, also so that it is refused, and as they were. */
function* contents(): Generator<Content> {
  const text = (path: string): string => readFileSync(join(story, path), 'utf8')
  const changed = (path: string, before: string, after: string): Content => {
    expect(text(path)).toContain(before)
    const bytes = new TextEncoder().encode(text(path).replace(before, after))
    return new Map([...some, [path, bytes]])
  }
  yield new Map(some)
  yield changed('documents/sc58/internet-trade/body.fr.md', 'Secrétariat', 'Secretariat')
  yield changed('documents/sc58/internet-trade/body.en.md', ' ^origin', ' <b> ^origin')
  yield changed('documents/decisions/internet-trade/tasks.yaml', 'tasks:', 'taks:')
  yield changed('documents/decisions/internet-trade/tasks.yaml', 'tasks:', 'tasks: [')
  yield changed('templates/starters.en.yaml', 'of-all:', 'of-al:')
  yield new Map(some.filter(([path]) => !path.endsWith('.es.yaml')))
  yield new Map(some)
}

/** What a caller may ask for: everything, one document, and no words that only a new one begins with. */
const askings = [
  undefined,
  (path: string, pointer?: (string | number)[]): boolean =>
    path.endsWith('.md') && !pointer
      ? path.startsWith('documents/sc58/internet-trade/')
      : !path.startsWith('templates/starters.'),
]

const told = ({sources, paths, texts, messages}: Loaded): unknown => [
  [...sources].map(([path, {data, ...source}]) => [
    path,
    data.value,
    data.disables,
    'tree' in source && source.tree,
  ]),
  [...paths],
  [...texts],
  messages.map(String),
]

test('sources are read as they are without a memory, and known to be valid or not', () => {
  const [load, validate] = [rememberingLoad(real.load), rememberingValidate(real.validate)]
  const valid = ({sources, schemaOf, messages}: Validated): unknown => [
    [...sources.keys()],
    [...schemaOf],
    messages.map((message) => [String(message), message.ruleId]),
  ]
  for (const content of contents()) {
    for (const isAsked of askings) {
      const [loaded, due] = [load(content, isAsked), real.load(content, isAsked)]
      expect(told(loaded)).toEqual(told(due))
      const options = isAsked ? {isAsked} : {}
      expect(valid(validate(loaded, base.schemas, options))).toEqual(
        valid(real.validate(due, base.schemas, options)),
      )
    }
  }
})

test('templates are as they are without a memory, and nothing changes them', () => {
  const remembering = rememberingTemplates(real.resolveTemplates)
  const {sources} = base.validated
  const {paths} = base.loaded
  const changed = new Map(sources)
  changed.set('templates/labels.en.yaml', sources.get('templates/labels.fr.yaml') as Source)
  const without = new Map([...sources].filter(([path]) => path !== 'templates/actors.yaml'))
  for (const some of [sources, changed, sources, without, new Map(sources)]) {
    const {templates, languages, messages} = remembering(some, paths)
    const due = real.resolveTemplates(some, paths)
    expect({templates, languages, messages: messages.map(String)}).toEqual({
      ...due,
      messages: due.messages.map(String),
    })
  }
  const {templates} = remembering(sources, paths)
  expect(remembering(new Map(sources), new Set(paths)).templates).toBe(templates)
  deepFreeze(templates)
  const {dossier} = resolve(base.validated, paths)
  deepFreeze(dossier.templates)
  expect(composed(dossier).flatMap((document) => document.messages)).toEqual([])
})

test('only what was changed is read again', () => {
  let count = 0
  const load = rememberingLoad((content, ...others) => {
    count += content.size
    return real.load(content, ...others)
  })
  const counts = [...contents()].map((content) => {
    count = 0
    load(content)
    return count
  })
  expect(counts).toEqual([some.length, 1, 1, 1, 1, 1, 0, 0])
})

describe('the bytes of a document follow from its tree', () => {
  const documents = (beforeCheck?: (composition: Composition) => void): Composition[] =>
    composed(resolve(base.validated, base.loaded.paths).dossier, beforeCheck).flatMap((document) => [
      ...document.compositions.values(),
    ])

  test('check and the renderers do not change a tree, and one that says the same gives the same bytes and certificate', async () => {
    const {styles, numbering} = resolve(base.validated, base.loaded.paths).dossier.templates
    const nameOf = ({plan, language}: Composition): string => `${plan.path}.${language.code}`
    const remembered = new Map<string, Awaited<ReturnType<typeof renderCertified>>>()
    for (const composition of documents())
      for (const format of formats.keys()) {
        const file = await renderCertified(nameOf(composition), format, {
          tree: composition.tree,
          styles,
          numbering,
        })
        remembered.set(`${nameOf(composition)}.${format}`, file)
      }
    expect(remembered.size).toBe(documentLanguages.length * formats.size)
    // Composed anew and rendered in another order, by what remembers and by what does not.
    for (const composition of documents(({tree}) => deepFreeze(tree)).reverse()) {
      const {tree} = composition
      expect(Object.isFrozen(tree.children[0]?.children[0])).toBe(true)
      const before = JSON.stringify(tree)
      expect(JSON.parse(before)).toEqual(tree)
      for (const format of [...formats.keys()].reverse()) {
        const name = nameOf(composition)
        const due = remembered.get(`${name}.${format}`)
        expect(await renderCertified(name, format, {tree, styles, numbering})).toBe(due)
        const {bytes, ...made} = await real.renderCertified(name, format, {tree, styles, numbering})
        expect(Buffer.compare(bytes, due?.bytes ?? new Uint8Array()), `${name}.${format}`).toBe(0)
        expect(made).toEqual({...due, bytes: undefined})
      }
      expect(JSON.stringify(tree) === before).toBe(true)
    }
  }, 120_000)

  test('a tree that says something else is rendered', async () => {
    const {styles, numbering} = resolve(base.validated, base.loaded.paths).dossier.templates
    const [{tree} = {}] = documents()
    if (!tree) throw new Error('There is no document.')
    let count = 0
    const render = rememberingRender((...args) => {
      count++
      return real.renderCertified(...args)
    })
    await render('a', 'txt', {tree, styles, numbering})
    await render('a', 'txt', {tree, styles, numbering})
    await render('a', 'html', {tree, styles, numbering})
    await render('a', 'txt', {tree: {...tree, meta: {...tree.meta, title: 'Bears'}}, styles, numbering})
    await render('a', 'txt', {tree, styles: {...styles, 'character-styles': {}}, numbering})
    expect(count).toBe(4)
  })
})

test('no stage changes a source', () => {
  const sources = real.load(base.content).sources
  for (const source of sources.values()) {
    deepFreeze(source.data.value)
    if (source.kind === 'markdown') deepFreeze(source.tree)
  }
  const {dossier, messages} = resolve({...base.validated, sources}, base.loaded.paths)
  expect(messages).toEqual([])
  expect(composed(dossier).flatMap((document) => document.messages)).toEqual([])
})
