import {linesOfWords, type Random} from '../replay.ts'

// Edits of the sources as somebody makes them who sees lines and knows nothing of units or trees.

/** An edit, and what a reader must be told of it. */
export interface Edit {
  kind: string
  /** Texts by their paths; null where the file goes. */
  files: Map<string, string | null>
  told: Told
}

/** What is expected of the report; found in lines of the sources alone. */
export interface Told {
  /** Units whose words, marks or references are others, by the path of their document and their language. */
  units?: {document: string; language: string; unit: string; kinds: readonly string[]}[]
  /** A fact that differs: the beginning of its name, and what stood and stands there. */
  fact?: {name: string; before: string; after: string}
  /** A task whose status differs. */
  task?: string
  /** A part of the name of a deadline that lies elsewhere. */
  deadline?: string
  /** What became of documents as a whole. */
  fates?: Record<string, string>
  template?: string
  /** A word that stands in everything that came. */
  word?: string
  /** Whether nothing but bytes may differ. */
  onlyBytes?: true
}

type Texts = ReadonlyMap<string, string>
type Maker = (texts: Texts, random: Random) => Edit | undefined

const languages = ['en', 'fr', 'es']
const paragraph = /^(?![\s>|:#\d[-]).+[^:\s] \^([a-z0-9-]+)$/
const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[random(Math.max(1, items.length))]

/** Bodies and annexes of documents in English, and the same in all three languages. */
const originals = (texts: Texts): string[] =>
  [...texts.keys()]
    .filter((path) => /^documents\/(?!decisions|agendas|texts)[^/]+\/[^/]+\/[a-z0-9-]+\.en\.md$/.test(path))
    // It is not made as the facts stand.
    .filter((path) => !path.startsWith('documents/cop15/conf-11-3/'))
    .sort()
const inAll = (path: string): string[] => languages.map((code) => path.replace('.en.md', `.${code}.md`))
const documentOf = (path: string): string => path.split('/').slice(1, 3).join('/')
const languageOf = (path: string): string => /\.([a-z]{2})\.[a-z]+$/.exec(path)?.[1] ?? ''

/** Paragraphs that stand between two blank lines, by their ids. */
function paragraphsOf(lines: readonly string[]): Map<string, number> {
  return new Map(
    lines.flatMap((line, index) => {
      const id = paragraph.exec(line)?.[1]
      const isAlone = lines[index - 1] === '' && (lines[index + 1] ?? '') === ''
      return id && isAlone ? [[id, index] as const] : []
    }),
  )
}

/** Changes lines of a file and its translations at the paragraphs of some ids; undefined where one of them has not all. */
function inThree(
  texts: Texts,
  random: Random,
  kind: string,
  kinds: readonly string[],
  change: (lines: string[], at: (id: string) => number, ids: readonly string[]) => string | undefined,
): Edit | undefined {
  const original = pick(originals(texts), random) ?? ''
  const paths = inAll(original)
  if (!paths.every((path) => texts.has(path))) return undefined
  const all = paths.map((path) => (texts.get(path) as string).split('\n'))
  const places = all.map(paragraphsOf)
  const shared = [...(places[0]?.keys() ?? [])].filter((id) => places.every((own) => own.has(id)))
  const first = random(Math.max(1, shared.length))
  const ids = [shared[first], shared[(first + 1 + random(Math.max(1, shared.length - 1))) % shared.length]]
  if (ids.some((id) => id === undefined) || ids[0] === ids[1]) return undefined
  const files = new Map<string, string>()
  const units: NonNullable<Told['units']> = []
  for (const [index, path] of paths.entries()) {
    const lines = all[index] as string[]
    const unit = change(lines, (id) => places[index]?.get(id) ?? -1, ids as string[])
    if (unit === undefined) return undefined
    files.set(path, lines.join('\n'))
    units.push({document: documentOf(path), language: languageOf(path), unit, kinds})
  }
  return {kind, files, told: {units}}
}

/** A line without its mark, its directives and its ids. */
const beside = (line: string): string =>
  line.replace(/^\s*\d+\. |:{1,2}[a-z-]+\[[^\]]*\](?:\{[^}]*\})?|\[\^[a-z0-9-]+\]|\^[a-z0-9-]+/g, '\u0000')

