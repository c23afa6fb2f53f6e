import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {redlineOf} from '../../src/redline/index.ts'
import {integrityFaults, readPackage} from '../../src/word/index.ts'
import {randomChange} from '../support/redline/edits.ts'
import {resolved} from '../support/redline/resolve-revisions.ts'
import {seen} from '../support/redline/seen.ts'
import {type Versions, versionsOf} from '../support/redline/versions.ts'
import {seeded} from '../support/replay.ts'
import {story} from '../support/story.ts'

// Random edits of the sources of real documents and of those with every construct, several in a row. Of each version and the
// one before a redline is made. Here are a few of those of `REDLINE=300 npx vitest run tests/redline/replay.test.ts`.
const edits = Number(process.env.REDLINE ?? 8)
const seed = Number(process.env.REDLINE_SEED ?? 2009)
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
const options = {
  author: 'CITES Secretariat',
  date: '2009-05-22T00:00:00Z',
  words: {movedFrom: 'Moved from {label}.', moved: 'Moved.'},
}

test(`${edits} random edits: accepted the redline is the new document, rejected the old one`, {
  timeout: 3_600_000,
}, async () => {
  const roots = [await versionsOf(story), await versionsOf(fixture)]
  const random = seeded(seed)
  const wrong: string[] = []
  const kinds = new Map<string, number>()
  for (let made = 0; made < edits; ) {
    const versions = roots[made % 2] as Versions
    const texts = new Map(versions.texts)
    const changed = new Map<string, string>()
    const done: string[] = []
    let file: {path: string; language: string} | undefined
    const wanted = 1 + random(4)
    for (let tries = 0; done.length < wanted && tries < 60; tries++) {
      const edit = randomChange(texts, random, (path) => !file || path.includes(`${file.path}/`))
      if (!edit) continue
      const reached = versions.reached(edit.path)
      const one = reached[random(Math.max(1, reached.length))]
      const language = one?.languages[random(one.languages.length)]
      if (!one || !language) continue
      const own = file ?? {path: one.path, language}
      const tried = new Map([...changed, [edit.path, edit.text]])
      if (!(await versions.render(own.path, own.language, tried).catch(() => undefined))) continue
      file = own
      changed.set(edit.path, edit.text)
      texts.set(edit.path, edit.text)
      done.push(edit.kind)
    }
    if (!file) continue
    made += 1
    const before = await versions.render(file.path, file.language, new Map())
    const after = await versions.render(file.path, file.language, changed)
    if (!before || !after) continue
    for (const kind of done) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const name = `${made}: ${file.path}.${file.language} (${done.join(', ')})`
    for (const [own, other, way] of [
      [before, after, ''],
      [after, before, ' back'],
    ] as const) {
      const redline = readPackage(redlineOf(own, other, options))
      const [accepted, rejected] = [resolved(redline, 'accept'), resolved(redline, 'reject')]
      const faults = [
        ...difference('accepted', seen(accepted), seen(readPackage(other))),
        ...difference('rejected', seen(rejected), seen(readPackage(own))),
        ...integrityFaults(redline).filter((fault) => !/^(?:stale|labels)/.test(fault)),
        ...integrityFaults(accepted).filter((fault) => !/^picture-unused/.test(fault)),
        ...integrityFaults(rejected).filter((fault) => !/^(?:stale|picture-unused)/.test(fault)),
      ]
      if (faults.length > 0) wrong.push(`${name}${way}\n${faults.slice(0, 6).join('\n')}`)
    }
  }
  if (edits > 20) console.log(Object.fromEntries([...kinds].sort()))
  expect(wrong).toEqual([])
})

function difference(what: string, found: readonly string[], due: readonly string[]): string[] {
  const at = due.findIndex((line, index) => line !== found[index])
  if (at < 0 && found.length === due.length) return []
  const place = at < 0 ? due.length : at
  return [
    `${what}, line ${place} of ${due.length}/${found.length}\n  due   ${due[place]}\n  found ${found[place]}`,
  ]
}

void join
