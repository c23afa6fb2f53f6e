import {execFileSync} from 'node:child_process'
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {run as runCheck} from '../../src/commands/check.ts'
import {run} from '../../src/commands/translate.ts'
import {digestOfFolder, type Ran, ran} from '../support/commands.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {faultsBySchema} from '../support/output-schema.ts'

// The desk of translators in the small dossier, whose translations are confirmed: what a change makes of them, and what
// confirming makes of the ledger.
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-translate-'))
  await cp(join(smallDossier, 'documents'), join(root, 'documents'), {recursive: true})
})
afterAll(() => rm(root, {recursive: true}))

const translate = (...args: string[]): Promise<Ran> => ran(run, [...args, '--root', root])
const folder = 'documents/sc58/bear-trade'
const ledger = `${folder}/translation.fr.jsonl`
const textOf = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** Puts other words into a file while something is looked at. */
async function changed(path: string, from: string, to: string, look: () => Promise<void>): Promise<void> {
  const before = await textOf(path)
  expect(before).toContain(from)
  await writeFile(join(root, path), before.replace(from, to))
  try {
    await look()
  } finally {
    await writeFile(join(root, path), before)
  }
}

/** The line of a unit in the ledger. */
const lineOf = async (unit: string): Promise<string> =>
  (await textOf(ledger)).split('\n').find((line) => line.includes(`"unit":"${unit}"`)) ?? ''

describe('translate status', () => {
  const openIn = async (...args: string[]): Promise<unknown> => {
    const {out} = await translate('status', '--json', ...args)
    return JSON.parse(out).translations.flatMap((each: {folder: string; open: object[]}) =>
      each.open.map((unit) => ({folder: each.folder, ...unit})),
    )
  }

  test('counts nothing to do where everything is confirmed', async () => {
    const {status, out, err} = await translate('status')
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/sc58\/bear-trade +fr +18 +– +– +– +–\n/)
    expect(await openIn()).toEqual([])
  })

  test('names a stale unit with its words and the memory of it, in the form of its schema', async () => {
    await changed(`${folder}/body.en.md`, 'the size; and', 'the size and weight; and', async () => {
      expect(await openIn('sc58/bear-trade')).toEqual([
        {
          folder: 'sc58/bear-trade',
          match: 'same-unit',
          small: false,
          unit: 'body#report-size',
          verdict: 'stale',
          words: 5,
        },
      ])
      const {out} = await translate('status', '--json')
      expect(faultsBySchema('translation-status', JSON.parse(out))).toEqual({value: [], examples: []})
      expect((await translate('status', '--units')).out).toContain(
        '\nsc58/bear-trade (fr)\nstale: body#report-size  “the size and weight; and”\n',
      )
    })
  })

  test('tells a missing unit by what was confirmed of the same words', async () => {
    await changed(
      `${folder}/body.en.md`,
      '## Recommendations',
      'In 2008. ^again\n\nthe size; and ^same\n\n## Recommendations',
      async () => {
        expect(await openIn('sc58/bear-trade')).toMatchObject([
          {unit: 'body#again', verdict: 'missing', match: '85-99', words: 2},
          {unit: 'body#same', verdict: 'missing', match: 'exact', words: 3},
        ])
      },
    )
  })

  test.each([
    [['--to', 'de'], 'Nothing is translated into “de”. Write one of: fr.'],
    [
      ['sc58/bear-trad'],
      'No words that are translated stand in “sc58/bear-trad”. Is “sc58/bear-trade” meant?',
    ],
  ])('refuses %j', async (args, words) => {
    expect(await translate('status', ...args)).toMatchObject({status: 2, err: words})
  })
})

