import {beforeAll, expect, test} from 'vitest'
import {checkWords} from '../../src/check/index.ts'
import {load} from '../../src/load/index.ts'
import {resolve} from '../../src/resolve/index.ts'
import {validate} from '../../src/validate/index.ts'
import {type Sources, sourcesOf} from '../support/content-root.ts'
import {story} from '../support/story.ts'

// One date of the dossier on Internet trade is changed, and can hardly be true beside the others: a warning at it.

const facts = 'documents/decisions/internet-trade'
const changes: [path: string, key: string, date: string, message: RegExp][] = [
  [`${facts}/notification.yaml`, 'date', '2007-05-31', /^The Notification is dated 2007-05-31, before CoP14/],
  [`${facts}/funding.yaml`, 'date', '2007-05-31', /^The appeal for funds is dated 2007-05-31, before CoP14/],
  [`${facts}/consultancy.yaml`, 'date', '2007-05-31', /^The work of the consultant is dated 2007-05-31/],
  [`${facts}/workshop.yaml`, 'starts', '2007-06-02', /^The workshop is dated 2007-06-02, before CoP14/],
  ['documents/workshop/results/document.yaml', 'date', '2009-03-17', /^This document asks for comments/],
  [
    'documents/workshop/invitation/document.yaml',
    'date',
    '2009-02-25',
    /^This document invites to the workshop/,
  ],
  ['documents/workshop/funding-appeal/document.yaml', 'date', '2009-02-27', /^This document asks for funds/],
  [
    'documents/workshop/terms-of-reference/document.yaml',
    'date',
    '2008-11-11',
    /^This document says what the co/,
  ],
]

let base: Sources
beforeAll(async () => {
  base = await sourcesOf(story)
})

test.each(changes)('%s: %s %s', (path, key, date, message) => {
  const text = base.loaded.texts.get(path) ?? ''
  const changed = text.replace(new RegExp(`(?<![\\w-])${key}: "[\\d-]+"`), `${key}: "${date}"`)
  expect(changed).not.toBe(text)
  const {sources: own} = validate(load(new Map([[path, new TextEncoder().encode(changed)]])), base.schemas)
  const sources = new Map([...base.validated.sources, ...own])
  const {dossier} = resolve({...base.validated, sources}, base.loaded.paths, base.files)
  const found = checkWords(dossier, sources, (asked) => asked === path)
  const line = changed.split('\n').findIndex((one) => one.includes(date)) + 1
  expect(found.map(({ruleId, fatal, line: at}) => ({ruleId, fatal, at}))).toContainEqual({
    ruleId: 'facts-unlikely',
    fatal: false,
    at: line,
  })
  expect(found.map(({reason}) => reason)).toContainEqual(expect.stringMatching(message))
})
