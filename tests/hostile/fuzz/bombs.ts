import {type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq} from 'yaml'
import {caps} from '../../../src/load/index.ts'
import {below, type Next, one, random} from '../mutate.ts'
import type {Files} from './files.ts'

/** What stands again and again: what refers, what is known, what is not, and what a rule almost finds. N is a number. */
const fillers: readonly string[] = [
  ':fact[workshop-city] ',
  ':fact[workshop-title] ',
  ':fact[unknown] ',
  ':decision[secretariat] ',
  ':decision[secretariat.review-replies] ',
  ':decision[z] ',
  ':meeting[sc58]{form=place} ',
  ':document[sc58/internet-trade]{form=title} ',
  ':document[sc58/agenda] ',
  ':date[workshop.press-release] ',
  ':ref[unknown] ',
  ':ref[introduction] ',
  '*a* **b** ',
  ':ins[a] :del[b] ',
  ':lang[mots]{is=fr} ',
  ':sup[e] ',
  '[words](https://cites.org/N) ',
  'a,b ',
  'a,b',
  'a ;b ',
  '1',
  '1 000 ',
  '10 % ',
  'US$ 1,000 ',
  'USD 1 million ',
  'AAAA ',
  'ABCDEFGH',
  'É',
  'a-',
  '1-',
  '1 - 2 ',
  '(a) ',
  '((',
  '« a » ',
  '“a” ',
  '"a" ',
  "'a' ",
  '“',
  '”',
  '.. ',
  '... ',
  '. . ',
  '!! ',
  '  ',
  '\u00a0',
  '7 May 2009 ',
  '31 February 2009 ',
  '1/2/2009 ',
  'Monday, 7 May ',
  '7-8-9-10 ',
  'SC58 Doc. N ',
  'CoP14 ',
  'Resolution Conf. 11.3 (Rev. CoP14) ',
  'Decision 14.35 ',
  'paragraph 1 ',
  'Annex N ',
  'organisation ',
  'the Parties shall ',
  'e.g. i.e. etc. ',
  'XX ',
  'word ',
  'wordN ',
  '…',
  '1. ',
  'a) ',
  'and; or, ',
  'www.a.b/N ',
  'a@b.c ',
  '&amp;',
  '\\* ',
]

/** What holds words in a body: W are words, N counts. */
const blocks: readonly (readonly [name: string, words: number, block: string])[] = [
  ['paragraphs', 8000, 'W ^p-N'],
  ['long paragraphs', 15_000, 'W'],
  ['short paragraphs', 40, 'W ^p-N'],
  ['headings', 100, '## W ^h-N'],
  ['items', 60, '1. W; ^i-N\n2. W. ^j-N'],
  ['items in items', 20, '1. W ^i-N\n   1. W ^j-N\n      1. W ^k-N'],
  ['notes', 60, 'W[^n-N] ^p-N\n\n[^n-N]: W'],
  ['quotations', 400, '> W'],
  ['quotations of paragraphs', 200, '> W\n>\n> W'],
  ['tables', 30, ':::table[W]{id=t-N}\n| A ^a | B ^b |\n|---|---|\n| W ^x | W |\n:::'],
  ['decisions', 10, '::decision{of=secretariat}'],
  ...[
    'status',
    'tasks',
    'replies',
    'questions',
    'recommendations',
    'programme',
    'agenda',
    'decisions',
    'sources',
  ].map((name) => [name, 10, `::${name}`] as const),
  ['conditions', 30, ':::when{deadline.missed}\nW ^p-N\n:::\n\n:::unless{deadline.missed}\nW ^q-N\n:::'],
  ['examples', 60, ':::example\nW ^p-N\n:::'],
  ['breaks', 30, 'W\\\nW ^p-N'],
]

/** A bomb: what is done to which file, and the files that it changes. */
export interface Bomb {
  name: string
  files: Files
}

/**
 * Sources in which much is held, repeated, referred to or counted, each file within what it may be.
 *
 * @param seed  the same bomb for the same number
 * @param base  the texts of a dossier that is right
 * @param templates  those of the package
 */
