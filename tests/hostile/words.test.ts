import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build, check} from '../../src/index.ts'
import {descendants, readPackage, visibleText} from '../../src/word/index.ts'
import {removeRoot, repository} from '../support/content-root.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// Words are words: what they look like to a template, a page, a Word file or a replacement is printed as it stands.
let root: string
beforeAll(async () => {
  root = await fixtureRoot()
})
afterAll(() => removeRoot(root))

const path = 'documents/sc58/bear-trade/body.en.md'
const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('in a title and in a paragraph', () => {
  const escaped = (words: string): string => words.replace(/[<[*_`]|&(?=amp;)/g, (sign) => `\\${sign}`)

  test.each([
    'braces {title} {{title}} {symbol} {0}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
    'other templates ${title} %s <%= title %> #{title}',
    "replacements $& $1 $` $' $$",
    'the end of raw data ]]> & of a tag /> and of a script </script>',
    'a field { DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" } =cmd|calc!A1',
    'quotation marks " and \' and a sign &amp;amp; that was escaped',
    '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  ])('%s', async (words) => {
    const typed = escaped(words)
    const text = sourceOf(path)
      .replace(/^title: .*$/m, () => `title: ${JSON.stringify(`Bears ${typed}`)}`)
      .replace('At its', () => `Bears ${typed}. At its`)
    const french = path.replace('.en.', '.fr.')
    const translated = sourceOf(french)
      .replace(/^title: .*$/m, () => `title: ${JSON.stringify(`Ours ${typed}`)}`)
      .replace('A sa', () => `Ours ${typed}. A sa`)
    const changes = new Map([
      [path, text],
      [french, translated],
    ])
    const result = await build({root, changes, documents: ['sc58/bear-trade']})
    expect(result.messages.filter(({fatal}) => fatal)).toEqual([])
    const output = (extension: string): Uint8Array =>
      result.outputs.get(`sc58/bear-trade.en.${extension}`)?.bytes ?? new Uint8Array()
    const printed = `Bears ${words.replaceAll('\\\\', '\\')}`
    expect(new TextDecoder().decode(output('txt')).replace(/\s+/g, ' ')).toContain(`${printed}. At its`)
    const {parts} = readPackage(output('docx'))
    const paragraphs = descendants(parts.get('word/document.xml'), 'w:p').map(visibleText)
    expect(paragraphs.some((paragraph) => paragraph.startsWith(`${printed}. At its`))).toBe(true)
    const [title] = descendants(parts.get('docProps/core.xml'), 'dc:title')
    expect(title?.children.join('')).toContain(printed.toUpperCase())
    const page = new TextDecoder().decode(output('html')).replace(/<style>[\s\S]*?<\/style>/, '')
    const visible = page.replace(/<[^>]*>/g, '').replace(/&#x([0-9A-F]+);/gi, (_, digits: string) => {
      return String.fromCodePoint(Number.parseInt(digits, 16))
    })
    expect(visible).toContain(`${printed}. At its`)
  })
})

describe('a phrase of the templates', () => {
  const phrases = 'templates/phrases.en.yaml'
  const text = readFileSync(join(repository, phrases), 'utf8')

  test.each([
    '{constructor}',
    '{__proto__}',
    '{a.b}',
    '{0}',
    '{{symbol}}',
    '{symbol',
    '{symbol, upper}',
    '{ symbol',
  ])('that holds %s is refused', async (braces) => {
    const changed = text.replace(/^footer: .*$/m, () => `footer: "{symbol} ${braces} – p. {page}"`)
    const {messages} = await check({root, changes: new Map([[phrases, changed]])})
    expect(messages.find(({fatal}) => fatal)).toMatchObject({
      file: phrases,
      line: text.slice(0, text.indexOf('\nfooter:') + 1).split('\n').length,
      ruleId: expect.stringMatching(/^phrase-/),
    })
  })
})

describe('a name that every object has', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
  const document = 'documents/sc58/bear-trade/document.yaml'
  const numbering = 'templates/numbering.yaml'
  const found = async (file: string, text: string): Promise<unknown[]> => {
    const {messages} = await check({root, changes: new Map([[file, text]])})
    return messages.filter(({fatal}) => fatal).map((message) => [message.file, message.ruleId])
  }

  test.each(names)('%s is no kind', async (name) => {
    const text = sourceOf(document).replace(/^kind: .*$/m, `kind: ${name}`)
    expect(await found(document, text)).toContainEqual([
      document,
      expect.stringMatching(/^(?:unknown-kind|schema-value)$/),
    ])
  })

  test.each(names)('%s is no style', async (name) => {
    const text = readFileSync(join(repository, numbering), 'utf8').replace(
      'style: paragraph-1',
      `style: ${name}`,
    )
    expect(await found(numbering, text)).toContainEqual([
      numbering,
      expect.stringMatching(/^(?:unknown-style|schema-value)$/),
    ])
  })

  test.each(names)('%s names nothing in a paragraph', async (name) => {
    const marks = ['ref', 'decision', 'meeting', 'document', 'fact'].map((mark) => `:${mark}[${name}]`)
    for (const mark of marks)
      expect(await found(path, sourceOf(path).replace('At its', `See ${mark}. At its`)), mark).toContainEqual(
        [path, expect.stringMatching(/^(?:unknown-|directive-form)/)],
      )
  })
})
