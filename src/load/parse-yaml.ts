import type {VFileMessage} from 'vfile-message'
import {type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit} from 'yaml'
import {error, type Place} from '../message/index.ts'
import {yamlDisables} from './disables.ts'
import type {YamlData} from './types.ts'
import {refusedNodes} from './yaml-nodes.ts'
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
    uniqueKeys: false, // Its search is quadratic; refusedNodes looks for them.
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
    const {reason, at = start} = syntaxProblem(document, problem?.code ?? '', problem?.message ?? '', {
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
    isOwn: (pointer) => document.hasIn(pointer),
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
