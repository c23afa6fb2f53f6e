import type {VFileMessage} from 'vfile-message'
import {error, nearest, quote} from '../message/index.ts'
import type {Located} from './located.ts'

/** “There is no X …”: the same words wherever a reference leads nowhere. */
export function unknown(what: string, id: string, known: Iterable<string>): string {
  const names = [...known]
  const near = nearest(id, names)
  return `There is no ${what} ${quote(id)}. Write ${near ? quote(near) : names.length > 0 ? `one of: ${names.join(', ')}` : 'another'}.`
}

/** Adds an error at a place of a fact. */
export type Say = (
  yaml: Located<unknown>,
  pointer: (string | number)[],
  ruleId: string,
  reason: string,
) => void

/** An empty list of findings and what adds to it. */
export function collector(): {messages: VFileMessage[]; say: Say} {
  const messages: VFileMessage[] = []
  return {
    messages,
    say: (yaml, pointer, ruleId, reason) =>
      messages.push(error(reason, {path: yaml.path, ruleId, place: yaml.data.locate(pointer)})),
  }
}

/** Each record of a list has an id of its own. */
export function idsOnce(
  yaml: Located<unknown>,
  pointer: (string | number)[],
  records: readonly {id: string}[],
  what: string,
  say: Say,
): void {
  const seen = new Set<string>()
  for (const [index, {id}] of records.entries()) {
    if (seen.has(id))
      say(
        yaml,
        [...pointer, index, 'id'],
        'id-twice',
        `The ${what} ${quote(id)} occurs twice. Give one of them another id.`,
      )
    seen.add(id)
  }
}
