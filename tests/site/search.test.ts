import {readFileSync} from 'node:fs'
import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {runInNewContext} from 'node:vm'
import {expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {smallDossier} from '../support/fixture-root.ts'

interface Data {
  documents: {href: string; symbol: string; title: string}[]
  units: [number, string, string, string][]
}

/** The data in the script of a page, read as the browser would read them. */
function dataOf(html: string): Data {
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  const literal = script.slice(script.lastIndexOf('const DATA = ') + 'const DATA = '.length)
  return runInNewContext(`(${literal.slice(0, literal.indexOf(';\n(() =>'))})`) as Data
}

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
  const {documents, units} = dataOf(html)
  expect(documents).toEqual([
    {href: 'sc58/bear-trade.en.html', symbol: 'SC58\u00a0Doc.\u00a012', title: 'Trade in toy bears'},
  ])
  expect(units.find(([, id]) => id === 'u-report-size')).toEqual([
    0,
    'u-report-size',
    '3\u00a0a)',
    'the "size" \\ [1],[2] </script> $&; and',
  ])
  expect(units[0]).toEqual([0, '', '', ''])
})
