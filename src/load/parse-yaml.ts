import type {VFileMessage} from 'vfile-message'
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import {error, type Place, quote} from '../message/index.ts'
import {caps} from './caps.ts'
import {characterFindings} from './decode.ts'
import type {YamlData} from './types.ts'

/**
 * YAML text to a value that knows its places. YAML 1.2 core; no anchors, aliases, tags, directives or merge keys.
 *
 * @param text  the YAML, already decoded
 * @param path  for the findings
 * @param lineOffset  lines of the file before the text: 1 for front matter
 * @returns the value and its places, or findings
 */
export function parseYaml(
  text: string,
  path: string,
  lineOffset = 0,
): {data: YamlData | undefined; messages: VFileMessage[]} {
  const lineCounter = new LineCounter()
  const directive = /^%.*$/m.exec(text)
  const placeAt = (start: number, end: number = start): Place => ({
    start: shifted(lineCounter, start, lineOffset),
    end: shifted(lineCounter, end, lineOffset),
  })
  if (directive) {
    const line = text.slice(0, directive.index).split('\n').length + lineOffset
    const place = {start: {line, column: 1}, end: {line, column: 1}}
    return {
      data: undefined,
      messages: [
        error('A line that begins with % is not used here. Delete it.', {path, ruleId: 'yaml-tag', place}),
      ],
    }
  }
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
    merge: false,
    logLevel: 'error', // 'silent' would also swallow a second document
    lineCounter,
    prettyErrors: false,
  })
  const problems = [...document.errors, ...document.warnings]
  if (problems.length > 0) {
    // The first problem is the author's; the rest mostly follow from it.
    const problem = problems[0]
    const [start, end] = problem?.pos ?? [0, 0]
    const {
      reason,
      at = start,
      first,
    } = syntaxProblem(document, problem?.code ?? '', problem?.message ?? '', {
      text,
      start,
    })
    return {
      data: undefined,
      messages: [
        error(reason, {
          path,
          ruleId: 'yaml-syntax',
          place: placeAt(at, Math.max(at, end)),
          other: first === undefined ? undefined : {path, place: placeAt(first)},
        }),
      ],
    }
  }
  const messages = refusedNodes(document, path, placeAt)
  if (messages.length > 0) return {data: undefined, messages}
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return {
      data: undefined,
      messages: [error('This file is empty. Write its keys, or delete it.', {path, ruleId: 'file-empty'})],
    }
  }
  return {data: dataOf(document, placeAt, lineOffset), messages: []}
}

function shifted(lineCounter: LineCounter, offset: number, lineOffset: number): Place['start'] {
  const {line, col} = lineCounter.linePos(offset)
  return {line: line + lineOffset, column: Math.max(1, col)}
}

function dataOf(
  document: Document,
  placeAt: (start: number, end?: number) => Place,
  lineOffset: number,
): YamlData {
  const start = {line: 1 + lineOffset, column: 1}
  const whole = {start, end: start}
  const placeOf = (node: unknown): Place => {
    const range = isNode(node) ? node.range : undefined
    return range ? placeAt(range[0], range[1]) : whole
  }
  return {
    value: document.toJS({maxAliasCount: 0}),
    locate(pointer, what = 'value') {
      let node: unknown = document.contents
      let place = placeOf(node)
      for (const [index, step] of pointer.entries()) {
        const pair = isMap(node)
          ? node.items.find((item) => isScalar(item.key) && item.key.value === String(step))
          : undefined
        const below = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
        if (!pair && below === undefined) return place
        const isLast = index === pointer.length - 1
        place = pair && ((isLast && what === 'key') || !isNode(below)) ? placeOf(pair.key) : placeOf(below)
        node = below
      }
      return place
    },
    sourceOf(pointer) {
      const node = document.getIn(pointer, true)
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined
    },
  }
}

const keyPattern = /^[a-z0-9][a-z0-9-]{0,63}$/

function refusedNodes(
  document: Document,
  path: string,
  placeAt: (start: number, end?: number) => Place,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  const place = (node: Node): Place => placeAt(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
  const say = (reason: string, ruleId: string, node: Node): void => {
    messages.push(error(reason, {path, ruleId, place: place(node)}))
  }
  const look = (node: Node, ancestors: readonly unknown[]): symbol | undefined => {
    if ('anchor' in node && node.anchor) {
      const name = quote(`&${node.anchor}`)
      say(`${name} is not used here. Delete it, and write the value out again elsewhere.`, 'yaml-alias', node)
    }
    if (node.tag) say(`The tag ${quote(node.tag)} is not used here. Delete it.`, 'yaml-tag', node)
    if (ancestors.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length > caps.yamlDepth) {
      say(`The keys are nested more than ${caps.yamlDepth} deep. Move them up.`, 'yaml-depth', node)
      return visit.BREAK
    }
    return undefined
  }
  visit(document, {
    Alias: (_, node) => {
      const name = quote(`*${node.source}`)
      say(
        `${name} is not used here. Write the value out again, or put quotation marks around it.`,
        'yaml-alias',
        node,
      )
    },
    // A visitor for Node would not see scalars, which have their own.
    Map: (_, node, ancestors) => look(node, ancestors),
    Seq: (_, node, ancestors) => look(node, ancestors),
    Pair: (_, pair) => {
      const key = isPair(pair) && isScalar(pair.key) ? pair.key : undefined
      const name = key ? String(key.value) : ''
      // The prototype's names are never keys here; everything else unknown is the schema's business.
      if (key && !keyPattern.test(name)) {
        say(
          `The key ${quote(name)} has a character that keys do not have. Write small letters a to z, digits and hyphens.`,
          'yaml-key',
          key,
        )
      }
    },
    Scalar: (key, node, ancestors) => {
      const found = look(node, ancestors)
      if (found || key === 'key') return found
      if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
        say(
          `${quote(String(node.source))} is not a number that can be printed. Write digits.`,
          'yaml-number',
          node,
        )
      }
      if (typeof node.value === 'string')
        messages.push(...characterFindings(node.value, path, place(node).start))
      return undefined
    },
  })
  return messages
}