describe('translate confirm', () => {
  test('writes one line for a unit that was changed, and nothing where all is confirmed', async () => {
    const before = await textOf(ledger)
    await changed(`${folder}/body.fr.md`, "l'ampleur; et", "l'ampleur totale; et", async () => {
      const {status, out} = await translate('confirm', 'sc58/bear-trade', '--to', 'fr')
      expect([status, out]).toEqual([0, 'sc58/bear-trade (fr): 1 unit confirmed (1 that was unconfirmed).\n'])
      const now = await textOf(ledger)
      const others = now.split('\n').filter((line) => !before.includes(line))
      expect(others.map((line) => JSON.parse(line))).toMatchObject([
        {unit: 'body#report-size', state: 'reviewed', source: 'the size; and'},
      ])
      expect(await translate('confirm', '--all')).toMatchObject({
        status: 0,
        out: 'Everything was confirmed before; nothing is written.\n',
      })
      expect(await textOf(ledger)).toBe(now)
    })
    await writeFile(join(root, ledger), before)
  })

  test('confirms only the unit that is named, only small changes, in the state that is said', async () => {
    const before = await textOf(ledger)
    await changed(`${folder}/body.en.md`, 'the size; and', 'the Size; and', () =>
      changed(`${folder}/body.en.md`, 'in 2008.', 'in 2009.', async () => {
        await translate('confirm', 'sc58/bear-trade', '--small', '--state', 'draft')
        expect(await lineOf('body#report-size')).toContain('"state":"draft"')
        expect(await lineOf('body#report-second')).toContain('"source":"in 2008."')
        await translate('confirm', 'sc58/bear-trade', '--unit', '^report-second')
        expect(await lineOf('body#report-second')).toContain('"source":"in 2009."')
      }),
    )
    await writeFile(join(root, ledger), before)
  })

  test('drops what was confirmed of a unit that is gone', async () => {
    const before = await textOf(ledger)
    const gone =
      '{"unit":"body#gone","state":"final","digest":"123fe7d33ef134f3","translation":"123fe7d33ef134f3","source":"Introduction"}'
    await writeFile(
      join(root, ledger),
      before.replace('{"unit":"body#introduction"', `${gone}\n{"unit":"body#introduction"`),
    )
    expect((await translate('confirm', '--all')).out).toContain('1 unit dropped that is gone')
    expect(await textOf(ledger)).toBe(before)
  })

  test('makes the ledgers of a dossier that has none, and warns that nobody compared', async () => {
    const before = await textOf(ledger)
    await rm(join(root, ledger))
    const {out, err} = await translate('confirm', '--all', '--state', 'final')
    expect(out).toBe('sc58/bear-trade (fr): 18 units confirmed (18 that were unconfirmed).\n')
    expect(err).toContain('Nobody has compared these translations for you')
    expect(await textOf(ledger)).toBe(before)
  })

  test.each([
    [[], 'Name a document, such as sc58/internet-trade, or write --all for everything.'],
    [['sc58/bear-trade', '--all'], 'Name documents, or write --all; not both.'],
    [['--all', '--state', 'right'], 'There is no state “right”. Write one of: draft, reviewed, final.'],
    [['--all', '--unit', 'nothing'], 'There is no unit “nothing” here. “translate status” names the units.'],
  ])('refuses %j and writes nothing', async (args, words) => {
    const before = await digestOfFolder(root)
    expect(await translate('confirm', ...args)).toMatchObject({status: 2, err: words})
    expect(await digestOfFolder(root)).toBe(before)
  })

  test('refuses a unit that is missing, and files with errors, and writes nothing', async () => {
    await changed(
      `${folder}/body.en.md`,
      '## Recommendations',
      'It is so. ^so\n\n## Recommendations',
      async () => {
        expect(await translate('confirm', '--all', '--unit', 'so')).toMatchObject({
          status: 2,
          err: 'The unit “so” has no translation into “fr” that could be confirmed. Translate it first.',
        })
      },
    )
    await changed(`${folder}/body.fr.md`, 'title:', 'titel:', async () => {
      const before = await textOf(ledger)
      const {status, err} = await translate('confirm', '--all')
      expect([status, err.includes('Nothing was confirmed.')]).toEqual([1, true])
      expect(await textOf(ledger)).toBe(before)
    })
  })
})

describe('translate import', () => {
  test('refuses a unit that is said to be translated and is as in the original, and writes nothing', async () => {
    await translate('export', 'sc58/bear-trade', '--to', 'fr', '--all')
    const file = join(root, 'translation/sc58-bear-trade.fr.xlf')
    const exported = await readFile(file, 'utf8')
    const line = exported.split('\n').findIndex((each) => each.includes('id="body#mandate"')) + 1
    await writeFile(
      file,
      exported.replace(
        /(id="body#mandate".*?<source>)(.*?)(<\/source>)<target.*?<\/target>/,
        '$1$2$3<target state="final">$2</target>',
      ),
    )
    const before = await textOf(`${folder}/body.fr.md`)
    const {status, err} = await translate('import', file)
    expect(status).toBe(1)
    expect(err).toContain(`sc58-bear-trade.fr.xlf:${line}: unit “body#mandate”: `)
    expect(err).toContain('stands here as it does in English. Translate it into French.')
    expect(err).toContain('Nothing was written.')
    expect(await textOf(`${folder}/body.fr.md`)).toBe(before)
    await rm(join(root, 'translation'), {recursive: true})
  })
})

describe('check --since', () => {
  const git = (...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
  const since = async (revision: string): Promise<string[]> => {
    const {err} = await ran(runCheck, ['--since', revision, '--root', root])
    return err
      .split('\n')
      .filter((line) => line.includes('translation-confirmed') && !line.startsWith('To see'))
  }
  beforeAll(() => {
    git('init', '--quiet')
    git('add', 'documents')
    git('commit', '--quiet', '-m', 'first')
  })

  test('says nothing where words and their confirmation were changed together', async () => {
    await changed(`${folder}/body.fr.md`, "l'ampleur; et", "l'ampleur totale; et", async () => {
      await translate('confirm', '--all')
      expect(await since('HEAD')).toEqual([])
    })
    git('checkout', '--quiet', '.')
  })

  test('names the units that were confirmed after a change of the original alone', async () => {
    await changed(`${folder}/body.en.md`, 'the size; and', 'the size and weight; and', async () => {
      await translate('confirm', '--all')
      expect(await since('HEAD')).toEqual([
        `${ledger}:1:1: warning translation-confirmed: One unit was confirmed after a change of the original without a change of the translation: “body#report-size”. Look whether it still says the same.`,
      ])
    })
    git('checkout', '--quiet', '.')
  })

  test('says that a ledger was changed, and no word beside it', async () => {
    const text = await textOf(ledger)
    await writeFile(join(root, ledger), text.replace('"state":"final"', '"state":"draft"'))
    expect(await since('HEAD')).toEqual([
      `${ledger}:1:1: warning translation-confirmed: This ledger was changed, and no word beside it: what it confirms stands as it stood. Look whether somebody compared it.`,
    ])
    git('checkout', '--quiet', '.')
  })

  test.each(['--upload-pack=x', 'no-such-branch', 'a b'])('refuses the revision %s', async (revision) => {
    expect(await ran(runCheck, [`--since=${revision}`, '--root', root])).toMatchObject({status: 2})
  })
})
