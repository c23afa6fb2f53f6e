import {describe, expect, test} from 'vitest'
import {load} from '../../src/load/index.ts'
import {compileSchemas, validate} from '../../src/validate/index.ts'
import {schemaFiles} from '../support/content-root.ts'

// Inputs that plain parsers take without a word, or worse. Each is refused by a rule, at a place, or is text.
const schemas = compileSchemas(schemaFiles())
const body = 'documents/sc58/bears/body.en.md'
const glossary = 'documents/glossary.yaml'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function rulesOf(path: string, bytes: Uint8Array): string[] {
  const loaded = load(new Map([[path, bytes]]))
  const {messages} = validate(loaded, schemas)
  const all = [...loaded.messages, ...messages]
  for (const {line, column, reason} of all) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    // No message repeats what a terminal or an annotation would take for an instruction.
    expect(reason).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  }
  return [...new Set(all.map(({ruleId}) => String(ruleId)))]
}

const inBody = (text: string): Uint8Array => encode(`---\ntitle: Bears\n---\n\n${text}\n`)
const term = (value: string): Uint8Array =>
  encode(`terms:\n  - id: bears\n    words:\n      en: {term: ${value}}\n`)

describe('bytes', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['a lone carriage return', encode('---\ntitle: a\n---\n\nwords\rwords\n'), ['line-ending']],
    ['a NUL', inBody('a\u0000b'), ['character-control']],
    ['an escape of a terminal', inBody('a\u001b[31mb'), ['character-control']],
    ['a character after the last of its plane', inBody('a\uffffb'), ['character-control']],
    ['a byte order mark inside', inBody('a\ufeffb'), ['character-invisible']],
    ['a space without width', inBody('a\u200bb'), ['character-invisible']],
    ['a soft hyphen', inBody('a\u00adb'), ['character-invisible']],
    ['a tag character', inBody('a\u{e0041}b'), ['character-invisible']],
    ['a line end of other systems', inBody('a\u2028b'), ['character-invisible']],
    ['a mark that turns the reading order', inBody('a\u202eb'), ['character-bidi']],
    ['a letter and an accent', inBody('e\u0301tat'), ['character-decomposed']],
    ['a letter that only looks like ours', inBody('p\u0430rt'), ['character-script']],
    [
      'bytes that are no UTF-8',
      Uint8Array.from([...encode('---\ntitle: a\n---\n\na'), 0xff]),
      ['encoding-utf8'],
    ],
    [
      'half of a pair, as bytes',
      Uint8Array.from([...encode('---\ntitle: a\n---\n\n'), 0xed, 0xa0, 0x80]),
      ['encoding-utf8'],
    ],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), ['encoding-utf16']],
  ])('%s', (_, bytes, rules) => expect(rulesOf(body, bytes)).toEqual(rules))
})

describe('the same written as escapes', () => {
  test.each<[string, string, string[]]>([
    ['a control character', '"\\x01"', ['character-control']],
    ['an escape', '"\\e"', ['character-control']],
    ['half of a pair', '"\\uD800"', ['character-control']],
    ['a mark that turns the reading order', '"\\u202e"', ['character-bidi']],
  ])('in YAML: %s', (_, value, rules) => expect(rulesOf(glossary, term(value))).toEqual(rules))

  test.each<[string, string, string[]]>([
    ['a control character', 'a &#1; b', ['character-control']],
    ['a mark that turns the reading order', 'a &#8238; b', ['character-bidi']],
    ['a joiner without width', 'a&zwnj;b', ['character-invisible']],
  ])('in Markdown: %s', (_, text, rules) => expect(rulesOf(body, inBody(text))).toEqual(rules))
})

