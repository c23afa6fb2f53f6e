// npm run bench: how long the command takes, as multiples of an empty Node process in the same run.
// Absolute times differ from machine to machine and are printed only for orientation.
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import recommended from 'remark-preset-lint-recommended'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {certifyDocx} from '../../dist/certify/index.js'
import {checkWords} from '../../dist/check/index.js'
import {checkContent, resolveContent} from '../../dist/content.js'
import {decode} from '../../dist/load/decode.js'
import {load, markdown, readContent} from '../../dist/load/index.js'
import {markdownLimits} from '../../dist/load/markdown-limits.js'
import {formats} from '../../dist/render/index.js'

const project = fileURLToPath(new URL('../..', import.meta.url))
const rounds = 5

function milliseconds(run) {
  const times = Array.from({length: rounds}, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]
}

const root = mkdtempSync(join(tmpdir(), 'cites-docs-bench-'))
cpSync(join(project, 'documents'), join(root, 'documents'), {recursive: true})
const cli = (...args) =>
  execFileSync(process.execPath, [join(project, 'dist/cites-docs.js'), ...args, '--root', root], {
    stdio: 'ignore',
  })

/** A folder with the same documents, and one word of one of them another. */
function writeBefore() {
  const before = join(root, 'before')
  cpSync(join(root, 'documents'), join(before, 'documents'), {recursive: true})
  const body = join(before, 'documents/sc58/internet-trade/body.en.md')
  writeFileSync(body, readFileSync(body, 'utf8').replace('Two features', 'Two aspects'))
  return before
}

/** A document of twenty tables with bars, of 25 rows each, put beside the others once these have been measured. */
function writeTables() {
  const folder = join(root, 'documents/sc58/tables')
  const rows = Array.from({length: 25}, (_, row) => row)
  const table = (number) =>
    [
      `:::table[Table of towns]{id=t-${number}}`,
      `| Town ^town-${number} | 2007 ^a-${number} | 2008 ^b-${number} | Remarks ^c-${number} |`,
      '|---|--:|--:|---|',
      ...rows.map((row) => `| Town ${row} ^r-${number}-${row} | ${row * 7} | ${row * 9} | Sold one by one |`),
      ':::\n',
    ].join('\n')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'document.yaml'),
    'kind: standing-committee-document\nmeeting: sc58\nsymbol: {number: null, revision: null}\nauthor: secretariat\ndate: "2009-05-07"\noriginal: en\nlanguages: {en: complete}\n',
  )
  const tables = Array.from({length: 20}, (_, number) => table(number))
  writeFileSync(join(folder, 'body.en.md'), `---\ntitle: Tables\n---\n\n${tables.join('\n')}`)
}

/** Every Word file of the content, rendered, and how long it takes to render them and to read them back. */
async function certificateTimes() {
  const {compositions, dossier} = await checkContent({root})
  const {styles, numbering} = dossier.templates
  const files = []
  const started = performance.now()
  for (const {tree} of compositions) {
    const finished = {tree, styles, numbering}
    files.push({finished, bytes: await formats.get('docx').render(finished)})
  }
  const rendered = performance.now()
  for (const {finished, bytes} of files) certifyDocx('a file of the bench', bytes, finished)
  return {rendering: rendered - started, certifying: performance.now() - rendered}
}

/**
 * Every Markdown file of documents/, parsed and looked at by our rules about words, and by remark-lint with its
 * recommended preset; both in this process, once before it counts.
 */
async function lintTimes() {
  const {content} = await readContent(root, ['documents'])
  const texts = [...content].filter(([path]) => path.endsWith('.md'))
  const {dossier, sources} = await resolveContent({root})
  const linter = unified().use(remarkParse).use(remarkFrontmatter).use(recommended).freeze()
  const isMarkdown = (path) => path.endsWith('.md')
  const ours = async () => {
    load(new Map(texts))
    checkWords(dossier, sources, isMarkdown)
  }
  const theirs = async () => {
    for (const [path, bytes] of texts) {
      const file = new VFile({path, value: new TextDecoder().decode(bytes)})
      await linter.run(linter.parse(file), file)
    }
  }
  return {files: texts.length, ours: await median(ours), theirs: await median(theirs)}
}

/** All that is looked at before a Markdown parser runs, for words of a length, and the parser for comparison. */
async function limitTimes() {
  const words = 'The Secretariat reported on the trade, [see](https://cites.org) *the annex*.\n\n'
  const timeOf = (kilobytes, run) => {
    const bytes = new TextEncoder().encode(words.repeat(Math.floor((kilobytes * 1024) / words.length)))
    return median(async () => run(bytes))
  }
  const checks = (bytes) => {
    for (let turn = 0; turn < 10; turn++)
      markdownLimits(decode(bytes, 'documents/a/b/body.en.md').text, 'body.en.md')
  }
  const [small, large] = [await timeOf(16, checks), await timeOf(126, checks)]
  const parsing = await timeOf(126, (bytes) => markdown.parse(new TextDecoder().decode(bytes)))
  return {growth: (large / small) * (16 / 126), share: large / 10 / parsing}
}

async function median(run) {
  await run()
  const times = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]
}

try {
  const empty = milliseconds(() => execFileSync(process.execPath, ['-e', '0']))
  const before = writeBefore()
  const [checking, diffing] = [
    milliseconds(() => cli('check')),
    milliseconds(() => cli('diff', before, root)),
  ]
  const cases = [
    ['empty Node process', empty],
    [
      'clean build',
      milliseconds(() => {
        rmSync(join(root, 'out'), {recursive: true, force: true})
        cli('build')
      }),
    ],
    ['build with nothing to do', milliseconds(() => cli('build'))],
    ['check of all documents', checking],
    ['diff of all documents', diffing],
    ['check of one document', milliseconds(() => cli('check', 'sc58/internet-trade'))],
  ]
  const {rendering, certifying} = await certificateTimes()
  cases.push(['render the Word files', rendering], ['certify the Word files', certifying])
  const lint = await lintTimes()
  const limits = await limitTimes()
  cases.push(['words of the Markdown', lint.ours], ['remark-lint, recommended', lint.theirs])
  writeTables()
  cases.push(['build of twenty tables', milliseconds(() => cli('build', 'sc58/tables'))])
  for (const [name, time] of cases)
    console.log(
      `${name.padEnd(26)} ${(time / empty).toFixed(1).padStart(6)} ×   ${time.toFixed(0).padStart(6)} ms`,
    )
  console.log(
    `Our rules about words take ${(lint.ours / lint.theirs).toFixed(2)} of the time of remark-lint on the same ${lint.files} Markdown files.`,
  )
  console.log(
    `The checks before parsing take ${limits.share.toFixed(3)} of the parsing; eight times the bytes take ${limits.growth.toFixed(2)} of the time that linear growth would.`,
  )
  console.log(`A diff costs ${(diffing / checking).toFixed(2)} of a check of all documents.`)
  console.log(`Certificates cost ${(certifying / rendering).toFixed(2)} of the rendering of the Word files.`)
} finally {
  rmSync(root, {recursive: true, force: true})
}