export function bombOf(
  seed: number,
  base: ReadonlyMap<string, string>,
  templates: ReadonlyMap<string, string>,
): Bomb {
  const next = random(seed)
  const kind = next()
  if (kind < 0.45) return ofYaml(base, next)
  if (kind < 0.55) return ofTemplates(templates, next)
  if (kind < 0.85) return ofBody(base, next)
  return ofDocuments(base, next)
}

function filler(next: Next): (length: number) => string {
  const some = next() < 0.7 ? [one(next, fillers)] : [one(next, fillers), one(next, fillers)]
  let count = 0
  return (length) => {
    let words = ''
    while (words.length < length)
      words += (some[count % some.length] ?? '').replaceAll('N', () => String(count++))
    return words.slice(0, length).trimEnd()
  }
}

/** Marks that part keys count where they stand in words too. */
function fitting(length: number, words: string, times: number): number {
  const marks = (words.match(/[:,\-[{]/g)?.length ?? 0) / Math.max(1, words.length)
  const byMarks = marks === 0 ? length : (0.9 * caps.yamlMarks.most) / marks / times
  return Math.floor(Math.min(length, byMarks, (0.85 * caps.yamlBytes.most) / times))
}

function ofYaml(base: ReadonlyMap<string, string>, next: Next): Bomb {
  const paths = [...base.keys()].filter((path) => path.endsWith('.yaml'))
  const path = one(next, paths)
  const kind = next()
  if (kind < 0.35) return leaf(path, base, next)
  if (kind < 0.6) return leaves(path, base, next)
  return grown(path, base, next)
}

type Leaf = {value: unknown}

function textsIn(document: Document): Leaf[] {
  const found: Leaf[] = []
  const walk = (node: unknown): void => {
    if (isScalar(node) && typeof node.value === 'string' && node.value.includes(' ')) found.push(node)
    else if (isMap(node)) for (const {value} of node.items) walk(value)
    else if (isSeq(node)) node.items.forEach(walk)
  }
  walk(document.contents)
  return found
}

const printedYaml = (document: Document): string => document.toString({lineWidth: 0})

function leaf(path: string, base: ReadonlyMap<string, string>, next: Next): Bomb {
  const document = parseDocument(base.get(path) ?? '')
  const texts = textsIn(document)
  const words = filler(next)
  if (texts.length > 0) one(next, texts).value = words(caps.yamlTextBytes.most - 100)
  return {name: `a text of ${path}: ${words(60)}`, files: new Map([[path, printedYaml(document)]])}
}

function leaves(path: string, base: ReadonlyMap<string, string>, next: Next): Bomb {
  const document = parseDocument(base.get(path) ?? '')
  const texts = textsIn(document)
  const words = filler(next)
  const length = fitting(caps.yamlTextBytes.most - 100, words(1000), texts.length)
  for (const text of texts) text.value = words(length)
  return {name: `all texts of ${path}: ${words(60)}`, files: new Map([[path, printedYaml(document)]])}
}

/** A list or a mapping with as many entries as it may have, and its words in each language. */
function grown(path: string, base: ReadonlyMap<string, string>, next: Next): Bomb {
  const [stem = ''] = path.split(/(?:\.[a-z]{2})?\.yaml$/)
  const own = parseDocument(base.get(path) ?? '')
  const lists: (YAMLMap | YAMLSeq)[] = []
  const walk = (node: unknown): void => {
    if (isMap(node)) for (const {value} of node.items) walk(value)
    if (isSeq(node)) node.items.forEach(walk)
    if ((isMap(node) || isSeq(node)) && node.items.length > 0) lists.push(node)
  }
  walk(own.contents)
  if (lists.length === 0) return leaf(path, base, next)
  const list = one(next, lists)
  const times = one(next, [100, 900, 5000])
  const entry = one(next, list.items as unknown[])
  const id = isMap(entry) ? String(entry.get('id') ?? '') : keyOf(entry)
  for (let at = 0; at < times; at++) list.items.push(renamedCopy(entry, id, at) as never)
  const files: Files = new Map([[path, cut(printedYaml(own))]])
  if (id !== '')
    for (const code of ['en', 'fr', 'es']) {
      const other = `${stem}.${code}.yaml`
      if (other === path || !base.has(other)) continue
      const document = parseDocument(base.get(other) ?? '')
      growNamed(document.contents, id, times)
      files.set(other, cut(printedYaml(document)))
    }
  return {name: `${times} more in a list of ${path} (${id})`, files}
}

function keyOf(entry: unknown): string {
  const {key} = Object(entry) as {key?: unknown}
  return isScalar(key) ? String(key.value) : ''
}

function renamedCopy(entry: unknown, id: string, at: number): unknown {
  const copy = (entry as {clone?: () => unknown}).clone?.() ?? entry
  if (isMap(copy) && copy.has('id')) copy.set('id', `${id}-${at}`)
  const {key} = Object(copy) as {key?: unknown}
  if (isScalar(key)) key.value = `${id}-${at}`
  return copy
}

function growNamed(node: unknown, id: string, times: number): void {
  if (isSeq(node)) for (const item of node.items) growNamed(item, id, times)
  if (!isMap(node)) return
  for (const pair of [...node.items]) {
    if (keyOf(pair) === id)
      for (let at = 0; at < times; at++) node.items.push(renamedCopy(pair, id, at) as never)
    else growNamed(pair.value, id, times)
  }
}

/** Whole lines, no more than a file may have. */
function cut(text: string): string {
  const most = 0.9 * caps.yamlBytes.most
  return text.length <= most ? text : text.slice(0, text.lastIndexOf('\n', most) + 1)
}

function ofTemplates(templates: ReadonlyMap<string, string>, next: Next): Bomb {
  const path = one(
    next,
    [...templates.keys()].filter((name) => /(?:phrases|labels|starters|usage)\./.test(name)),
  )
  const {files, name} = next() < 0.5 ? leaf(path, templates, next) : leaves(path, templates, next)
  return {name, files}
}

function ofBody(base: ReadonlyMap<string, string>, next: Next): Bomb {
  const path = one(
    next,
    [...base.keys()].filter((name) => /\/(?:body|annex-\d)\.[a-z]{2}\.md$/.test(name)),
  )
  const {text, name} = body(base.get(path) ?? '', next, 0.95 * caps.markdownBytes.most)
  const files: Files = new Map([[path, text]])
  // The other languages have the same, so that they are compared.
  if (next() < 0.3)
    for (const code of ['en', 'fr', 'es']) files.set(path.replace(/\.[a-z]{2}\.md$/, `.${code}.md`), text)
  return {name: `${path}: ${name}`, files}
}

function body(before: string, next: Next, most: number): {text: string; name: string} {
  const [name, length, block] = one(next, blocks)
  const words = filler(next)
  const isLong = next() < 0.5
  let [text, at] = [`${before}\n`, 0]
  for (;;) {
    const long = isLong ? length : Math.ceil(length / 8)
    const more = block.replaceAll('W', () => words(long)).replaceAll('N', String(at++))
    if (text.length + more.length > most) return {text, name: `${name} of ${words(60)}`}
    text += `\n${more}\n`
  }
}

/** Several documents of middling size that name one another. */
function ofDocuments(base: ReadonlyMap<string, string>, next: Next): Bomb {
  const count = 2 + below(next, 59)
  const {text, name} = body('', next, Math.min(0.9 * caps.markdownBytes.most, 400_000 / count))
  const files: Files = new Map()
  const document = (base.get('documents/sc58/internet-trade/document.yaml') ?? '').replace(
    /^requires: .*$/m,
    '',
  )
  for (let at = 0; at < count; at++) {
    const other = `:document[sc58/bomb-${(at + 1) % count}]{form=title}`
    const folder = `documents/sc58/bomb-${at}`
    files.set(
      `${folder}/document.yaml`,
      document
        .replace(/number: .*?,/, `number: "${200 + at}",`)
        .replace(/^languages: .*$/m, 'languages: {en: complete}'),
    )
    const own = text.replaceAll(':document[sc58/agenda]', () => other)
    files.set(
      `${folder}/body.en.md`,
      `---\ntitle: A title, and ${next() < 0.2 ? other : 'words'}\n---\n${own}`,
    )
  }
  return {name: `${count} documents with ${name}`, files}
}
