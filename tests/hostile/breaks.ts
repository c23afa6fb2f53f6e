// npm run breaks -- [--count N] [--seed N]: one thing broken in the documents of the project at a time, by the command.
// What `check` and `build` say of a named document is what a build of everything into an empty folder does with it.
// tests/properties/scope.test.ts does the same to a small dossier, without the command.
import {spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {parse} from 'yaml'
import {breaksOf} from '../support/breaks.ts'
import {repository} from '../support/content-root.ts'
import {story} from '../support/story.ts'
import {random} from './mutate.ts'

const {values} = parseArgs({
  options: {count: {type: 'string', default: '100'}, seed: {type: 'string', default: '1'}},
})
const next = random(Number(values.seed))
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item

const root = mkdtempSync(join(tmpdir(), 'cites-docs-breaks-'))
cpSync(join(story, 'documents'), join(root, 'documents'), {recursive: true})
const textsIn = (folder: string, room: string): Map<string, string> =>
  new Map(
    readdirSync(join(folder, room), {recursive: true, encoding: 'utf8'})
      .filter((path) => /\.(?:yaml|md)$/.test(path))
      .sort()
      .map((path) => [`${room}/${path}`, readFileSync(join(folder, room, path), 'utf8')]),
  )
const texts = textsIn(root, 'documents')
const documents = [...texts.keys()].flatMap(
  (path) => /^documents\/(.+)\/document\.yaml$/.exec(path)?.[1] ?? [],
)
// One in four stands in a template, of which the root then has one of its own.
const breaks = breaksOf(texts)
const ofTemplates = breaksOf(textsIn(repository, 'templates'))
const options = [[], ['--final'], ['--language', 'en'], ['--language', 'fr'], ['--language', 'es']]

/** Status of a command, and what it wrote for a document, by name of the file; out/ is empty before. */
function ran(
  document: string,
  ...args: string[]
): {status: number | null; files: Map<string, string>; said: string} {
  rmSync(join(root, 'out'), {recursive: true, force: true})
  const run = spawnSync(process.execPath, [join(repository, 'dist/cites-docs.js'), ...args, '--root', root], {
    encoding: 'utf8',
  })
  const folder = join(root, 'out', document, '..')
  const name = document.split('/')[1]
  const own = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith(`${name}.`)) : []
  return {
    status: run.status,
    files: new Map(own.map((file) => [file, readFileSync(join(folder, file), 'latin1')])),
    // What is only progress says nothing of the sources.
    said: run.stderr.replace(/^(?:reading|checking|\d+\/\d+) .*\n/gm, ''),
  }
}

const wrong: string[] = []
let written = 0
for (let turn = 0; turn < Number(values.count); turn++) {
  const {name, path, text} = pick(next() < 0.25 ? ofTemplates : breaks)
  const [document, option] = [pick(documents), pick(options)]
  mkdirSync(join(root, path, '..'), {recursive: true})
  writeFileSync(join(root, path), text)
  const say = (what: string): void => {
    wrong.push(`${document} ${option.join(' ')}: ${what}: ${name}`)
    console.log(wrong.at(-1))
  }
  const format = ['--format', 'txt']
  const whole = ran(document, 'build', ...format, ...option)
  const checked = ran(document, 'check', document, ...option)
  const named = ran(document, 'build', document, ...format, ...option)
  const unbroken = texts.get(path)
  if (unbroken === undefined) rmSync(join(root, path))
  else writeFileSync(join(root, path), unbroken)
  if ([whole, checked, named].some(({status}) => status === null || status > 2)) say('a bug')
  // Wrong usage: not made as the facts stand, or not in that language.
  if (named.status === 2 && checked.status === 2 && whole.files.size === 0) continue
  if (checked.status !== named.status) say(`check says ${checked.status}, build ${named.status}`)
  if (named.status === 0) {
    written++
    if (whole.files.size === 0) say('said to be right')
    for (const [file, bytes] of named.files)
      if (whole.files.get(file) !== bytes) say(`other bytes in ${file}`)
    if (named.files.size !== whole.files.size) say('other files')
  } else {
    if (named.said === '') say('refused without a word')
    const languages = Object.keys(parse(texts.get(`documents/${document}/document.yaml`) ?? '').languages)
    const due = languages.filter((code) => option[0] !== '--language' || option[1] === code)
    const made = [...whole.files.keys()].filter((file) => file.endsWith('.txt'))
    if (made.length === due.length && path !== `documents/${document}/document.yaml`) say('refused')
  }
}
rmSync(root, {recursive: true})
console.log(
  `${values.count} breaks of seed ${values.seed}: ${written} with a document that was written; ${wrong.length} wrong.`,
)
process.exitCode = wrong.length > 0 ? 1 : 0