/** Another word, number, mark or capital in one line of one language. */
const inOneLine =
  (kind: string, holds: RegExp, to: (found: string) => string): Maker =>
  (texts, random) => {
    const paths = originals(texts)
      .flatMap(inAll)
      .filter((path) => texts.has(path))
    const path = pick(paths, random) ?? ''
    const text = texts.get(path) ?? ''
    const lines = text.split('\n')
    const ended = /\s\^[a-z0-9-]+(?:\s*$|\s*\|)|^\[\^/
    const at = pick(
      lines.flatMap((line, index) => (ended.test(line) && holds.test(beside(line)) ? [index] : [])),
      random,
    )
    const line = lines[at ?? -1] ?? ''
    // Only what stands outside of directives, before the id and behind the mark of the line.
    const [, before = '', words = '', after = ''] =
      /^(\s*(?:[>\s]*)(?:#+\s|\d+\.\s|[-*]\s|\|\s|\[\^[a-z0-9-]+\]:\s)?)(.*?)(\s\^[a-z0-9-]+.*|)$/.exec(
        line,
      ) ?? []
    const pieces = words.split(/(:{1,2}[a-z-]+\[[^\]]*\](?:\{[^}]*\})?|\[\^[a-z0-9-]+\]|\|)/)
    const index = pieces.findIndex((piece, place) => place % 2 === 0 && holds.test(piece))
    if (index < 0) return undefined
    pieces[index] = (pieces[index] as string).replace(holds, to)
    lines[at ?? -1] = `${before}${pieces.join('')}${after}`
    const changed = lines.join('\n')
    const [then, now] = [linesOfWords(path, text), linesOfWords(path, changed)]
    const units = [...now].flatMap(([unit, own]) =>
      then.get(unit) === own
        ? []
        : [{document: documentOf(path), language: languageOf(path), unit, kinds: ['changed']}],
    )
    return changed === text ? undefined : {kind, files: new Map([[path, changed]]), told: {units}}
  }

const replaceIn = (
  texts: Texts,
  random: Random,
  files: RegExp,
  found: RegExp,
  to: (match: string, random: Random) => string,
): {path: string; text: string; before: string; after: string} | undefined => {
  const path = pick([...texts.keys()].filter((own) => files.test(own)).sort(), random) ?? ''
  const text = texts.get(path) ?? ''
  const at = pick([...text.matchAll(found)], random)
  if (!at) return undefined
  const after = to(at[0], random)
  if (after === at[0]) return undefined
  return {
    path,
    before: at[0],
    after,
    text: `${text.slice(0, at.index)}${after}${text.slice(at.index + at[0].length)}`,
  }
}

/** Files of a document. */
const filesOf = (texts: Texts, document: string): string[] =>
  [...texts.keys()].filter((path) => path.startsWith(`documents/${document}/`))

// A document that no other names, and that no rule wants.
const removable = ['workshop/results', 'workshop/invitation', 'workshop/terms-of-reference']

const day = (random: Random): string => String(1 + random(28)).padStart(2, '0')