/** What an author reads about a syntax problem, and where: not always where the parser gave up. */
interface SyntaxProblem {
  reason: string
  /** Offset of the place to mend, when it is not the parser's. */
  at?: number | undefined
  /** Offset of the other place involved. */
  first?: number | undefined
}

function syntaxProblem(
  document: Document.Parsed,
  code: string,
  original: string,
  {text, start}: {text: string; start: number},
): SyntaxProblem {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(lineStart).split('\n', 1)[0] ?? ''
  if (/^\s*\t/.test(line) || code === 'TAB_AS_INDENT')
    return {reason: 'This line is indented with a tab. Use spaces.'}
  if (/^\s*(?:- )*\?(?:\s|$)/.test(line))
    return {reason: 'This line begins with “?”, which is not used here. Write “key: value”.', at: lineStart}
  if (code === 'DUPLICATE_KEY') {
    const {name, first} = firstOfTwo(document, start)
    return {reason: `The key ${quote(name)} occurs twice in the same block. Keep one of the two.`, first}
  }
  if (/^Missing closing .quote/.test(original)) {
    return {
      reason: 'A text opens with a quotation mark that is never closed. Close it at the end of the text.',
      at: lastQuotedText(document) ?? start,
    }
  }
  if (/^Flow .* must be sufficiently indented/.test(original) || code === 'BLOCK_IN_FLOW') {
    const close = original.endsWith(']') ? ']' : '}'
    const opened = text.lastIndexOf(close === ']' ? '[' : '{', start - 1)
    return {
      reason: `A bracket that opens here is not closed, or a comma is missing in it. Close it with ${quote(close)}.`,
      at: opened < 0 ? start : opened,
    }
  }
  if (code === 'BAD_INDENT' || /without - indicator/.test(original))
    return {
      reason:
        'This line does not stand under the one it belongs to. Give it the same indentation as its neighbours.',
    }
  if (code === 'MULTILINE_IMPLICIT_KEY' || /need to be followed by map values/.test(original)) {
    const [, key, rest] = /^\s*(?:- )*([a-z0-9-]+):(\S.*)$/.exec(line) ?? []
    if (key) return {reason: `A space is missing after the colon. Write ${quote(`${key}: ${rest}`)}.`}
    const word = /^\s*(?:- )*(\S+)/.exec(line)?.[1] ?? 'key'
    return {
      reason: `This line has no key, or its colon is missing. Write a key, a colon, a space and its value, such as ${quote(`${word}: …`)}.`,
    }
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const after = text.slice(lineStart + line.length + 1).split('\n', 1)[0] ?? ''
    if (/: /.test(text.slice(start, lineStart + line.length)))
      return {reason: 'A text holds “: ”, which ends a key. Put quotation marks around the whole text.'}
    if (/^\s/.test(after))
      return {
        reason:
          'This line does not stand under the one it belongs to. Give it the same indentation as its neighbours.',
        at: lineStart + line.length + 1 + (after.length - after.trimStart().length),
      }
  }
  if (code === 'UNEXPECTED_TOKEN' && /at node end$/.test(original))
    return {
      reason:
        'Words follow a quotation mark that closes here. Put one pair of quotation marks around the whole text; write "…" when it holds an apostrophe.',
    }
  const reason = reasons.get(code)
  if (reason) return {reason}
  return {
    reason: `The file cannot be read from here on (${original.replace(/ at line.*$/s, '')}). Look for a missing quotation mark, colon or space.`,
  }
}

const reasons = new Map([
  ['MULTIPLE_DOCS', 'A line of three hyphens or dots stands inside the file. Delete it.'],
  ['NON_STRING_KEY', 'A key here is not text. Put quotation marks around it.'],
  [
    'TAG_RESOLVE_FAILED',
    'A word that begins with “!” is not used here. Delete it, or put quotation marks around the text.',
  ],
  [
    'BAD_SCALAR_START',
    'A text begins with a character that needs quotation marks. Put quotation marks around the whole text.',
  ],
  ['BAD_DQ_ESCAPE', 'A text between quotation marks holds a backslash. Delete it, or write it twice.'],
])

/** The key that is written at an offset, and the offset of the same key before it. */
function firstOfTwo(document: Document.Parsed, offset: number): {name: string; first: number | undefined} {
  let found: {name: string; first: number | undefined} = {name: '', first: undefined}
  visit(document, {
    Map: (_, map) => {
      const keys = map.items.map(({key}) => (isScalar(key) ? key : undefined))
      const second = keys.find((key) => key?.range?.[0] === offset)
      if (!second) return undefined
      const first = keys.find((key) => key?.value === second.value)
      found = {name: String(second.value), first: first?.range?.[0]}
      return visit.BREAK
    },
  })
  return found
}

/** Offset of the last text that opens with a quotation mark. */
function lastQuotedText(document: Document.Parsed): number | undefined {
  let last: number | undefined
  visit(document, {
    Scalar: (_, {type, range}) => {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range) last = range[0]
    },
  })
  return last
}
