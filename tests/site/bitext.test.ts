import {readFileSync} from 'node:fs'
import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {severalLanguages} from '../support/documents.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {story} from '../support/story.ts'

/** The rows of such a page: the id of the unit, its label, and the words in each language. */
function rowsOf(html: string): {id: string; label: string; cells: string[]}[] {
  const plain = (markup: string): string =>
    markup
      .replace(/<div class="state"[^>]*>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  return html
    .slice(html.indexOf('<tbody>'))
    .split('<tr id="u-')
    .slice(1)
    .map((row) => ({
      id: row.slice(0, row.indexOf('"')),
      label: plain(/<th[^>]*>(.*?)<\/th>/s.exec(row)?.[1] ?? ''),
      cells: [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((cell) => plain(cell[1] ?? '')),
    }))
}

test.each(severalLanguages)(
  '%s has a row for each of its paragraphs, in the order of the document',
  (path) => {
    const read = (file: string): string => readFileSync(join(story, 'out', file), 'utf8')
    const rows = rowsOf(read(`bitext/${path}.html`))
    const html = read(`${path}.en.html`)
    const labelled = [...html.matchAll(/<a class="num" href="#u-([^"]+)">([^<]+)</g)].map(
      ([, id, label]) => `${label} ${id}`,
    )
    expect(rows.filter(({label}) => !/^[¶[]/.test(label)).map(({id, label}) => `${label} ${id}`)).toEqual(
      labelled,
    )
    expect(rows.length).toBeGreaterThan(labelled.length)
    for (const {id, cells} of rows) {
      expect(cells.length, id).toBe(3)
      for (const cell of cells) expect(cell, id).not.toBe('')
    }
  },
)

test('what a drafting language lacks is marked in its place, beside the words of the others', async ({
  onTestFinished,
}) => {
  const root = await mkdtemp(join(tmpdir(), 'cites-docs-bitext-'))
  onTestFinished(() => rm(root, {recursive: true}))
  await cp(smallDossier, root, {recursive: true})
  const folder = join(root, 'documents/sc58/bear-trade')
  const yaml = readFileSync(join(folder, 'document.yaml'), 'utf8').replace('fr: complete', 'fr: drafting')
  await writeFile(join(folder, 'document.yaml'), yaml)
  const french = readFileSync(join(folder, 'body.fr.md'), 'utf8')
  await writeFile(join(folder, 'body.fr.md'), french.replace(/^1\. l'ampleur.*\n/m, ''))
  const {outputs} = await build({root})
  const rows = rowsOf(new TextDecoder().decode(outputs.get('bitext/sc58/bear-trade.html')?.bytes))
  expect(rows.find(({id}) => id === 'report-size')).toEqual({
    id: 'report-size',
    label: 'a)',
    cells: ['the size; and', '[Manque en français: the size; and] To be translated'],
  })
  expect(rows.find(({id}) => id === 'report-value')?.cells[1]).toMatch(/^la valeur/)
})
