import {type Random, randomEdit} from '../replay.ts'

// Random edits of a source on its text alone, as an author makes them: those of replay.ts, and what only a Word file shows.

/** An edit: the source with its other text, and what was done. */
export interface Change {
  kind: string
  path: string
  text: string
}

type Maker = (lines: string[], random: Random) => string[] | undefined

/** One of the lines that have a form, by chance. */
function lineLike(lines: readonly string[], form: RegExp, random: Random): number | undefined {
  const at = lines.flatMap((line, index) => (form.test(line) ? [index] : []))
  return at[random(Math.max(1, at.length))]
}

const words = ['amber', 'river', 'forest', 'harbour', 'lantern']
const paragraph = /^(?![\s>|:#\d[*-]).+ \^[a-z0-9-]+$/
const item = /^ *1\. .+ \^[a-z0-9-]+$/
const row = /^\| .*\|$/

/** Where a table with bars begins and ends, by chance. */
function barTable(lines: readonly string[], random: Random): [number, number] | undefined {
  const rule = lineLike(lines, /^\|[-:| ]+\|$/, random)
  if (rule === undefined) return undefined
  let end = rule
  while (row.test(lines[end + 1] ?? '')) end += 1
  return [rule - 1, end]
}

const onLine =
  (form: RegExp, change: (line: string, random: Random) => string | string[] | undefined): Maker =>
  (lines, random) => {
    const at = lineLike(lines, form, random)
    const made = at === undefined ? undefined : change(lines[at] ?? '', random)
    if (at === undefined || made === undefined) return undefined
    return [...lines.slice(0, at), ...(Array.isArray(made) ? made : [made]), ...lines.slice(at + 1)]
  }

const word = (random: Random): string => words[random(words.length)] as string

const makers: Record<string, Maker> = {
  italic: onLine(paragraph, (line) => line.replace(/(?<= )([a-z]{5,})(?= )/, '*$1*')),
  strong: onLine(item, (line) => line.replace(/(?<= )([a-z]{5,})(?=[ ,;])/, '**$1**')),
  'item-word': onLine(item, (line, random) => line.replace(/[a-z]{4,}/, word(random))),
  'item-put-in': onLine(item, (line, random) => [
    line.replace(/1\. .*/, `1. another ${word(random)}; ^put-in-${random(1e6)}`),
    line,
  ]),
  'item-taken-out': onLine(item, () => []),
  'item-deeper': onLine(/^1\. .+ \^[a-z0-9-]+$/, (line) => `   ${line}`),
  'item-higher': onLine(/^ {3}1\. .+ \^[a-z0-9-]+$/, (line) => line.slice(3)),
  note: (lines, random) => {
    const at = lineLike(lines, paragraph, random)
    if (at === undefined) return undefined
    const id = `made-${random(1e6)}`
    const line = (lines[at] ?? '').replace(/ \^([a-z0-9-]+)$/, `[^${id}] ^$1`)
    return [...lines.slice(0, at), line, ...lines.slice(at + 1), '', `[^${id}]: A ${word(random)} of note.`]
  },
  'note-taken-out': (lines, random) => {
    const at = lineLike(lines, /^\[\^[a-z0-9-]+\]: /, random)
    const id = /^\[\^([a-z0-9-]+)\]/.exec(lines[at ?? -1] ?? '')?.[1]
    if (at === undefined || id === undefined) return undefined
    return lines.filter((_line, index) => index !== at).map((line) => line.replaceAll(`[^${id}]`, ''))
  },
  'note-word': onLine(/^\[\^[a-z0-9-]+\]: /, (line, random) =>
    line.replace(/[a-z]{4,}(?=[ .])/, word(random)),
  ),
  reference: (lines, random) => {
    const target = lines[lineLike(lines, paragraph, random) ?? -1] ?? ''
    const id = /\^([a-z0-9-]+)$/.exec(target)?.[1]
    if (id === undefined) return undefined
    return onLine(paragraph, (line) => line.replace(/(?<=[a-z]{3}) (?=[a-z])/, ` (see :ref[${id}]) `))(
      lines,
      random,
    )
  },
  'row-put-in': (lines, random) => {
    const table = barTable(lines, random)
    if (!table) return undefined
    const [head, end] = table
    const cells = (lines[head] ?? '').split(/(?<!\\)\|/).length - 2
    const own = Array.from({length: cells}, (_, index) =>
      index === 0 ? `${word(random)} ^row-${random(1e6)}` : String(random(90)),
    )
    const at = head + 2 + random(Math.max(1, end - head))
    return [...lines.slice(0, at), `| ${own.join(' | ')} |`, ...lines.slice(at)]
  },
  'row-taken-out': (lines, random) => {
    const table = barTable(lines, random)
    if (!table || table[1] - table[0] < 3) return undefined
    const at = table[0] + 2 + random(table[1] - table[0] - 1)
    return [...lines.slice(0, at), ...lines.slice(at + 1)]
  },
  'column-taken-out': (lines, random) => {
    const table = barTable(lines, random)
    if (!table) return undefined
    const [head, end] = table
    if ((lines[head] ?? '').split(/(?<!\\)\|/).length < 5) return undefined
    return lines.map((line, index) => (index < head || index > end ? line : line.replace(/\|[^|]*\|$/, '|')))
  },
  'table-taken-out': (lines, random) => {
    const at = lineLike(lines, /^:::(?:table|picture)/, random)
    if (at === undefined) return undefined
    const end = lines.findIndex((line, index) => index > at && line === ':::')
    return [...lines.slice(0, at), ...lines.slice(end + 2)]
  },
  'table-moved': (lines, random) => {
    const at = lineLike(lines, /^:::(?:table|picture)/, random)
    if (at === undefined) return undefined
    const end = lines.findIndex((line, index) => index > at && line === ':::')
    const block = lines.slice(at, end + 2)
    const left = [...lines.slice(0, at), ...lines.slice(end + 2)]
    const to = lineLike(left, paragraph, random)
    return to === undefined ? undefined : [...left.slice(0, to + 1), '', ...block, ...left.slice(to + 1)]
  },
  'picture-other': onLine(/!\[.*\]\((?:map|graph\.en)\.png\)/, (line) =>
    line.includes('(map.png)')
      ? line.replace('map.png', 'graph.en.png')
      : line.replace('graph.en.png', 'map.png'),
  ),
  'picture-described': onLine(/!\[.*\]\(/, (line) => line.replace(/(?<=!\[)\w+/, 'Drawing')),
  join: (lines, random) => {
    const at = lineLike(lines, paragraph, random)
    if (at === undefined || !paragraph.test(lines[at + 2] ?? '')) return undefined
    const first = (lines[at] ?? '').replace(/ \^[a-z0-9-]+$/, '')
    return [...lines.slice(0, at), `${first} ${lines[at + 2]}`, ...lines.slice(at + 3)]
  },
  'section-moved': (lines, random) => {
    const heads = lines.flatMap((line, index) => (/^## /.test(line) ? [index] : []))
    const at = heads[random(Math.max(1, heads.length - 1))]
    const next = heads[heads.indexOf(at ?? -1) + 1]
    if (at === undefined || next === undefined) return undefined
    const end = heads[heads.indexOf(next) + 1] ?? lines.length
    return [
      ...lines.slice(0, at),
      ...lines.slice(next, end),
      '',
      ...lines.slice(at, next),
      ...lines.slice(end),
    ]
  },
  'several-taken-out': (lines, random) => {
    const at = lineLike(lines, paragraph, random)
    return at === undefined ? undefined : [...lines.slice(0, at), ...lines.slice(at + 2 * (1 + random(4)))]
  },
  rewritten: onLine(paragraph, (line, random) => {
    const id = / \^[a-z0-9-]+$/.exec(line)?.[0] ?? ''
    return `The ${word(random)} of the ${word(random)} is another matter, of which nothing was said.${id}`
  }),
  // Those that are read as lists: what refers to them is missing then, which refuses nothing.
  'annex-taken-out': (lines, random) => {
    const at = lineLike(lines, /^ {2}- (?:annex|\{name: annex)/, random)
    return at === undefined ? undefined : [...lines.slice(0, at), ...lines.slice(at + 1)]
  },
  'annex-end': (lines) => [...lines, '', 'Words that stand at the end of it all. ^end-of-all'],
}

/** Kinds of edits that are made. */
export const kindsOfEdits = [...Object.keys(makers), 'replay'] as const

/**
 * One random edit of some texts; undefined where the place that was chosen does not allow it.
 *
 * @param isWanted  whether a source may be edited
 * @param wanted  the kind; any where it is left out
 */
export function randomChange(
  texts: ReadonlyMap<string, string>,
  random: Random,
  isWanted: (path: string) => boolean,
  wanted?: string,
): Change | undefined {
  // Half of them are those that an author makes most.
  if (wanted === 'replay' || (wanted === undefined && random(2) === 0)) {
    const edit = randomEdit(new Map([...texts].filter(([path]) => isWanted(path))), random)
    return edit && {...edit, kind: `replay ${edit.kind}`}
  }
  const kinds = Object.keys(makers)
  const kind = wanted ?? (kinds[random(kinds.length)] as string)
  const files = kind.startsWith('annex-taken') ? /\/document\.yaml$/ : /\.[a-z]{2}\.md$/
  const paths = [...texts.keys()].filter((path) => isWanted(path) && files.test(path)).sort()
  const path = paths[random(Math.max(1, paths.length))] ?? ''
  const text = texts.get(path) ?? ''
  const made = makers[kind]?.(text.split('\n'), random)?.join('\n')
  return made === undefined || made === text ? undefined : {kind, path, text: made}
}
