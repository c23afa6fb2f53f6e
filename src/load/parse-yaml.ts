import type {VFileMessage} from 'vfile-message'
import {isScalar, LineCounter, parseDocument} from 'yaml'
import {error, type Place} from '../message/index.ts'
import {caps} from './caps.ts'
import type {YamlData} from './types.ts'
import {yamlData} from './yaml-data.ts'
import {type TooDeep, tooDeep} from './yaml-depth.ts'
import {refusedNodes} from './yaml-nodes.ts'
import type {PlaceAt} from './yaml-places.ts'
import {syntaxProblem} from './yaml-problems.ts'

/**
 * YAML text to a value that knows its places. YAML 1.2 core; no anchors, aliases, tags, directives or merge keys.
 *
 * @param text  the YAML, already decoded
 * @param path  for the findings
 * @param before  what stands before it in the file: the first line, for a front matter
 * @returns the value and its places, or findings
 */
export function parseYaml(
  text: string,
  path: string,
  before = '',
): {data: YamlData | undefined; messages: VFileMessage[]} {
  const lineCounter = new LineCounter()
  const lineOffset = before.split('\n').length - 1
  const directive = /^%.*$/m.exec(text)
  const placeAt: PlaceAt = (start, end = start) => ({
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
  const deep = tooDeep(text)
  if (deep) {
    // The parser, which is not asked, would have told where lines begin.
    for (const {index} of text.matchAll(/^/gm)) lineCounter.addNewLine(index)
    return {data: undefined, messages: [deepFinding(deep, path, placeAt)]}
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
  return {data: yamlData(document, {text, before}, placeAt), messages: []}
}

function deepFinding({offset, isClosed}: TooDeep, path: string, placeAt: PlaceAt): VFileMessage {
  const [reason, ruleId] = isClosed
    ? [`The keys are nested more than ${caps.yamlDepth.most} deep. Move them up.`, caps.yamlDepth.rule]
    : ['Brackets open here that are never closed. Close each of them, or delete it.', 'yaml-syntax']
  return error(reason, {path, ruleId, place: placeAt(offset)})
}

function shifted(lineCounter: LineCounter, offset: number, lineOffset: number): Place['start'] {
  const {line, col} = lineCounter.linePos(offset)
  return {line: line + lineOffset, column: Math.max(1, col)}
}
