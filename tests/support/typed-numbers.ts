import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse, parseDocument, visit} from 'yaml'
import {repository} from './content-root.ts'

// What can be computed is not typed: a number or a date that stands in words goes stale when its fact changes.
// This finds every one that is typed in bodies, annexes and the words of YAML files: digits, Roman numerals in
// capitals, and the names of months. Number words (“two”, “eighth”) are not looked for.
const listFile = 'tests/house/typed-numbers.yaml'

interface Entry {
  why: string
  text: Record<string, string | string[]>
  where: string[]
}

const read = (path: string): string => readFileSync(join(repository, path), 'utf8')
/** The numbers and dates that are typed for a reason. */
export const entries = parse(read(listFile)) as Entry[]

/** Files of a root that hold words: path from the root to text. */
export function wordedFiles(root: string): Map<string, string> {
  return new Map(
    readdirSync(join(root, 'documents'), {recursive: true, encoding: 'utf8'})
      .map((name) => `documents/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.[a-z]{2}\.(?:md|yaml)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** What stands in a Markdown text and is not words. */
const notWords = [
  /^ *\d+\. /gm, // `1. ` of a list
  /(?<=\]|^:{2,3}[a-z-]+)\{[^}]*\}/gm, // `{form=days}`
  /(?<!:):(?!(?:ins|del|sup|lang)\[)[a-z-]+\[[^\]]*\]/g, // `:fact[reply-by]`, but not `:ins[words]`, `:::table[words]`
  /\[\^[^\]]+\]/g, // `[^note]`
  /(?<=\])\(https?:[^)]*\)/g, // the address of a link
  /(?<=^|\s)\^[a-z][a-z0-9-]*/gm, // ` ^unit-id`
]

const markdownWords = (text: string): string =>
  notWords.reduce((words, pattern) => words.replace(pattern, blank), text)

/** The values of a YAML text, without its keys and comments, each at its place. */
function yamlWords(text: string): string {
  let words = blank(text)
  visit(parseDocument(text), {
    Scalar(key, {range}) {
      if (key === 'key' || !range) return
      words = words.slice(0, range[0]) + text.slice(range[0], range[1]) + words.slice(range[1])
    },
  })
  return markdownWords(words)
}

/** The words of a file at their places, and blanks in place of all else; a space that does not break is a space. */
export function wordsOf(path: string, source: string): string {
  const text = source.replace(/[\u00a0\u202f]/g, ' ')
  if (path.endsWith('.yaml')) return yamlWords(text)
  const [head = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? []
  return yamlWords(head.replaceAll('---', '   ')) + markdownWords(text.slice(head.length))
}

const months = ['en', 'es', 'fr']
  .flatMap((code) => (parse(read(`templates/labels.${code}.yaml`)) as {months: string[]}).months)
  .flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)])
  .join('|')
const number = String.raw`\d+(?:[.,]\d+)*`
/** What is looked for in words. */
export const typed = new RegExp(
  [
    String.raw`(?:${number}\P{L}{1,2}(?:de )?)?(?<!\p{L})(?:${months})(?!\p{L})(?: (?:de )?\d{4})?`,
    number,
    String.raw`(?<!\p{L})[IVX]+(?![\p{L}'’])`,
  ].join('|'),
  'gu',
)

interface Span {
  from: number
  to: number
}

/** Where a pattern is in words. */
export function spans(words: string, pattern: RegExp): Span[] {
  return [...words.matchAll(pattern)].map(({index, 0: match}) => ({from: index, to: index + match.length}))
}

const literally = (text: string): RegExp =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'g')

/** One text of an entry in one of the files that the entry names. */
interface Claim {
  entry: number
  text: string
  language: string
  /** Without the ending: `sc58/internet-trade/body.fr`. */
  file: string
  isNeeded: boolean
}

function claimsOf(list: readonly Entry[]): Claim[] {
  return list.flatMap(({text, where}, index) =>
    Object.entries(text).flatMap(([language, texts]) =>
      [texts].flat().flatMap((typing) =>
        where.map((name) => {
          return {entry: index + 1, text: typing, language, file: `${name}.${language}`, isNeeded: false}
        }),
      ),
    ),
  )
}

/** What a file types that no claim holds. Claims that hold something are needed from now on. */
function unclaimed(path: string, text: string, claims: readonly Claim[]): string[] {
  const file = path.replace(/^documents\/|\.[a-z]+$/g, '')
  const words = wordsOf(path, text)
  const own = claims
    .filter((claim) => claim.file === file)
    .map((claim) => ({claim, at: spans(words, literally(claim.text))}))
  return spans(words, typed).flatMap(({from, to}) => {
    const holding = own.filter(({at}) => at.some((span) => span.from <= from && to <= span.to))
    for (const {claim} of holding) claim.isNeeded = true
    if (holding.length > 0) return []
    const line = words.slice(0, from).split('\n').length
    const before = words.slice(0, from).split('\n').at(-1)?.slice(-30) ?? ''
    const after = words.slice(to, to + 30).split('\n')[0] ?? ''
    const typing = words.slice(from, to)
    return [
      `${path}:${line} types “${typing}” in “… ${(before + typing + after).trim()} …”. Let a directive print it (docs/writing.md, docs/facts.md). If none can, add it to ${listFile} with the reason.`,
    ]
  })
}

/** Texts that nothing needs in any of their files, and files that need no text of the entry. */
function unneeded(claims: readonly Claim[]): string[] {
  const rest = claims.filter(({isNeeded}) => !isNeeded)
  const isGone = (same: (claim: Claim) => unknown) => (claim: Claim) =>
    !claims.some((other) => other.entry === claim.entry && other.isNeeded && same(other) === same(claim))
  const say = (entry: number, what: string): string =>
    `${listFile}: entry ${entry} ${what} any more. Delete it there.`
  return [
    ...new Set([
      ...rest.filter(isGone(({file}) => file)).map(({entry, file}) => say(entry, `is not needed by ${file}`)),
      ...rest
        .filter(isGone(({language, text}) => `${language} ${text}`))
        .map(({entry, text, language}) => say(entry, `has “${text}” (${language}), which no file types`)),
    ]),
  ]
}

/** What files type and the list has not, and what the list has and no file types. */
export function faultsOf(contents: ReadonlyMap<string, string>, list: readonly Entry[]): string[] {
  const claims = claimsOf(list)
  const found = [...contents].flatMap(([path, text]) => unclaimed(path, text, claims))
  return [...found, ...unneeded(claims)]
}
