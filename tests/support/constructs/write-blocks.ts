import {type Block, type Change, type Inline, type Item, inlines} from './blocks.ts'

/** Words that are the same thing in each language. */
const words: Readonly<Record<string, {bears: string; goesOn: string; verb: string}>> = {
  en: {bears: 'Bears', goesOn: 'unless they are old', verb: 'AGREES'},
  fr: {bears: 'Les ours en peluche des enfants', goesOn: 'sauf les vieux', verb: 'CONVIENT'},
  // Enough words for a checker of pages to tell the language.
  es: {
    bears: 'Los osos de peluche de las niñas y los niños',
    goesOn: 'salvo los más viejos',
    verb: 'ACUERDA',
  },
}

/** Where blocks are being written, and what has been written. */
interface Writing {
  language: string
  prefix: string
  isResolution: boolean
  /** Whether paragraphs have labels, so that references can name them. */
  isNumbered: boolean
  isQuoted: boolean
  count: number
  /** Ids of what has a label: all, and those that are not quoted. */
  units: string[]
  ownUnits: string[]
  headings: string[]
  notes: string[]
}

/**
 * Blocks as an author writes them: the same ids in each language, so that the documents are translations of one another.
 *
 * @param prefix  of the ids, which are counted
 * @param isResolution  whether paragraphs stand after the pivot of a resolution
 */
export function writeBlocks(
  blocks: readonly Block[],
  {language, prefix, isResolution = false}: {language: string; prefix: string; isResolution?: boolean},
): string {
  const writing: Writing = {
    language,
    prefix,
    isResolution,
    isNumbered: !isResolution,
    isQuoted: false,
    count: 0,
    units: [],
    ownUnits: [],
    headings: [],
    notes: [],
  }
  const text = linesOf(blocks, writing).join('\n')
  const notes = writing.notes.map((name) => `\n[^${name}]: ${own(writing).bears}, ${name}.\n`)
  return `${text}\n${notes.join('')}`
}

function linesOf(blocks: readonly Block[], writing: Writing): string[] {
  return blocks.flatMap((block) => [...blockLines(block, writing), ''])
}

function blockLines(block: Block, writing: Writing, end = '.'): string[] {
  const {bears, verb} = own(writing)
  const start = writing.isResolution ? `${verb} ${bears.toLowerCase()}` : bears
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(start, block.inline, end, writing, writing.isNumbered)]
    case 'heading':
      writing.headings.push(`${writing.prefix}-${writing.count + 1}`)
      return [`## ${paragraph(bears, block.inline, '', writing, false)}`]
    case 'labelled':
      return [`${block.label} ${paragraph(bears, block.inline, ';', writing, true)}`]
    case 'list':
      return [
        paragraph(start, 'plain', ':', writing, writing.isNumbered),
        '',
        ...listLines(block, writing, end),
      ]
    case 'quotation': {
      const lead = paragraph(start, 'plain', ':', writing, writing.isNumbered)
      const inner = {...writing, isResolution: false, isNumbered: false, isQuoted: true}
      const lines = shared(writing, inner, () => linesOf(block.blocks, inner))
      return [lead, '', ...lines.slice(0, -1).map((line) => `> ${line}`.trimEnd())]
    }
    case 'group': {
      const colons = ':'.repeat(3 + heightOf(block.blocks))
      const name = block.name === 'when' ? 'when{outcome.no-further-measures}' : block.name
      const inner =
        block.name === 'unnumbered' ? {...writing, isResolution: false, isNumbered: false} : writing
      const lines = shared(writing, inner, () => linesOf(block.blocks, inner))
      return [`${colons}${name}`, ...lines.slice(0, -1), colons]
    }
    case 'table': {
      const id = nextId(writing)
      return [
        `:::table[${bears} ${id}]{id=${id}}`,
        `| ${bears} ^${id}-a | ${bears} ^${id}-b |`,
        '|---|---:|',
        `| ${bears} ^${id}-c | 12 |`,
        ':::',
      ]
    }
  }
}

