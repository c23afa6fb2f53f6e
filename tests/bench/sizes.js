// npm run bench:sizes: what dossiers of some sizes cost, beside other tools and beside the floors.
//
//   --bodies 30,300   how many files of words, three a document (default 30)
//   --runs 5          of each case; the medians are shown
//   --json FILE       the results as data
//   --profile         one clean build, and where its time goes
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {writeCorpus} from './corpus.js'
import {measure} from './measure.js'
import {peers} from './peers.js'
import {profile} from './profile.js'

const {values} = parseArgs({
  options: {
    bodies: {type: 'string', default: '30'},
    runs: {type: 'string', default: '5'},
    json: {type: 'string'},
    profile: {type: 'boolean'},
  },
})
const runs = Number(values.runs)
const program = fileURLToPath(new URL('../../dist/cites-docs.js', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'cites-docs-sizes-'))
process.env.XDG_CACHE_HOME = join(work, 'caches')

/** A dossier without a message: hyphens and spaces as the rules want them, translations confirmed. */
function dossier(bodies) {
  const root = join(work, `dossier-${bodies}`)
  mkdirSync(root)
  writeCorpus(root, bodies)
  for (const command of ['check --fix', 'translate confirm --all --state final'])
    measure(`node ${program} ${command} --root ${root}`, {runs: 1})
  return root
}

/** Every case with what it takes, by its name. */
function casesOf(bodies) {
  const root = dossier(bodies)
  const cases = new Map()
  const add = (name, shell, options = {}) => cases.set(name, measure(shell, {runs, ...options}))
  const command = (rest) => `node ${program} ${rest} --root ${root}`
  const clean = () => rmSync(join(root, 'out'), {recursive: true, force: true})
  const body = join(root, 'documents/sc58/d0001/body.en.md')
  const words = readFileSync(body, 'utf8')
  let edits = 0
  const editBody = () => writeFileSync(body, words.replace('Trade in', `Trade ${++edits} in`))
  const editTemplate = () => {
    mkdirSync(join(root, 'templates'), {recursive: true})
    writeFileSync(join(root, 'templates/labels.en.yaml'), `page: {skip: To the text ${++edits}}\n`)
  }
  add('empty Node', 'node -e 0', {times: 10})
  add('floor: hash of the sources', `find ${root}/documents -type f -print0 | xargs -0 sha256sum`)
  add('clean build, DOCX alone', command('build --no-cache --format docx'), {before: clean})
  add('clean build, all', command('build --no-cache'), {before: clean})
  add('floor: writing of the bytes', `cp -r ${root}/out ${work}/copy; rm -r ${work}/copy`)
  measure(command('build'), {runs: 1})
  add('nothing to do', command('build'))
  add('one body edited', command('build'), {before: editBody})
  add('one template edited', command('build'), {before: editTemplate})
  add('check of all', command('check'))
  add('check of one', `node ${program} check sc58/d0001 --root ${root}`)
  for (const [name, result] of peers(join(work, `peers-${bodies}`), bodies, runs)) cases.set(name, result)
  return cases
}

/** What an edit of the documents of the project costs, beside a clean build of them. */
function casesOfStory() {
  const root = join(work, 'story')
  cpSync(fileURLToPath(new URL('../../documents', import.meta.url)), join(root, 'documents'), {
    recursive: true,
  })
  const cases = new Map()
  const command = (rest) => `node ${program} ${rest} --root ${root}`
  const add = (name, shell, options = {}) => cases.set(name, measure(shell, {runs, ...options}))
  let edits = 0
  const edit = (path, found, to) => {
    const text = readFileSync(join(root, path), 'utf8')
    // What was changed right before a build has to be read again by the next one.
    return () => writeFileSync(join(root, path), text.replace(found, to(++edits)))
  }
  add('empty Node', 'node -e 0', {times: 10})
  add('clean build, all', command('build --no-cache'), {
    before: () => rmSync(join(root, 'out'), {recursive: true, force: true}),
  })
  measure(command('build'), {runs: 1})
  add('nothing to do', command('build'))
  add('one body of one language edited', command('build'), {
    before: edit(
      'documents/sc58/internet-trade/body.en.md',
      'The Secretariat ',
      (count) => `The Secretariat ${count} `,
    ),
  })
  add('a fact that five documents print edited', command('build'), {
    before: edit(
      'documents/decisions/internet-trade/comments.yaml',
      /^closes: .*$/m,
      (count) => `closes: "2009-04-${String(10 + (count % 20))}"`,
    ),
  })
  return cases
}

function show(what, cases) {
  const {cpu: empty} = cases.get('empty Node')
  console.log(`\n${what.padEnd(42)}   CPU s  empty Nodes    MiB`)
  for (const [name, result] of cases) {
    const {cpu, mebibytes} = result ?? {}
    const figures = result
      ? `${cpu.toFixed(2).padStart(8)} ${(cpu / empty).toFixed(1).padStart(11)}× ${mebibytes?.toFixed(0).padStart(6) ?? '     –'}`
      : '   is not installed'
    console.log(`${name.padEnd(42)}${figures}`)
  }
}

try {
  const sizes = values.bodies.split(',').map(Number)
  if (values.profile) profile(program, dossier(sizes[0]), join(work, 'profile'))
  else {
    const story = casesOfStory()
    show('the documents of the project', story)
    const results = {story: Object.fromEntries(story)}
    for (const bodies of sizes) {
      const cases = casesOf(bodies)
      show(`${bodies} bodies`, cases)
      results[bodies] = Object.fromEntries(cases)
    }
    if (values.json) writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`)
  }
} finally {
  rmSync(work, {recursive: true, force: true})
}
