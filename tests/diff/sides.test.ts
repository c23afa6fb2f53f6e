import {execFileSync} from 'node:child_process'
import {mkdir, rename, rm, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeAll, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/diff.ts'
import {EnvironmentError} from '../../src/failure/index.ts'
import {readContent} from '../../src/load/index.ts'
import {revisionOf} from '../../src/since/index.ts'
import {digestOfFolder, ran} from '../support/commands.ts'
import {change, commitAll, git, gitRoot, newFolder} from '../support/diff/git-root.ts'

// What the two sides are: revisions of git, and folders. A root below the top of its repository, as in a larger project.
let top: string
let root: string
const diff = (...args: string[]): ReturnType<typeof ran> => ran(run, ['--root', root, ...args])
const body = 'documents/sc58/bear-trade/body.en.md'

let first: string
beforeAll(async () => {
  ;({top, root} = await gitRoot())
  await change(root, body, (text) => text.replace('Brown', 'Dark'))
  commitAll(top, 'second')
  first = git(top, 'rev-parse', 'HEAD').trim()
})
afterEach(() => {
  git(top, 'reset', '--quiet', '--hard', first)
  git(top, 'clean', '--quiet', '-fd')
})

describe('a revision', () => {
  test('is read as the disk is, and nothing is written', async () => {
    const digest = await digestOfFolder(top)
    const own = await (await revisionOf(root, 'HEAD')).content()
    const {content} = await readContent(root, ['documents', 'templates'])
    expect([...own.content].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])).toEqual(
      [...content].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]),
    )
    expect(own.messages).toEqual([])
    expect(await diff()).toMatchObject({
      status: 0,
      out: expect.stringMatching(
        /^HEAD \([0-9a-f]{10}\) → the folder as it stands\n0 documents differ for a reader, 2 are the same\.\n$/,
      ),
    })
    expect(await digestOfFolder(top)).toBe(digest)
  })

  test.each(['--upload-pack=x', '-x', ':/first', 'a b', 'HEAD:documents'])('is not %s', async (name) => {
    expect(await diff('--', name)).toMatchObject({status: 2})
  })

  test.each([
    [
      'no-such-branch',
      /^Git knows no revision “no-such-branch” here\. In a pull request fetch the branch first\.$/,
    ],
    [
      'sc58/bear-trade',
      /^Git knows no revision “sc58\/bear-trade” here\. .*\nA document is named by --document\.$/,
    ],
    ['HEAD..HEAD', /names two revisions\. Write them with a space between them\.$/],
  ])('that is %s is told in words', async (name, told) => {
    expect(await diff(name)).toMatchObject({status: 2, err: expect.stringMatching(told)})
  })

  test('with links, repositories, strange names and too much is refused as on the disk', async () => {
    const other = await gitRoot()
    const folder = join(other.root, 'documents/sc58/bear-trade')
    await symlink('/etc/passwd', join(folder, 'linked.en.md'))
    await writeFile(join(folder, 'Annex 1.en.md'), 'x')
    await writeFile(join(folder, 'aux.md'), 'x')
    await writeFile(join(folder, 'large.yaml'), 'x'.repeat(5 * 1024 * 1024))
    const disk = await readContent(other.root, ['documents'])
    const within = join(other.root, 'documents/sc58/within')
    await mkdir(within)
    git(within, 'init', '--quiet')
    git(within, 'commit', '--quiet', '--allow-empty', '-m', 'x')
    commitAll(other.top, 'strange')
    const own = await (await revisionOf(other.root, 'HEAD')).content()
    const told = own.messages.map(String)
    expect(told.filter((text) => !text.includes('within'))).toEqual(disk.messages.map(String))
    expect(told).toHaveLength(4)
    expect([...own.content.keys()]).toEqual([...disk.content.keys()])
    // It is refused for its size, of which no more need be known.
    const large = 'documents/sc58/bear-trade/large.yaml'
    expect(own.content.get(large)?.length).toBeGreaterThan(1024 * 1024)
    expect(disk.content.get(large)?.length).toBe(1024 * 1024 + 1)
  })

  test('that a shallow clone lacks is to be fetched', async () => {
    const folder = await newFolder()
    const clone = join(folder, 'clone')
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${top}`, clone)
    expect(await ran(run, ['HEAD~1', '--root', join(clone, 'texts')])).toMatchObject({
      status: 2,
      err: expect.stringMatching(/latest commits only\.\nFetch the others: git fetch --unshallow;/),
    })
  })

  test('of which a partial clone lacks files is not fetched by itself', async () => {
    const folder = await newFolder()
    const clone = join(folder, 'clone')
    git(top, 'config', 'uploadpack.allowFilter', 'true')
    git(folder, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${top}`, clone)
    await mkdir(join(clone, 'texts/documents'), {recursive: true})
    await expect(ran(run, ['HEAD', '--root', join(clone, 'texts')])).rejects.toThrow(EnvironmentError)
  })

  test('two of them are compared, wherever the folder stands', async () => {
    const {status, out} = await diff('HEAD~1', 'HEAD')
    expect(status).toBe(0)
    expect(out).toContain('cell ^colours.brown.colour\n       [-Brown-]{+Dark+}\n')
  })
})

