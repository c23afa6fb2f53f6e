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
import {yamlDisables} from './disables.ts'
import type {YamlData} from './types.ts'
import {syntaxProblem} from './yaml-problems.ts'

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
  const messages = refusedNodes(document, text, path, placeAt)
  if (messages.length > 0) return {data: undefined, messages}
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return {
      data: undefined,
      messages: [error('This file is empty. Write its keys, or delete it.', {path, ruleId: 'file-empty'})],
    }
  }
  return {data: dataOf(document, text, placeAt, lineOffset), messages: []}
}

function shifted(lineCounter: LineCounter, offset: number, lineOffset: number): Place['start'] {
  const {line, col} = lineCounter.linePos(offset)
  return {line: line + lineOffset, column: Math.max(1, col)}
}

function dataOf(
  document: Document,
  text: string,
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
    disables: /^[ \t]*#[ \t]*disable\b/m.test(text)
      ? yamlDisables(text, insideText(document, placeAt, lineOffset), lineOffset)
      : [],
    sourceOf(pointer) {
      const node = document.getIn(pointer, true)
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined
    },
  }
}

/** Whether a line, from 1, lies behind the first line of a text of several lines. */
function insideText(
  document: Document,
  placeAt: (start: number, end?: number) => Place,
  lineOffset: number,
): (line: number) => boolean {
  const inside = new Set<number>()
  visit(document, {
    Scalar: (_, {range}) => {
      if (!range) return
      const {start, end} = placeAt(range[0], Math.max(range[0], range[1] - 1))
      for (let line = start.line + 1; line <= end.line; line++) inside.add(line - lineOffset)
    },
  })
  return (line) => inside.has(line)
}

const keyPattern = /^[a-z0-9][a-z0-9-]{0,63}$/

function refusedNodes(
  document: Document,
  text: string,
  path: string,
  placeAt: (start: number, end?: number) => Place,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  const place = (node: Node): Place => placeAt(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
  const say = (reason: string, ruleId: string, node: Node): void => {
    messages.push(error(reason, {path, ruleId, place: place(node)}))
  }
  /** At the mark that is written before a value. */
  const sayBefore = (reason: string, ruleId: string, mark: string, node: Node): void => {
    const value = node.range?.[0] ?? 0
    const at = text.lastIndexOf(mark, value)
    messages.push(error(reason, {path, ruleId, place: placeAt(at < 0 ? value : at)}))
  }
  const look = (node: Node, ancestors: readonly unknown[]): symbol | undefined => {
    if ('anchor' in node && node.anchor) {
      const reason = `${quote(`&${node.anchor}`)} is not used here. Delete it, and write the value out again where ${quote(`*${node.anchor}`)} stands.`
      sayBefore(reason, 'yaml-alias', '&', node)
    }
    if (node.tag) {
      const tag = node.tag.replace('tag:yaml.org,2002:', '!!')
      sayBefore(`The tag ${quote(tag)} is not used here. Delete it.`, 'yaml-tag', tag, node)
    }
    if (ancestors.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length > caps.yamlDepth) {
      say(`The keys are nested more than ${caps.yamlDepth} deep. Move them up.`, 'yaml-depth', node)
      return visit.BREAK
    }
    return undefined
  }
  visit(document, {
    Alias: (_, node) => {
      if (messages.some(({ruleId}) => ruleId === 'yaml-alias')) return // Said at the value that it repeats.
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
