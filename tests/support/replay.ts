/** An edit of a source, made on its text alone by somebody who knows nothing of units. */
export interface Edit {
  kind: EditKind
  path: string
  text: string
}

export type EditKind =
  | 'word'
  | 'number'
  | 'punctuation'
  | 'capital'
  | 'directive'
  | 'move'
  | 'split'
  | 'insert'
  | 'delete'
  | 'wrap'
  | 'fact'
  | 'template'

/** Gives numbers from 0 on and below a limit. */
export type Random = (below: number) => number

/** Random numbers of a seed (mulberry32), so that a run can be made again. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const wordsOfOriginal = /^documents\/.+\.en\.(?:md|yaml)$/
const factsFiles = /^documents\/decisions\/.+\/[a-z]+\.yaml$/
const templateFiles = /^templates\/(?:labels|phrases)\.[a-z]{2}\.yaml$/

/** Words of a line, by the name of what stands there; found by their look, not by a parser of Markdown or YAML. */
export function linesOfWords(path: string, text: string): Map<string, string> {
  return path.endsWith('.yaml') ? yamlWords(text) : markdownWords(text)
}

function markdownWords(text: string): Map<string, string> {
  const words = new Map<string, string>()
  const body = text.replace(/^---\n([\s\S]*?)\n---\n/, (_, head: string) => {
    for (const [key, value] of yamlWords(head)) words.set(`front-matter.${key}`, value)
    return ''
  })
  // Lines of one paragraph are one; each item, row and mark of a directive begins a line of its own.
  const joined = body.replace(/(?<=\n(?!\s*:::)[^\n]+)\n(?![\n|#:>[]|\s*\d+\.\s|\s*[-*]\s)[ \t]*(?=\S)/g, ' ')
  let table: {id: string; columns: string[]} | undefined
  for (const line of joined.split('\n')) {
    const opened = /^\s*:::(?:table|picture)(?:\[(.*)\])?\{[^}]*\bid=([a-z0-9-]+)/.exec(line)
    if (opened) {
      const [, caption, id = ''] = opened
      if (caption) words.set(`${id}.caption`, caption)
      table = {id, columns: []}
    } else if (/^\s*:::/.test(line)) table = undefined
    else if (table && line.startsWith('|')) rowWords(line, table, words)
    else {
      const [, note, noted] = /^\[\^([a-z0-9-]+)\]: (.*)$/.exec(line) ?? []
      const [, typed, id] = /^(.*\S)\s\^([a-z0-9-]+)\s*$/.exec(line) ?? []
      if (note && noted) words.set(`note-${note}`, noted)
      else if (typed && id) words.set(id, typed.replace(/^[\s>]*(?:#+\s+|\d+\.\s+|[-*]\s+)?/, ''))
    }
  }
  return words
}

function rowWords(line: string, table: {id: string; columns: string[]}, words: Map<string, string>): void {
  const cells = line
    .slice(1, line.trimEnd().lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
  if (cells.every((cell) => /^:?-+:?$/.test(cell))) return
  const ids = cells.map((cell) => /\^([a-z0-9-]+)$/.exec(cell)?.[1])
  const isHead = table.columns.length === 0
  if (isHead) table.columns = ids.map((id, index) => id ?? `column-${index + 1}`)
  const row = isHead ? 'heading' : (ids.find((id) => id !== undefined) ?? '')
  for (const [index, cell] of cells.entries()) {
    const own = cell.replace(/\s*\^[a-z0-9-]+$/, '')
    if (own !== '') words.set(`${table.id}.${row}.${table.columns[index]}`, own)
  }
}

function yamlWords(text: string): Map<string, string> {
  const words = new Map<string, string>()
  const above: {indent: number; key: string}[] = []
  for (const line of text.split('\n')) {
    const [, space = '', key, value = ''] = /^(\s*)([\w-]+):(?:\s+(.*))?$/.exec(line) ?? []
    if (key === undefined) continue
    while ((above.at(-1)?.indent ?? -1) >= space.length) above.pop()
    above.push({indent: space.length, key})
    const path = above.map((step) => step.key).join('.')
    const inline = /^\{(.*)\}$/.exec(value)?.[1]
    if (inline) {
      for (const [, name, own = ''] of inline.matchAll(/([\w-]+): ([^,]+)/g))
        words.set(`${path}.${name}`, own)
    } else if (value !== '') words.set(path, value.replace(/^"(.*)"$/, '$1'))
  }
  return words
}

/** One random edit of some texts; undefined where the place that was chosen does not allow it. */
export function randomEdit(texts: ReadonlyMap<string, string>, random: Random): Edit | undefined {
  const makers = Object.keys(makerOf) as EditKind[]
  const kind = makers[random(makers.length)] as EditKind
  const files = kind === 'fact' ? factsFiles : kind === 'template' ? templateFiles : wordsOfOriginal
  const paths = [...texts.keys()].filter((path) => files.test(path)).sort()
  const path = paths[random(paths.length)] ?? ''
  const text = texts.get(path) ?? ''
  const changed = makerOf[kind](text, path, random)
  return changed === undefined || changed === text ? undefined : {kind, path, text: changed}
}

type Maker = (text: string, path: string, random: Random) => string | undefined

/** A line that holds words, by chance; undefined where it is none. */
function changedLine(
  text: string,
  path: string,
  random: Random,
  change: (words: string) => string,
  holds = /./,
): string | undefined {
  const lines = text.split('\n')
  const wanted = path.endsWith('.md') ? /\s\^[a-z0-9-]+(?:\s*$|\s*\|)|^\[\^/ : /^\s*[\w-]+: "?[A-Za-z:]/
  const at = lines.flatMap((line, index) =>
    wanted.test(line) && holds.test(line.replace(/:[a-z-]+\[[^\]]*\]/g, '')) ? [index] : [],
  )
  const index = at[random(Math.max(1, at.length))]
  if (index === undefined) return undefined
  // What stands before the words and behind them is left alone.
  const [, before = '', words = '', after = ''] =
    (path.endsWith('.md')
      ? /^(\s*(?:[>\s]*)(?:#+\s|\d+\.\s|[-*]\s|\|\s|\[\^[a-z0-9-]+\]:\s)?)(.*?)(\s\^[a-z0-9-]+.*|)$/
      : /^(\s*[\w-]+: "?)(.*?)("?)$/
    ).exec(lines[index] ?? '') ?? []
  lines[index] = `${before}${outsideDirectives(words, change)}${after}`
  return lines.join('\n')
}

/** Changes the longest stretch of words between directives and references to notes. */
function outsideDirectives(words: string, change: (words: string) => string): string {
  const pieces = words.split(/(:{1,2}[a-z-]+\[[^\]]*\](?:\{[^}]*\})?|\[\^[a-z0-9-]+\])/)
  const longest = pieces.reduce(
    (best, piece, index) => (index % 2 === 0 && piece.length > (pieces[best]?.length ?? 0) ? index : best),
    0,
  )
  return pieces.map((piece, index) => (index === longest ? change(piece) : piece)).join('')
}

const others = ['other', 'several', 'national', 'further', 'former', 'regional']

const paragraphs = /^(?![\s>|:#\d[-]).+[^:\s] \^[a-z0-9-]+$/

/** A paragraph that stands alone between two blank lines, by chance. */
function paragraphAt(lines: readonly string[], random: Random): number | undefined {
  const at = lines.flatMap((line, index) =>
    paragraphs.test(line) && lines[index - 1] === '' && (lines[index + 1] ?? '') === '' ? [index] : [],
  )
  return at[random(Math.max(1, at.length))]
}

const onLines =
  (change: (lines: string[], at: number, random: Random) => string[] | undefined): Maker =>
  (text, path, random) => {
    if (!path.endsWith('.md')) return undefined
    const lines = text.split('\n')
    const at = paragraphAt(lines, random)
    return at === undefined ? undefined : change(lines, at, random)?.join('\n')
  }

const makerOf: Record<EditKind, Maker> = {
  word: (text, path, random) =>
    changedLine(text, path, random, (words) =>
      words.replace(/\b[a-z]{4,}\b/, () => others[random(others.length)] as string),
    ),
  number: (text, path, random) =>
    changedLine(
      text,
      path,
      random,
      (words) => words.replace(/\d(?!\d)/, (digit) => String((Number(digit) + 1) % 10)),
      path.endsWith('.md') ? /\d.*\s\^/ : /: .*\d/,
    ),
  punctuation: (text, path, random) =>
    changedLine(text, path, random, (words) =>
      words.replace(/(?<=[a-z]{3})(?: (?=[a-z]{3})|, )/, (found) => (found === ' ' ? ', ' : ' ')),
    ),
  capital: (text, path, random) =>
    changedLine(text, path, random, (words) =>
      words.replace(/(?<= )[a-z](?=[a-z]{3})/, (letter) => letter.toUpperCase()),
    ),
  directive: (text, path, random) => {
    const found = [...text.matchAll(/:ref\[[a-z0-9-]+\](?!\{)/g)]
    const at = found[random(Math.max(1, found.length))]
    if (!at || !path.endsWith('.md')) return undefined
    return `${text.slice(0, at.index)}:ref[introduction]${text.slice(at.index + at[0].length)}`
  },
  move: onLines((lines, at, random) => {
    const to = paragraphAt(lines, random)
    if (to === undefined || to === at) return undefined
    ;[lines[at], lines[to]] = [lines[to] as string, lines[at] as string]
    return lines
  }),
  split: onLines((lines, at, random) => {
    const halves = (lines[at] as string).split(/(?<=[a-z]\.) (?=[A-Z])/)
    if (halves.length < 2) return undefined
    const first = halves.slice(0, 1 + random(halves.length - 1))
    const id = `split-${random(1_000_000)}`
    lines.splice(at, 1, `${first.join(' ')} ^${id}`, '', halves.slice(first.length).join(' '))
    return lines
  }),
  insert: onLines((lines, at, random) => {
    lines.splice(at, 0, `Another paragraph stands here. ^put-in-${random(1_000_000)}`, '')
    return lines
  }),
  delete: onLines((lines, at) => {
    lines.splice(at, 2)
    return lines
  }),
  wrap: onLines((lines, at) => {
    lines[at] = (lines[at] as string).replace(/(?<=[a-z]{3}) (?=[a-z]{3})/, '\n')
    return lines
  }),
  fact: (text, _path, random) => {
    const places = [...text.matchAll(/(?<=: "?|, )\d{1,7}(?=[,}\n])|(?<="\d{4}-\d\d-)\d\d(?=")/g)]
    const found = places[random(Math.max(1, places.length))]
    if (!found) return undefined
    const other = found[0].length === 2 ? String(1 + random(28)).padStart(2, '0') : String(1 + random(900))
    return `${text.slice(0, found.index)}${other}${text.slice(found.index + found[0].length)}`
  },
  template: (text, path, random) =>
    changedLine(text, path, random, (words) =>
      /[{}]/.test(words) ? words : words.replace(/\b[a-z]{4,}\b/, 'altered'),
    ),
}
