import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'
import {runFresh} from './fresh.ts'

// BUSY=10 npx vitest run tests/hostile/busy: so many builds of the longest table that there may be, half of them beside
// four programs that never rest, and once with what is kept. None says or writes anything else. CI makes two, of the page.
const times = Number(process.env.BUSY ?? 2)
const formats =
  times > 2 ? ['--format', 'html', '--format', 'docx'] : ['--format', 'html', '--language', 'en']

const table = (rows: number): string => {
  const cells = (first: string, others: string): string => `| ${first} |${` ${others} |`.repeat(9)}\n`
  const lines = Array.from({length: rows}, (_, at) => cells(`row ${at}`, 'a'))
  const head = `| a |${Array.from({length: 9}, (_, at) => ` b${at} |`).join('')}\n`
  return `:::table[Numbers]{id=numbers}\n${head}${cells('---', '---')}${lines.join('')}:::\n`
}

/** What a command says, and each file that it left. */
async function madeBy(root: string, ...options: string[]): Promise<string> {
  const {status, err} = await runFresh(['build', ...formats, ...options, '--root', root])
  expect(status).toBe(0)
  // Not how far it is, which is said from time to time, how long it took, and what was written anew.
  const said = err
    .replace(/^(?:reading|checking|\d+\/\d+) .*\n/gm, '')
    .replace(/\d+ files written, \d+ unchanged|[\d.]+ s\./g, '')
  const all = createHash('sha256').update(said)
  for (const path of readdirSync(join(root, 'out'), {recursive: true, encoding: 'utf8'}).sort())
    if (/\.(?:docx|html)$/.test(path)) all.update(path).update(readFileSync(join(root, 'out', path)))
  return all.digest('hex')
}

test(`${times} builds of a table of 999 rows and 10 columns are equal, on a busy machine too`, async () => {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-busy-'))
  cpSync(join(repository, 'tests/fixtures/small-dossier/documents'), join(root, 'documents'), {
    recursive: true,
  })
  const folder = join(root, 'documents/sc58/bear-trade')
  const yaml = readFileSync(join(folder, 'document.yaml'), 'utf8')
  writeFileSync(
    join(folder, 'document.yaml'),
    yaml.replace(/^languages: .*$/m, 'languages: {en: complete, fr: drafting}'),
  )
  const body = readFileSync(join(folder, 'body.en.md'), 'utf8')
  writeFileSync(
    join(folder, 'body.en.md'),
    body.replace('\n## Recommendations', () => `\n${table(998)}\n## Recommendations`),
  )
  const found = new Set<string>()
  let loops: ReturnType<typeof spawn>[] = []
  try {
    for (let at = 0; at < times; at++) {
      if (at === Math.floor(times / 2))
        loops = Array.from({length: 4}, () => spawn(process.execPath, ['-e', 'for (;;);']))
      found.add(await madeBy(root, '--no-cache'))
    }
    if (times > 2) found.add(await madeBy(root))
    expect(found.size).toBe(1)
  } finally {
    for (const loop of loops) loop.kill()
    rmSync(root, {recursive: true})
  }
})