/** How many containers with colons stand in one another. */
function heightOf(blocks: readonly Block[]): number {
  return Math.max(
    0,
    ...blocks.map((block) =>
      block.kind === 'group' ? 1 + heightOf(block.blocks) : block.kind === 'table' ? 1 : 0,
    ),
  )
}

/** Writes in another setting, and keeps the count of ids. */
function shared<T>(outer: Writing, inner: Writing, write: () => T): T {
  const result = write()
  outer.count = inner.count
  return result
}

function listLines({items, goesOn}: Extract<Block, {kind: 'list'}>, writing: Writing, end: string): string[] {
  const lines = items.flatMap((item, index) => {
    const isLast = index === items.length - 1
    return itemLines(item, isLast ? (goesOn ? ',' : end) : ';', writing)
  })
  if (!goesOn) return lines
  return [...lines, '', `${own(writing).goesOn}. ^${nextId(writing)}`]
}

function itemLines({inline, change, blocks}: Item, end: string, writing: Writing): string[] {
  // What stands below an item has no letter, but for items again.
  const inner = {...writing, isResolution: false, isNumbered: false}
  const [first, ...rest] = blocks
  const isLead = first?.kind === 'list' || first?.kind === 'quotation'
  const words = own(writing).bears.toLowerCase()
  const mark = isLead ? ':' : end
  const lead = change
    ? amended(change, `${words}${mark}`, inner)
    : paragraph(words, inline, mark, inner, true)
  const below: string[] = []
  // The item itself introduces its first list or quotation.
  if (first)
    below.push(
      '',
      ...(isLead
        ? blockLines(first, inner, end).slice(2)
        : blockLines(first, inner, rest.length === 0 ? end : ';')),
    )
  for (const [index, block] of rest.entries())
    below.push('', ...blockLines(block, inner, index === rest.length - 1 ? end : ';'))
  writing.count = inner.count
  return [
    `1. ${lead}`,
    ...below.map((line) => (line === '' ? '' : `   ${line}`)),
    ...(below.length > 0 ? [''] : []),
  ]
}

/** Words all of which are struck or new; nothing refers to what is struck. */
function amended(change: Change, words: string, writing: Writing): string {
  const id = nextId(writing)
  if (change === 'new') writing.units.push(id)
  return `:${change === 'struck' ? 'del' : 'ins'}[${words}] ^${id}`
}

/** One paragraph with its id; where its lead is left out again, its id is lost and nothing refers to it. */
function paragraph(
  start: string,
  inline: Inline | undefined,
  end: string,
  writing: Writing,
  isNumbered: boolean,
): string {
  const id = nextId(writing)
  const {units, ownUnits, headings, notes} = writing
  const names: Readonly<Record<string, string | undefined>> = {
    n: `n-${id}`,
    m: notes.at(-1),
    u: (inline === 'ref-several' ? ownUnits : units).at(-1),
    t: ownUnits.at(-2),
    h: headings.at(-1),
  }
  const pattern = inlines[inline ?? 'plain']
  const used = [...pattern.matchAll(/\{([a-z])\}/g)].map(([, name = '']) => name)
  // Nothing is before the first paragraph to which it could refer.
  const isPossible = used.every((name) => names[name] !== undefined)
  const marked = isPossible
    ? pattern.replace(/\{([a-z])\}/g, (_whole, name: string) => names[name] ?? '')
    : ''
  if (isPossible && used.includes('n')) notes.push(`n-${id}`)
  if (isNumbered) units.push(id)
  if (isNumbered && !writing.isQuoted) ownUnits.push(id)
  return `${start}${marked}${end} ^${id}`
}

function nextId(writing: Writing): string {
  writing.count++
  return `${writing.prefix}-${writing.count}`
}

function own({language}: Writing): {bears: string; goesOn: string; verb: string} {
  const found = words[language]
  if (!found) throw new Error(`There are no words for ${language}.`)
  return found
}
