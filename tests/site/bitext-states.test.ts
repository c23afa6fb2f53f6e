import {readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {changedSinceConfirmed} from '../support/translated.ts'

const page = 'bitext/sc58/bear-trade.html'

let root: string
beforeAll(async () => {
  root = await changedSinceConfirmed()
})
afterAll(() => rm(root, {recursive: true}))

async function built(): Promise<string> {
  const {outputs} = await build({root})
  return new TextDecoder().decode(outputs.get(page)?.bytes)
}

const plain = (markup = ''): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What is told of each unit: its row, the words of the block under its own, and where the link in it leads. */
const statesIn = (html: string): string[][] =>
  [...html.matchAll(/<tr id="u-([^"]+)"(?:(?!<tr).)*?<div class="state"(.*?)<\/div>/gs)].map(
    ([, id = '', state = '']) => [
      id,
      plain(state.replace(/<p><a.*/s, '').replace(/^[^>]*>/, '')),
      /href="#u-([^"]+)"/.exec(state)?.[1] ?? '',
    ],
  )

test('what is missing, stale or not confirmed is told at its row, with the change and a link to the next', async () => {
  const html = await built()
  expect(statesIn(html)).toEqual([
    [
      'title',
      'Original changed since (only punctuation, capitals or marks)Trade in [removed:] toy bears [added:] Toy Bears',
      'decision-parties.value',
    ],
    ['decision-parties.value', 'Original changed sinceits [added:] full value; and', 'report-size'],
    ['report-size', 'Original changed sincethe [added:] whole size; and', 'report-second'],
    ['report-second', 'To be translated', 'colours.white.colour'],
    ['colours.white.colour', 'Original changed sinceWhite [added:] , mostly', 'note-rates'],
    ['note-rates', 'Not confirmed', ''],
  ])
  const summary = /<section class="states".*?<\/section>/s.exec(html)?.[0] ?? ''
  expect(plain(summary)).toBe(
    'State of the translations Français – To be translated: 1; Original changed since: 4 (only punctuation, capitals or marks: 1); Not confirmed: 1 first passage (Français)',
  )
  expect(summary).toContain('<a href="#u-title">')
})

test('without a ledger only what is missing is told', async () => {
  for (const path of await readdir(root, {recursive: true}))
    if (path.endsWith('.jsonl')) await rm(join(root, path))
  expect(statesIn(await built())).toEqual([['report-second', 'To be translated', '']])
})