describe('YAML', () => {
  test.each<[string, string, string[]]>([
    ['an anchor', 'terms: &a []\n', ['yaml-alias']],
    ['an alias', 'terms: [&a {id: x}, *a]\n', ['yaml-alias']],
    ['an alias of itself', 'terms: &a [*a]\n', ['yaml-alias']],
    ['a merge key', 'terms: []\n<<: {a: b}\n', ['yaml-key']],
    ['a tag that runs code elsewhere', 'terms: !!js/function "x"\n', ['yaml-syntax']],
    ['a tag of binary data', 'terms: !!binary "eA=="\n', ['yaml-tag']],
    ['another version', '%YAML 1.1\n---\nterms: []\n', ['yaml-tag']],
    ['two documents', 'terms: []\n---\nterms: []\n', ['yaml-syntax']],
    ['a key of the prototype', '__proto__: {a: b}\n', ['yaml-key']],
    ['a key that every object has', 'constructor: a\n', ['schema-missing-key', 'schema-unknown-key']],
    ['a number as a key', '1: a\n', ['schema-missing-key', 'schema-unknown-key']],
    ['a truth as a key', 'true: a\n', ['schema-missing-key', 'schema-unknown-key']],
    ['a list as a key', '[a]: b\n', ['yaml-syntax']],
    ['a question mark', '? a\n: b\n', ['yaml-key']],
    ['a question mark on a line of its own', '?\n  a\n: b\n', ['yaml-key']],
    ['a question mark in braces', 'a: {? b : c}\n', ['yaml-key']],
    [
      'a question mark at the end of words',
      'a: Quoi ?\nb: Qui ?\n',
      ['schema-missing-key', 'schema-unknown-key'],
    ],
    ['a hundred question marks', `${'? '.repeat(100)}a\n`, ['yaml-syntax']],
    ['a tab', 'terms:\n\t- a\n', ['yaml-syntax']],
    ['a space that does not break as indentation', 'terms:\n\u00a0\u00a0id: a\n', ['yaml-key']],
    ['no number', 'terms: .nan\n', ['yaml-number']],
    ['a number without end', 'terms: 1e999\n', ['yaml-number']],
    ['a key twice', 'terms: []\nterms: []\n', ['yaml-syntax']],
    ['a key twice in one line', 'terms: {a: 1, a: 2}\n', ['yaml-syntax']],
    ['a lone word', 'terms\n', ['schema-type']],
    ['a list where keys are due', '- a\n', ['schema-type']],
    ['a quotation mark that is never closed', 'terms: "a\n', ['yaml-syntax']],
    ['brackets that are never closed', `terms: ${'['.repeat(5000)}\n`, ['yaml-syntax']],
  ])('%s', (_, text, rules) => expect(rulesOf(glossary, encode(text))).toEqual(rules))
})

describe('addresses of links', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'blob:x',
    'file:///etc/passwd',
    'ms-word:ofe|u|https://a.b',
    '//evil.example/a',
    '\\\\\\\\host\\\\share',
    'a.html',
    '../a.html',
    'https://user:word@a.b',
    'mailto:a@b.c?bcc=d@e.f',
    'mailto:a@b.c?attach=/etc/passwd',
    'mailto:a@b.c%0Abcc:d@e.f',
    'ftp://a.b',
  ])('%s is refused', (address) => {
    expect(rulesOf(body, inBody(`[a](<${address}>)`))).toEqual(['link-address'])
    expect(rulesOf(body, inBody(`[a][b]\n\n[b]: <${address}>`))).toContain('link-address')
  })

  test.each(['https://cites.org/a?b=c#d', 'http://cites.org', 'mailto:info@cites.org'])(
    '%s is a link',
    (address) => {
      expect(rulesOf(body, inBody(`[a](${address}) ^id`))).toEqual([])
    },
  )
})

describe('Markdown', () => {
  test.each<[string, string, string[]]>([
    ['HTML as a block', '<div>a</div>', ['markdown-html']],
    ['HTML inside a line', 'a <b onclick="x">b</b>', ['markdown-html']],
    ['HTML in a cell', ':::table[A]{id=a}\n| <i>a</i> ^a |\n|---|\n| b ^b |\n:::', ['markdown-html']],
    ['HTML in the words of a link', '[<i>a</i>](https://a.b)', ['markdown-html']],
    ['a comment', 'a <!-- b --> c', ['markdown-html']],
    ['an instruction', 'a <?php b ?> c', ['markdown-html']],
    ['raw data', 'a <![CDATA[b]]> c', ['markdown-html']],
    ['a picture', '![a](https://a.b/c.png)', ['markdown-image']],
    ['a picture by name', '![a][b]\n\n[b]: https://a.b', ['markdown-image']],
    ['a picture of data', '![a](data:image/svg+xml,x)', ['markdown-image']],
    ['code of a plug-in', '```mermaid\na\n```', ['markdown-node']],
    ['a task list', '- [x] a', ['list-bullet']],
    ['a directive as an element', ':::script{src=x}\na\n:::', ['unknown-directive']],
    ['an inline directive as an element', 'a :img[x]{onerror=x}', ['unknown-directive']],
    ['a class and an id', ':ins[a]{#x .y}', ['directive-attribute']],
    ['notes that refer to one another', 'a[^a]\n\n[^a]: b[^b]\n\n[^b]: c[^a]', ['note-in-note']],
    ['a note twice', 'a[^a]\n\n[^a]: b\n\n[^a]: c', ['note-twice']],
    ['a second front matter', 'a\n\n---\ntitle: b\n---', ['markdown-node']],
    ['a list of four levels', '1. a:\n   1. b:\n      1. c:\n         1. d', ['list-depth']],
  ])('%s', (_, text, rules) => expect(rulesOf(body, inBody(text))).toEqual(rules))

  test.each([
    'It opens at 10:30.',
    'See CITES:x and a@b.c, or mailto:a@b.c.',
    'The [XX] stays.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
    'a {b} ${"c"} %s $& $1',
  ])('%s is text', (text) => {
    expect(rulesOf(body, inBody(`${text} ^id`))).toEqual([])
  })
})