describe('a folder', () => {
  test('is compared with another without git', async () => {
    const folder = await newFolder()
    for (const name of ['one', 'two']) execFileSync('cp', ['-r', root, join(folder, name)])
    await change(join(folder, 'two'), body, (text) => text.replace('the size; and', 'the weight; and'))
    const {status, out} = await ran(run, [join(folder, 'one'), join(folder, 'two')])
    expect(status).toBe(0)
    expect(out).toContain('item 3 a)\n       the [-size-]{+weight+}; and\n')
  })

  test('that holds no documents is refused, and so is a third side', async () => {
    expect(await diff('./no-such-folder', './no-such-folder')).toMatchObject({
      status: 2,
      err: expect.stringContaining('There is no folder documents/ in'),
    })
    expect(await diff('HEAD', 'HEAD', 'sc58/bear-trade')).toMatchObject({
      status: 2,
      err: 'Two sides are compared: leave out “sc58/bear-trade”. Documents are named by --document.',
    })
  })

  test('in no repository has no history, and without git nobody can be asked', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'documents'))
    await expect(ran(run, ['--root', folder])).rejects.toThrow(/^Git has no history of this folder/)
    const path = process.env.PATH
    process.env.PATH = folder
    try {
      await expect(ran(run, ['--root', root])).rejects.toThrow(/^Git is not installed/)
    } finally {
      process.env.PATH = path
    }
  })

  test('in which nothing was committed yet says so', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'documents'))
    git(folder, 'init', '--quiet')
    expect(await ran(run, ['--root', folder])).toMatchObject({
      status: 2,
      err: 'Git knows no revision “HEAD” here: nothing was committed yet.',
    })
  })
})

describe('a side with errors', () => {
  const yaml = 'documents/sc58/bear-trade/document.yaml'

  test('says them, and everything else is compared', async () => {
    await change(root, yaml, (text) => text.replace('author: secretariat', 'author: nobody-known'))
    await change(root, 'documents/sc58/otter-trade/body.fr.md', (text) => text.replace('; et', '; puis'))
    const {status, out, err} = await diff()
    expect(status).toBe(1)
    expect(err).toContain(
      'Not all of “the folder as it stands” is built, and what is not cannot be compared:',
    )
    expect(err).toContain('nobody-known')
    expect(out).toContain(
      '  not made: it has errors now\n  en, fr: its words cannot be compared: it has errors now\n',
    )
    expect(out).toMatch(/otter-trade .*\n {2}fr\n {4}1\. item 3 a\)\n.*; \[-et-\]\{\+puis\+\}/)
    expect(out).toContain('changed: documents/sc58/bear-trade/document.yaml')
  })

  test('that an older version of the forms made is told, with the sources that differ', async () => {
    await change(root, yaml, (text) => text.replace('symbol: {number: "12", revision: null}', 'number: 12'))
    commitAll(top, 'as it was written once')
    git(top, 'checkout', '--quiet', 'HEAD~1', '--', '.')
    const {status, out} = await diff()
    expect(status).toBe(1)
    expect(out).toContain(
      '  made again: it had errors\n  en, fr: its words cannot be compared: it had errors before\n',
    )
    expect(out).toContain('Sources\n  changed: documents/sc58/bear-trade/document.yaml\n')
  })

  test('in one language leaves the others', async () => {
    await change(root, 'documents/sc58/bear-trade/body.fr.md', (text) =>
      text.replace(/^---\ntitle/, '---\ntilte'),
    )
    const {status, out} = await diff()
    expect(status).toBe(1)
    expect(out).toContain('  fr: its words cannot be compared: it has errors now\n')
  })
})

describe('a document', () => {
  const results = async (): Promise<string> => (await diff()).out

  test('that is new, deleted or renamed is told as that', async () => {
    const folder = join(root, 'documents/sc58')
    await rename(join(folder, 'otter-trade'), join(folder, 'otters'))
    expect(await results()).toMatch(/sc58\/otters .*\n {2}renamed, it was sc58\/otter-trade\n/)
    await rm(join(folder, 'otters'), {recursive: true})
    expect(await results()).toMatch(/sc58\/otter-trade .*\n {2}deleted\n {2}en, fr: vanishes\n/)
    commitAll(top, 'deleted')
    git(top, 'checkout', '--quiet', 'HEAD~1', '--', '.')
    expect(await results()).toMatch(/sc58\/otter-trade .*\n {2}new\n {2}en, fr: appears\n/)
  })

  test('is named, and so is a language', async () => {
    await change(root, body, (text) => text.replace('the size; and', 'the weight; and'))
    await change(root, 'documents/sc58/otter-trade/body.en.md', (text) => text.replace('2007', '2006'))
    const {out} = await diff('--document', 'sc58/bear-trade', '--language', 'fr')
    expect(out).toMatch(/^0 documents differ for a reader, 1 is the same\.$/m)
    expect(out).toContain('fr: stale (1): body#report-size')
    expect(out).not.toContain('otter')
    expect(await diff('--document', 'sc58/bear-trad')).toMatchObject({
      status: 2,
      err: 'Neither side has a document “sc58/bear-trad”. Is “sc58/bear-trade” meant?',
    })
    expect(await diff('--language', 'xx')).toMatchObject({
      status: 2,
      err: 'There is no language “xx”. Write one of: en, fr, es.',
    })
    expect(await diff('--format', 'pdf')).toMatchObject({status: 2})
  })
})