/** Every kind of edit. */
export const makers: Readonly<Record<string, Maker>> = {
  word: inOneLine('word', /(?<=^|\s)[a-z]{5,}(?=\s)/, () => 'zebra'),
  number: inOneLine('number', /\d(?![\d.])/, (digit) => String((Number(digit) + 1) % 10)),
  punctuation: inOneLine('punctuation', /(?<=[a-z]{3}) (?=[a-z]{3})/, () => '; '),
  capital: inOneLine('capital', /(?<=[a-z] )[a-z](?=[a-z]{3})/, (letter) => letter.toUpperCase()),
  italics: (texts, random) => {
    const edit = inOneLine('italics', /(?<=[a-z] )[a-z]{5,}(?= [a-z])/, (word) => `*${word}*`)(texts, random)
    for (const unit of edit?.told.units ?? []) unit.kinds = ['marks']
    return edit
  },
  wrap: (texts, random) => {
    const edit = inOneLine('wrap', /(?<=[a-z]{3}) (?=[a-z]{3})/, () => '\n')(texts, random)
    // A row of a table and a heading are one line each.
    const isBroken = [...(edit?.files.values() ?? [])].some((text) =>
      /^\|[^|]*$|^#+ (?!.*\^)/m.test(text ?? ''),
    )
    return edit && !isBroken ? {...edit, told: {}} : undefined
  },
  insert: (texts, random) => {
    const id = `put-in-${random(1_000_000)}`
    return inThree(texts, random, 'insert', ['added'], (lines, at, [first = '']) => {
      lines.splice(at(first), 0, `Another paragraph stands here. ^${id}`, '')
      return id
    })
  },
  delete: (texts, random) =>
    inThree(texts, random, 'delete', ['removed'], (lines, at, [first = '']) => {
      lines.splice(at(first), 2)
      return first
    }),
  move: (texts, random) =>
    // Before the pivot of a resolution a paragraph is set otherwise than behind it.
    inThree(texts, random, 'move', ['moved', 'form'], (lines, at, [first = '', other = '']) => {
      const [from, to] = [at(first), at(other)]
      // Side by side either of the two may be called the moved one.
      if (Math.abs(from - to) <= 2) return undefined
      const [line = ''] = lines.splice(from, 2)
      lines.splice(to > from ? to - 2 : to, 0, line, '')
      return first
    }),
  split: (texts, random) => {
    const id = `split-${random(1_000_000)}`
    return inThree(texts, random, 'split', ['split'], (lines, at, [first = '']) => {
      const [head = '', ...rest] = (lines[at(first)] ?? '').split(/(?<=[a-z]{3}\.) (?=[A-ZÉÀ¿])/)
      if (rest.length === 0 || head.split(' ').length < 4) return undefined
      lines.splice(at(first), 1, `${head} ^${id}`, '', rest.join(' '))
      return first
    })
  },
  join: (texts, random) =>
    inThree(texts, random, 'join', ['joined'], (lines, at, [first = '']) => {
      const [own, next] = [lines[at(first)] ?? '', lines[at(first) + 2] ?? '']
      const id = paragraph.exec(next)?.[1]
      // A colon begins a list.
      if (id === undefined || (lines[at(first) + 3] ?? '') !== '' || own.length < 40) return undefined
      lines.splice(at(first), 3, `${own.replace(/ \^[a-z0-9-]+$/, '')} ${next}`)
      return id
    }),
  reference: (texts, random) =>
    inThree(texts, random, 'reference', ['references', 'changed'], (lines, at, [, other = '']) => {
      const index = lines.findIndex((line) => /:ref\[[a-z0-9-]+\](?!\{)/.test(line) && paragraph.test(line))
      const id = paragraph.exec(lines[index] ?? '')?.[1]
      const target = /:ref\[([a-z0-9-]+)\]/.exec(lines[index] ?? '')?.[1]
      if (id === undefined || id === other || target === other || at(other) < 0) return undefined
      lines[index] = (lines[index] ?? '').replace(/:ref\[[a-z0-9-]+\](?!\{)/, `:ref[${other}]`)
      return id
    }),
  fact: (texts, random) => {
    const found = replaceIn(
      texts,
      random,
      /^documents\/decisions\/.+\/(?!.*\.[a-z]{2}\.yaml)[a-z]+\.yaml$/,
      /(?<=: "\d{4}-\d\d-)\d\d(?=")|(?<=amount: )\d+/g,
      (match, by) => (match.length === 2 ? day(by) : String(Number(match) + 1)),
    )
    if (!found) return undefined
    const name = found.path.replace('documents/decisions/', '').replace('.yaml', '')
    return {kind: 'fact', files: new Map([[found.path, found.text]]), told: {fact: {...found, name}}}
  },
  status: (texts, random) => {
    const path = 'documents/decisions/internet-trade/tasks.yaml'
    const text = texts.get(path) ?? ''
    // Tasks for which no other one waits.
    const [id, after] = pick(
      [
        ['cop15-document', 'in-progress'],
        ['publication', 'partly-completed'],
      ] as const,
      random,
    ) as readonly [string, string]
    const start = text.indexOf(`- id: ${id}\n`)
    const next = text.indexOf('\n  - id: ', start)
    const at = text.lastIndexOf('status: ', next < 0 ? text.length : next)
    const before = /status: ([a-z-]+)/.exec(text.slice(at))?.[1] ?? ''
    const changed = `${text.slice(0, at)}status: ${after}${text.slice(at + 'status: '.length + before.length)}`
    const fact = {name: `internet-trade/tasks#${id}`, before, after}
    return {kind: 'status', files: new Map([[path, changed]]), told: {fact, task: `internet-trade/${id}`}}
  },
  deadline: (texts, random) => {
    const path = 'documents/meetings.yaml'
    const text = texts.get(path) ?? ''
    const after = `2010-03-${day(random)}`
    const changed = text.replace(/(id: cop15,.*ends: ")2010-03-25/, `$1${after}`)
    if (changed === text) return undefined
    const fact = {name: 'meetings#cop15', before: '2010-03-25', after}
    return {kind: 'deadline', files: new Map([[path, changed]]), told: {fact, deadline: 'cop15'}}
  },
  condition: (texts) => {
    const path = 'documents/decisions/internet-trade/outcome.yaml'
    const changed = (texts.get(path) ?? '').replace('decision: draft-resolution', 'decision: amendment')
    return {
      kind: 'condition',
      files: new Map([[path, changed]]),
      told: {
        fact: {name: 'internet-trade/outcome#', before: 'draft-resolution', after: 'amendment'},
        fates: {'cop15/conf-11-3': 'wakes', 'cop15/internet-trade': 'sleeps'},
        deadline: 'cop15/conf-11-3',
      },
    }
  },
  deleteDocument: (texts, random) => {
    const document = pick(removable, random) ?? ''
    return {
      kind: 'deleteDocument',
      files: new Map(filesOf(texts, document).map((path) => [path, null])),
      told: {fates: {[document]: 'deleted'}},
    }
  },
  renameDocument: (texts, random) => {
    const document = pick(removable, random) ?? ''
    const other = `${document}-renamed`
    const files = new Map<string, string | null>()
    for (const path of filesOf(texts, document)) {
      files.set(path, null)
      files.set(path.replace(document, other), texts.get(path) ?? '')
    }
    return {kind: 'renameDocument', files, told: {fates: {[other]: 'renamed'}}}
  },
  addDocument: (texts, random) => {
    const other = `workshop/new-${random(1000)}`
    const yaml = (texts.get('documents/workshop/results/document.yaml') ?? '')
      .replace(/^languages: .*$/m, 'languages: {en: complete}')
      .replace(/^annexes: .*\n/m, '')
    const body =
      '---\ntitle: Something new\n---\n\nWords that stand in no other document of this folder, so far as we know. ^words\n'
    const files = new Map([
      [`documents/${other}/document.yaml`, yaml],
      [`documents/${other}/body.en.md`, body],
    ])
    return {kind: 'addDocument', files, told: {fates: {[other]: 'new'}}}
  },
  style: (texts) => {
    const path = 'templates/styles.yaml'
    const text = texts.get(path) ?? ''
    const changed = text.replace(/after: (\d+)/, (_, twips: string) => `after: ${Number(twips) + 20}`)
    return {kind: 'style', files: new Map([[path, changed]]), told: {template: path, onlyBytes: true}}
  },
  template: (texts, random) => {
    const found = replaceIn(
      texts,
      random,
      /^templates\/phrases\.[a-z]{2}\.yaml$/,
      /(?<=^ {0,4}[a-z-]+: "?[A-Z][a-z]+ )[a-z]{4,}(?= [a-z])/gm,
      () => 'altered',
    )
    if (!found) return undefined
    return {
      kind: 'template',
      files: new Map([[found.path, found.text]]),
      told: {template: found.path, word: 'altered'},
    }
  },
}
