import {readFileSync} from 'node:fs'
import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {searchOf} from '../support/search.ts'

test('words that look like code are words: they end neither the script nor a line of its data', async ({
  onTestFinished,
}) => {
  const root = await mkdtemp(join(tmpdir(), 'cites-docs-search-'))
  onTestFinished(() => rm(root, {recursive: true}))
  await cp(smallDossier, root, {recursive: true})
  const file = join(root, 'documents/sc58/bear-trade/body.en.md')
  const words = 'the "size" \\\\ [1],[2] &lt;/script> $&; and'
  await writeFile(
    file,
    readFileSync(file, 'utf8').replace(
      '1. the size; and',
      () => `::disable{rule=money reason="Code, no amount."}\n\n1. ${words.replaceAll('[', '\\[')}`,
    ),
  )
  const french = file.replace('.en.', '.fr.')
  await writeFile(french, readFileSync(french, 'utf8').replace("l'ampleur; et", "l'ampleur \\[1],\\[2]; et"))
  const {messages, outputs} = await build({root})
  expect(besideLedgers(messages).map(String)).toEqual([])
  const html = new TextDecoder().decode(outputs.get('search.html')?.bytes)
  expect(html.match(/<\/script/g)?.length).toBe(1)
  const {documents} = searchOf(html)
  const [{href, symbol, title, units} = {units: []}] = documents
  expect({count: documents.length, href, symbol, title}).toEqual({
    count: 1,
    href: 'sc58/bear-trade.en.html',
    symbol: 'SC58\u00a0Doc.\u00a012',
    title: 'Trade in toy bears',
  })
  expect(units.find(([id]) => id === 'u-report-size')).toEqual([
    'u-report-size',
    '3\u00a0a)',
    'the "size" \\ [1],[2] </script> $&; and',
  ])
})
