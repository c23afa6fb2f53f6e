import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strToU8, zipSync} from 'fflate'
import {afterAll, expect, test} from 'vitest'
import {run as runSetup} from '../../src/commands/git-setup.ts'
import {textOfFile} from '../../src/git-setup/index.ts'
import {ran} from '../support/commands.ts'
import {documentLanguages} from '../support/documents.ts'
import {story} from '../support/story.ts'

// The words of a Word file for git: beside what units.txt says of the same document, and of files that may be anything.
const folder = mkdtempSync(join(tmpdir(), 'cites-docs-words-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const out = join(story, 'out')

/** Lines of units.txt that are paragraphs, as far as a Word file can say them. */
function unitLines(name: string): string[] {
  const lines = readFileSync(join(out, `${name}.units.txt`), 'utf8').split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('=')).map((line) => line.trim())
}

test.each(documentLanguages)(
  '%s: the lines of units.txt, but for literal labels and the place of notes',
  async (name) => {
    const own = await textOfFile(join(out, `${name}.docx`))
    // The number that the Conference gave a decision is a label in Word.
    const plain = (line: string): string =>
      line
        .replace(/^(\S+: )\d+\.(?:\d+|XX)°? /, '$1')
        .replace(/(?<!\S)\*{4}/g, '')
        .trim()
    // An empty cell has no words, and so no bookmark.
    const compared = (lines: readonly string[]): string[] =>
      lines
        .map(plain)
        .filter((line) => !/^\S+:$/.test(line))
        .sort()
    expect(compared(own)).toEqual(compared(unitLines(name)))
  },
)

const xml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r" xmlns:wp="wp"><w:body>${body}</w:body></w:document>`
const word = (body: string): Uint8Array => zipSync({'word/document.xml': strToU8(xml(body))})
const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

async function textOf(bytes: Uint8Array | string, name = 'a.docx'): Promise<string[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return textOfFile(path)
}

test.each([
  ['a paragraph of another program', paragraph(run('Words ') + run('here')), ['(paragraph): Words here']],
  ['what is empty', paragraph('') + paragraph(run(' ')), []],
  [
    'tracked changes',
    paragraph(
      `${run('Old ')}<w:ins>${run('new ')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`,
    ),
    ['(paragraph): Old [+new +][-gone-]'],
  ],
  [
    'marks',
    paragraph(run('a', '<w:b/>') + run('b', '<w:i/>') + run('c', '<w:i/>')),
    ['(paragraph): **a***bc*'],
  ],
  ['a field that never ends', paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('x')}`), []],
  [
    'an end without a field',
    paragraph(`<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('x')}`),
    ['(paragraph): x'],
  ],
  ['a reference to nothing', paragraph(`<w:fldSimple w:instr=" REF u_x \\n "/>`), ['(paragraph): {u_x}']],
  [
    'another field',
    paragraph(`<w:fldSimple w:instr="INCLUDETEXT c:/secret"/>`),
    ['(paragraph): {INCLUDETEXT}'],
  ],
  [
    'a picture',
    paragraph('<w:r><w:drawing><wp:docPr descr="A map"/></w:drawing></w:r>'),
    ['(paragraph): [A map]'],
  ],
])('%s', async (_, body, lines) => {
  expect(await textOf(word(body))).toEqual(lines)
})

test.each([
  ['no archive', 'words'],
  ['an archive of something else', zipSync({a: strToU8('b')})],
  ['a document that is no XML', zipSync({'word/document.xml': strToU8('<w:p>')})],
  ['entities', zipSync({'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')})],
  ['elements nested without end', word(`${'<w:x>'.repeat(100_000)}${'</w:x>'.repeat(100_000)}`)],
  ['far more when it is unpacked', zipSync({'word/document.xml': new Uint8Array(40 * 1024 * 1024)})],
  ['cut off', word(paragraph(run('x'))).slice(0, -30)],
])('%s is said to be unreadable, with a digest that tells it apart', async (_, bytes) => {
  const lines = await textOf(bytes)
  expect(lines).toEqual([
    expect.stringMatching(/^\(This is no Word file that can be read: \d+ bytes, SHA-256 [0-9a-f]{64}\.\)$/),
  ])
  expect(await textOf(`${Buffer.from(bytes).toString('latin1')} `)).not.toEqual(lines)
})

test('an empty file, which is what git has for none, has no lines; a folder, a link, and nothing are said', async () => {
  expect(await textOf('')).toEqual([])
  mkdirSync(join(folder, 'b'))
  symlinkSync('/etc/passwd', join(folder, 'c'))
  for (const name of ['b', 'c', 'd'])
    expect(await textOfFile(join(folder, name))).toEqual(['(This is no file that can be read.)'])
})

test('what is larger than any file of ours is not read', async () => {
  const path = join(folder, 'large.docx')
  writeFileSync(path, '')
  truncateSync(path, 33 * 1024 * 1024)
  expect(await textOfFile(path)).toEqual([expect.stringContaining('is larger than any Word file')])
})

test('what is not seen is shown by its code; a name may begin with a hyphen', async () => {
  const path = join(folder, '-a.docx')
  writeFileSync(path, word(paragraph(run('a\u202eb'))))
  expect(await ran(runSetup, ['--text', '--', path])).toEqual({
    status: 0,
    out: '(paragraph): aU+202Eb\n',
    err: '',
  })
})
