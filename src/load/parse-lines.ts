import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {error, type Place} from '../message/index.ts'
import type {Pointer, YamlData, YamlSource} from './types.ts'

/**
 * A file with one JSON value a line (JSON Lines), the first of which is about the others: such files are written by
 * commands, and every line that a command wrote ends in a line break.
 *
 * @returns a source like that of a YAML file with the keys `head` and `lines`, whose places are whole lines; or what is
 *   wrong with a line
 */
export function parseLines(text: string, path: string): {source?: YamlSource; messages: VFileMessage[]} {
  const lines = text.split('\n')
  const last = lines.pop()
  const placeOf = (index: number): Place => {
    const line = Math.min(index, Math.max(0, lines.length - 1)) + 1
    return {start: {line, column: 1}, end: {line, column: (lines[line - 1] ?? '').length + 1}}
  }
  if (text === '') return {messages: [error(`This file is empty. ${restore}`, {path, ruleId: 'json-line'})]}
  if (last !== '') return {messages: [cutOff(path, lines.length + 1)]}
  const value: unknown[] = []
  for (const [index, line] of lines.entries()) {
    try {
      value.push(JSON.parse(line))
    } catch {
      const reason = `This line is no JSON. ${restore}`
      return {messages: [error(reason, {path, ruleId: 'json-line', place: placeOf(index)})]}
    }
  }
  const data: YamlData = {
    value: {head: value[0], lines: value.slice(1)},
    locate: ([key, index]) => placeOf(key === 'lines' ? Number(index ?? 0) + 1 : 0),
    offsetsOf: () => undefined,
    sourceOf: (pointer) => scalarAt({head: value[0], lines: value.slice(1)}, pointer),
    isOwn: () => true,
    disables: [],
  }
  return {source: {kind: 'yaml', path, file: new VFile({path, value: text}), data}, messages: []}
}

function scalarAt(value: unknown, pointer: Pointer): string | undefined {
  const found = pointer.reduce<unknown>(
    (within, key) => (typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined),
    value,
  )
  return typeof found === 'object' || found === undefined ? undefined : String(found)
}

function cutOff(path: string, line: number): VFileMessage {
  const place = {start: {line, column: 1}, end: {line, column: 1}}
  return error(`The end of this file is missing: its last line is not complete. ${restore}`, {
    path,
    ruleId: 'json-line',
    place,
  })
}

const restore =
  'The file is written by a command: take it as it was from git, or delete it and run the command again.'
