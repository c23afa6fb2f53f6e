import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {redlineOf} from '../../src/redline/index.ts'
import {integrityFaults, readPackage} from '../../src/word/index.ts'
import {
  askOffice,
  goneSections,
  isForOffice,
  linesOfAnswer,
  testInOffice,
  withoutComments,
  withoutEnds,
  withoutLabel,
} from '../support/redline/office.ts'
import {options, type Pair, randomPairs} from '../support/redline/pairs.ts'
import {resolved} from '../support/redline/resolve-revisions.ts'
import {seen} from '../support/redline/seen.ts'
import {validated} from '../support/word/validator.ts'

// Random edits of the sources of real documents and of those with every construct, several in a row. Of each version and the
// one before a redline is made, and looked at by four judges: our reader of packages, LibreOffice, docxodus, and the
// validator of Open XML. Here are a few of those of
// `REDLINE=300 REDLINE_JUDGES=30 npx vitest run tests/redline/replay.test.ts`.
const edits = Number(process.env.REDLINE ?? 8)
const judged = Number(process.env.REDLINE_JUDGES ?? 1)
const seed = Number(process.env.REDLINE_SEED ?? 2009)
const timeout = 3_600_000

let made: Promise<(Pair & {redline: Uint8Array})[]> | undefined

/** Every pair both ways: what comes in one goes in the other. */
function pairs(): Promise<(Pair & {redline: Uint8Array})[]> {
  made ??= (async () => {
    const all: (Pair & {redline: Uint8Array})[] = []
    for await (const pair of randomPairs(edits, seed)) {
      const {name, before, after} = pair
      all.push({...pair, redline: redlineOf(before, after, options)})
      const back = {...pair, name: `${name} back`, before: after, after: before}
      all.push({...back, redline: redlineOf(after, before, options)})
    }
    return all
  })()
  return made
}

/** Some of them, from the first on, so that each kind of edit is among them sooner or later. */
async function some(): Promise<(Pair & {redline: Uint8Array})[]> {
  const all = await pairs()
  return all.slice(0, 2 * judged)
}

test(`${edits} random edits: accepted the redline is the new document, rejected the old one`, {
  timeout,
}, async () => {
  const wrong: string[] = []
  const kinds = new Map<string, number>()
  for (const {name, kinds: own, before, after, redline} of await pairs()) {
    for (const kind of own) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const pkg = readPackage(redline)
    const [accepted, rejected] = [resolved(pkg, 'accept'), resolved(pkg, 'reject')]
    const faults = [
      ...difference('accepted', seen(accepted), seen(readPackage(after))),
      ...difference('rejected', seen(rejected), seen(readPackage(before))),
      // What stays shows the new numbers; those of the old text follow when fields are updated.
      ...integrityFaults(pkg).filter((fault) => !/^(?:stale|labels)/.test(fault)),
      ...integrityFaults(accepted).filter((fault) => !/^picture-unused/.test(fault)),
      ...integrityFaults(rejected).filter((fault) => !/^(?:stale|picture-unused)/.test(fault)),
    ]
    if (faults.length > 0) wrong.push(`${name}\n${faults.slice(0, 6).join('\n')}`)
  }
  if (edits > 20) console.log(Object.fromEntries([...kinds].sort()))
  expect(wrong).toEqual([])
})

testInOffice()(
  `${judged} of them in LibreOffice, both ways, with all fields updated`,
  {
    timeout,
  },
  async () => {
    const questions = (await some()).flatMap(({name, before, after, redline}) => [
      {name: `${name} accepted`, action: 'accept' as const, redline, due: after},
      {name: `${name} rejected`, action: 'reject' as const, redline, due: before},
    ])
    const asked = questions.filter(({redline, action}) => isForOffice(redline, action))
    const answers = await askOffice(
      asked.flatMap(({redline, action, due}) => [
        {bytes: withoutComments(redline), action},
        {bytes: due, action: 'none' as const},
      ]),
    )
    const wrong = asked.flatMap(({name, action, redline}, index) => {
      const [found, due] = answers.slice(2 * index, 2 * index + 2).map(linesOfAnswer) as [string[], string[]]
      const left = action === 'accept' ? goneSections(redline) : 0
      if (left === 0) return difference(name, found, due)
      return difference(name, withoutEnds(found, due, left), due.map(withoutLabel))
    })
    expect(wrong).toEqual([])
    expect(answers.map(({left}) => left)).toEqual(answers.map(() => 0))
    if (edits > 20) console.log(`LibreOffice: ${asked.length} of ${questions.length} answers`)
  },
)

test(`${judged} of them in docxodus, both ways`, {timeout}, async () => {
  const {initialize, docxDiffAcceptRevisions, docxDiffRejectRevisions} = await import('docxodus/core')
  await initialize()
  const wrong: string[] = []
  for (const {name, before, after, redline} of await some()) {
    const accepted = await docxDiffAcceptRevisions(redline)
    const rejected = await docxDiffRejectRevisions(redline)
    const faults = [
      ...difference('accepted', seen(readPackage(accepted)), seen(readPackage(after))),
      ...difference('rejected', seen(readPackage(rejected)), seen(readPackage(before))),
    ]
    if (faults.length > 0) wrong.push(`${name}\n${faults.join('\n')}`)
  }
  expect(wrong).toEqual([])
})

test(`${judged} of them are valid in Word 2007 and in Microsoft 365`, {timeout}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redline-test-'))
  try {
    const all = await some()
    const paths = await Promise.all(
      all.map(async ({redline}, index) => {
        const path = join(folder, `${index}.docx`)
        await writeFile(path, redline)
        return path
      }),
    )
    for (const version of ['Office2007', 'Microsoft365'] as const) {
      const results = await validated(paths, version)
      const wrong = results.flatMap((result, index) =>
        result.ok ? [] : [`${all[index]?.name} ${version}: ${JSON.stringify(result).slice(0, 600)}`],
      )
      expect(wrong).toEqual([])
    }
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})

function difference(what: string, found: readonly string[], due: readonly string[]): string[] {
  const at = due.findIndex((line, index) => line !== found[index])
  if (at < 0 && found.length === due.length) return []
  const place = at < 0 ? due.length : at
  return [
    `${what}, line ${place} of ${due.length}/${found.length}\n  due   ${due[place]}\n  found ${found[place]}`,
  ]
}
