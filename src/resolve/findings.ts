import type {VFileMessage} from 'vfile-message'
import {choices, error, quote} from '../message/index.ts'
import type {Located} from './located.ts'

const headingsNamed = 8

/**
 * “There is no X …”: the same words wherever a reference leads nowhere.
 *
 * @param most  how many of the names are listed; three where left out
 */
export function unknown(what: string, id: string, known: Iterable<string>, most?: number): string {
  return `There is no ${what} ${quote(id)}. Write ${choices(id, known, most)}.`
}

/** That a heading of the agenda is not known: all are named where they are as few as ours. */
export function unknownHeading(id: string, known: ReadonlySet<string>): string {
  return `${unknown('agenda heading', id, known, headingsNamed).slice(0, -1)}, or add it under “agenda-headings” in templates/labels.<language>.yaml.`
}

/** Adds an error at a place of a fact; words that take long to find are given as a function. */
export type Say = (
  yaml: Located<unknown>,
  pointer: (string | number)[],
  ruleId: string,
  reason: string | (() => string),
) => void

// More than are ever shown: the rest comes to light when these are mended, and takes neither time nor memory before.
const mostFindings = 500

/** An empty list of findings and what adds to it, as many as anybody can use. */
export function collector(): {messages: VFileMessage[]; say: Say} {
  const messages: VFileMessage[] = []
  return {
    messages,
    say: (yaml, pointer, ruleId, reason) => {
      if (messages.length >= mostFindings) return
      const words = typeof reason === 'string' ? reason : reason()
      messages.push(error(words, {path: yaml.path, ruleId, place: yaml.data.locate(pointer)}))
    },
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
