import {isScalar, parseDocument, visit} from 'yaml'

/** One real source with one wrong thing in it. */
export interface Wrong {
  kind: string
  language: string
  path: string
  text: string
  /** Lines on one of which it has to be said. */
  lines: [number, number]
}

/** Numbers from 0 on and below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Where a change is made: what is found is replaced. */
interface Place {
  index: number
  length: number
}

interface Kind {
  name: string
  /** Every place of a text that can be made wrong in this way. */
  places: (text: string, path: string) => Place[]
  /** What may be put there, given what was found. */
  put: Record<string, ((found: string) => string)[]>
  files: RegExp
}

// In a resolution that is amended only what is put in or struck is the author's: of the rest no rule about words speaks.
const body = /^documents\/(?!cop15\/conf-11-3\/).+\.[a-z]{2}\.md$/
const words = /^documents\/.+\.[a-z]{2}\.(?:md|yaml)$/

/** Places of a pattern in the words of a body: no front matter, no line that is a block, a row or a quotation. */
function inWords(pattern: RegExp): Kind['places'] {
  return (text) => {
    const start = text.startsWith('---') ? text.indexOf('\n---\n') + 5 : 0
    return [...text.matchAll(pattern)].flatMap(({0: found, index}) => {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
      const isBlock = /^\s*(?:[:|>[#]|[a-z-]+:\s*$)/.test(line) || /\[[^\]]*$/.test(line)
      return index < start || isBlock ? [] : [{index, length: found.length}]
    })
  }
}

const constant = (...all: string[]): ((found: string) => string)[] => all.map((one) => () => one)
const around = (...all: [string, string][]): ((found: string) => string)[] =>
  all.map(
    ([before, after]) =>
      (found) =>
        before + found + after,
  )
const sameInAll = (put: ((found: string) => string)[]): Kind['put'] => ({en: put, fr: put, es: put})

/** The end of a sentence that ends its paragraph. */
const lastStop = /(?<=[\p{Ll})])\.(?= \^[a-z-]+$)/gmu
/** A word that stands between others. */
const innerWord = /(?<=\p{Ll} )\p{Ll}{4,}(?= \p{Ll})/gu
/** The first word of a paragraph. */
const firstWord = /(?<=\n\n)\p{Lu}\p{Ll}+(?= \p{Ll})/gu

/** What the trials found to pass without a word, each as it is typed in the three languages. */
export const kinds: readonly Kind[] = [
  {
    name: 'dates',
    files: body,
    places: inWords(lastStop),
    put: {
      en: constant(
        ' on 31 June 2008.',
        ' on 29/02/2007.',
        ' on 29 February 2007.',
        ' on 28-31 June.',
        ' on Monday 5 May 2009.',
        ' on 05/06/2008.',
        ' on 12.13.2008.',
        ' on 2008/13/45.',
        ' on 31 Sept. 2008.',
        ' on the 31st of April.',
      ),
      fr: constant(
        ' le 30 février 2008.',
        ' le 29/02/2007.',
        ' le 29 fevrier 2007.',
        ' du 28 au 31 juin.',
        ' le lundi 5 mai 2009.',
        ' le 05/06/2008.',
        ' le 12.13.2008.',
        ' le 2008/13/45.',
        ' le 31 sept. 2008.',
        ' le 31 avril.',
      ),
      es: constant(
        ' el 31 de abril de 2009.',
        ' el 29/02/2007.',
        ' el 29 de febrero de 2007.',
        ' del 28 al 31 de junio.',
        ' el lunes 5 de mayo de 2009.',
        ' el 05/06/2008.',
        ' el 12.13.2008.',
        ' el 2008/13/45.',
        ' el 31 de sept. de 2008.',
        ' el 30 y 31 de noviembre.',
      ),
    },
  },
  {
    name: 'bullets',
    files: body,
    places: inWords(firstWord),
    put: sameInAll(
      around(
        ['•\t', ''],
        ['• ', ''],
        ['\uf0b7\t', ''],
        ['– ', ''],
        ['—\t', ''],
        ['▪ ', ''],
        ['·\t', ''],
        ['o\t', ''],
        ['➢ ', ''],
      ),
    ),
  },
  {
    name: 'pasted signs',
    files: body,
    places: inWords(innerWord),
    put: sameInAll([
      (word) => `${word}\tand`,
      (word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`,
      (word) => `${word.slice(0, 2)}ﬁ${word.slice(2)}`,
      (word) => `oﬃ${word}`,
      (word) => `${word}\uf020`,
      (word) => `\ufffc${word}`,
    ]),
  },
  {
    name: 'directives',
    files: body,
    places: inWords(/(?<![\p{L}:]):(?=(?:ref|decision|fact|document|meeting|date)\[)/gu),
    put: sameInAll(constant('', '', '::')),
  },
  {
    name: 'lone marks',
    files: body,
    places: inWords(innerWord),
    put: sameInAll(
      around(
        ['*', ''],
        ['', '*'],
        ['**', '*'],
        ['~', '~'],
        ['_', ''],
        ['`', ''],
        ['', '[^note'],
        ['', '.[1]'],
        ['[', '] (https://www.cites.org)'],
        ['&nbsp ', ''],
        ['fact[', ']'],
      ),
    ),
  },
  {
    name: 'quotation marks',
    files: body,
    places: inWords(innerWord),
    put: sameInAll(around(['“', ''], ['', '”'], ['“', '"'], ['"', '”'], ['"', ''], ['«', ''], ['', '»'])),
  },
  {
    name: 'lead-ins',
    files: body,
    // Not where a list, a quotation, a table or another block could be meant.
    places: inWords(/(?<=\n\n\p{Lu}[^\n]*[\p{Ll})])\.(?= \^[a-z-]+\n(?:$|\n(?:##|[\p{Lu}][^\n]*\^)))/gu),
    put: sameInAll(constant(':')),
  },
  {
    name: 'an annex without its number',
    // The documents that have several.
    files: /^documents\/(?:cop15\/internet-trade|workshop\/report)\/body\.[a-z]{2}\.md$/,
    // Behind another document that is named in parentheses its annex is meant.
    places: inWords(/(?<=\p{Ll})\.(?= \^[a-z-]+$)/gmu),
    put: {
      en: constant(', as in the Annex.', ' (see the annex).', ' of Annex 9.'),
      fr: constant(', comme en annexe.', " (voir l'annexe).", " de l'annexe 9."),
      es: constant(', como en el anexo.', ' (véase el Anexo).', ' del Anexo 9.'),
    },
  },
  {
    name: 'conflict marks',
    files: words,
    places: (text) =>
      [...text.matchAll(/^[^\n]*\p{L}{3}[^\n]*\n/gmu)].map(({0: {length}, index}) => ({index, length})),
    put: sameInAll([
      (line) => `<<<<<<< HEAD\n${line}=======\n${line}>>>>>>> translation\n`,
      (line) => `<<<<<<< HEAD\n${line}||||||| 1a2b3c4\n${line}=======\n${line}>>>>>>> main\n`,
      (line) => `<<<<<<< HEAD\r\n${line}=======\r\n>>>>>>> main\r\n`,
      (line) => `${line}>>>>>>> main\n`,
    ]),
  },
]

/**
 * Keys whose values lead to a document, a decision, a task, a meeting, an actor and the like. Donors, speakers and others
 * that are nothing but their words are said where the words are missing.
 */
const naming = new Set([
  'meeting',
  'next-meeting',
  'kind',
  'author',
  'subject',
  'proposes',
  'implements',
  'when',
  'agenda',
  'document',
  'reported-in',
  'report-to',
  'addressee',
  'provision',
  'depends-on',
  'owner',
  'instructed-at',
  'instructed',
  'region',
  'answered',
  'category',
  'body',
  'profile',
  'heading',
  'office',
])

/** Every reference of a YAML file to something, named so that it is nowhere. */
export function wrongReferences(path: string, text: string): Wrong[] {
  const found: Wrong[] = []
  visit(parseDocument(text), {
    Scalar(key, node, ancestors) {
      const pair = ancestors.findLast((ancestor) => 'key' in ancestor) as {key?: unknown} | undefined
      const name = isScalar(pair?.key) ? String(pair.key.value) : ''
      if (key === 'key' || typeof node.value !== 'string' || !naming.has(name) || !node.range) return
      const [start, end] = node.range
      const changed = `${text.slice(0, start)}${node.value.includes('/') ? 'sc58/nowhere-zz' : 'nowhere-zz'}${text.slice(end)}`
      const line = text.slice(0, start).split('\n').length
      found.push({kind: 'references', language: 'all', path, text: changed, lines: [line, line]})
    },
  })
  return found
}

/**
 * Wrong things of one kind in one language, drawn from all places of all files; the variants take turns.
 *
 * @param sources  texts by path
 * @param count  how many, or all places where there are fewer
 */
export function wrongWords(
  {name, files, places, put}: Kind,
  language: string,
  sources: ReadonlyMap<string, string>,
  {count, random}: {count: number; random: () => number},
): Wrong[] {
  const variants = put[language] ?? []
  const all = [...sources].flatMap(([path, text]) =>
    files.test(path) && path.includes(`.${language}.`)
      ? places(text, path).map((place) => ({path, text, place}))
      : [],
  )
  const drawn = all
    .map((one) => ({one, order: random()}))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
  return drawn.map(
    (
      {
        one: {
          path,
          text,
          place: {index, length},
        },
      },
      at,
    ) => {
      const typed = variants[at % variants.length]?.(text.slice(index, index + length)) ?? ''
      const changed = text.slice(0, index) + typed + text.slice(index + length)
      const line = text.slice(0, index).split('\n').length
      return {kind: name, language, path, text: changed, lines: [line, line + typed.split('\n').length - 1]}
    },
  )
}
