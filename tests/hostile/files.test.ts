import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {EnvironmentError} from '../../src/failure/index.ts'
import {caps, readContent} from '../../src/load/index.ts'

// What may stand in the folder of the sources besides sources. Reading it ends at once and leads nowhere else.
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-files-'))
  put('documents/sc58/bears/body.en.md')
})
afterEach(() => rmSync(root, {recursive: true, force: true}))

function put(path: string, text = 'words\n'): string {
  const whole = join(root, path)
  mkdirSync(dirname(whole), {recursive: true})
  writeFileSync(whole, text)
  return whole
}

async function found(): Promise<{paths: string[]; rules: string[]}> {
  const {content, messages} = await readContent(root, ['documents'])
  return {paths: [...content.keys()], rules: messages.map(({ruleId}) => String(ruleId))}
}

const own = ['documents/sc58/bears/body.en.md']
const link = (target: string): void => symlinkSync(target, join(root, 'documents/sc58/bears/link.en.md'))

describe('a link is refused, wherever it leads', () => {
  test.each(['body.en.md', '/etc/passwd', '/dev/zero', '..', 'link.en.md', 'nowhere'])(
    'to %s',
    async (target) => {
      link(target)
      expect(await found()).toEqual({paths: own, rules: ['path-link']})
    },
  )

  test('in the place of documents/', async () => {
    mkdirSync(join(root, 'elsewhere'))
    rmSync(join(root, 'documents'), {recursive: true})
    symlinkSync(join(root, 'elsewhere'), join(root, 'documents'))
    expect(await found()).toEqual({paths: [], rules: ['path-link']})
  })
})

test('a pipe is refused, and nobody waits for it', async () => {
  execFileSync('mkfifo', [join(root, 'documents/sc58/bears/pipe.en.md')])
  expect(await found()).toEqual({paths: own, rules: ['path-kind']})
})

test('a file that may not be read is named, and the status is that of the disk', async () => {
  const path = put('documents/sc58/bears/secret.en.md')
  chmodSync(path, 0)
  const reading = readContent(root, ['documents'])
  // Whoever may read everything reads this too.
  if (process.getuid?.() === 0) await expect(reading).resolves.toBeDefined()
  else await expect(reading).rejects.toThrow(EnvironmentError)
})

describe('a name that another computer could not have is refused', () => {
  const names = [
    'con',
    'nul.md',
    'com1.yaml',
    'Body.md',
    'a b.md',
    'a:b.md',
    'a\nb.md',
    'a\u001b[31m.md',
    '::error.md',
    'a\\b.md',
    'é.md',
    '%2e%2e.md',
    '-a.md',
    'a..md',
  ]
  test.each(names)('%j', async (name) => {
    put(`documents/sc58/bears/${name}`)
    const {paths, rules} = await found()
    expect(paths).toEqual(own)
    expect(rules).toEqual(['path-name'])
  })

  test.each(['con', 'nul', 'aux', 'prn', 'com1', 'lpt9', 'con.old'])('a folder called %s', async (name) => {
    put(`documents/sc58/${name}/body.en.md`)
    const {paths, rules} = await found()
    expect(paths).toEqual(own)
    expect(rules).toEqual(['path-name'])
  })

  test('of bytes that are no UTF-8', async () => {
    const folder = Buffer.from(join(root, 'documents/sc58/bears/'))
    writeFileSync(Buffer.concat([folder, Buffer.from([0x61, 0xff]), Buffer.from('.md')]), 'words')
    expect(await found()).toEqual({paths: own, rules: ['path-name']})
  })

  test('longer than the cap, with its folders', async () => {
    const folder = 'documents/sc58/bears/'
    put(`${folder}${'a'.repeat(caps.pathBytes.most - folder.length - 3)}.md`)
    put(`${folder}${'b'.repeat(caps.pathBytes.most - folder.length - 2)}.md`)
    expect((await found()).rules).toEqual(['path-name'])
  })
})

test('folders deeper than the cap are refused', async () => {
  put(`documents${'/a'.repeat(caps.folderDepth.most - 1)}/body.en.md`)
  expect((await found()).rules).toEqual([])
  put(`documents${'/a'.repeat(caps.folderDepth.most)}/body.en.md`)
  expect((await found()).rules).toEqual(['path-depth'])
})

test('texts of a folder are read as far as they may be together', async () => {
  const {most} = caps.folderBytes
  const words = 'a'.repeat(caps.markdownBytes.most)
  const count = most / words.length - 1
  for (let at = 0; at < count; at++) put(`documents/sc58/bears/${at < 9 ? 'a' : 'b'}${at}.md`, words)
  put('documents/sc58/cats/body.en.md', 'Words.')
  expect((await found()).rules).toEqual([])
  put('documents/sc58/bears/sub/c.md', words)
  const {content, messages} = await readContent(root, ['documents'])
  expect(messages.map(({file, ruleId}) => [file, ruleId])).toEqual([
    ['documents/sc58/bears/sub/c.md', 'folder-size'],
  ])
  expect(content.has('documents/sc58/bears/sub/c.md')).toBe(false)
  expect(content.has('documents/sc58/cats/body.en.md')).toBe(true)
})

test('more files than the cap are not read, and it does not take long to say so', async () => {
  for (let count = 0; count < caps.files.most; count++) put(`documents/sc58/bears/a${count}.md`)
  const reading = readContent(root, ['documents'])
  await expect(reading).rejects.toThrow(`more than ${caps.files.most} files`)
  await expect(reading).rejects.toThrow('Most are in documents/sc58/bears/')
})

test('a file that grows past the cap is read no further', async () => {
  put('documents/sc58/bears/long.yaml', 'a'.repeat(3 * caps.yamlBytes.most))
  const {content} = await readContent(root, ['documents'])
  expect(content.get('documents/sc58/bears/long.yaml')?.length).toBe(caps.yamlBytes.most + 1)
})
