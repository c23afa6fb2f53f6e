import {VFileMessage} from 'vfile-message'
import type {Texts} from '../load/index.ts'
import {isError} from '../message/index.ts'
import {unitAt} from './unit-at.ts'

declare module 'vfile-message' {
  interface VFileMessage {
    /**
     * Where the same is found in the other languages; set where the findings of several languages are told as one. With
     * its own words where they quote those of the language, which its translator needs.
     */
    also?: readonly {file: string; line: number; column: number; message?: string}[]
  }
}

/**
 * Findings as they are told: what stands at the same unit in several languages is one finding with several places.
 *
 * Findings are the same when rule, severity, file (but for its language), unit and words agree; words that a finding
 * quotes are those of its language and are not compared.
 *
 * @param messages  in their order; they are not changed
 * @param texts  of the sources by path, from which the unit is known
 * @returns the first of each, with the places of the others
 */
export function grouped(messages: readonly VFileMessage[], texts: Texts): VFileMessage[] {
  const groups = new Map<string, VFileMessage[]>()
  const turns = new Map<string, number>()
  const linesOf = new Map<string, string[]>()
  for (const [index, message] of messages.entries()) {
    const {file = ''} = message
    const lines = linesOf.get(file) ?? (texts.get(file) ?? '').split('\n')
    linesOf.set(file, lines)
    const alike = keyOf(message, lines)
    if (alike === undefined) {
      groups.set(`alone ${index}`, [message])
      continue
    }
    // The second of its kind in a unit goes with the second of the other languages.
    const own = `${alike}\u0000${message.file}`
    const turn = turns.get(own) ?? 0
    turns.set(own, turn + 1)
    const key = `${alike}\u0000${turn}`
    groups.set(key, [...(groups.get(key) ?? []), message])
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.length === 0 ? first : withPlaces(first, others),
  )
}

const ofLanguage = /\.([a-z]{2,3})\.(?:md|yaml)$/

/** What findings of several languages have in common; nothing for a file that is of no language. */
function keyOf(message: VFileMessage, lines: readonly string[]): string | undefined {
  const {file = '', ruleId, reason, line = 1} = message
  if (!ofLanguage.test(file)) return undefined
  const unit = unitAt(lines, file, line)
  const words = reason.replace(/“[^”]*”|\d+/g, '')
  return [ruleId, isError(message), file.replace(ofLanguage, ''), unit, words].join('\u0000')
}

function withPlaces(first: VFileMessage, others: readonly VFileMessage[]): VFileMessage {
  const told = Object.assign(Object.create(VFileMessage.prototype) as VFileMessage, first)
  told.also = others.map(({file = '', line = 1, column = 1, reason}) => ({
    file,
    line,
    column,
    ...(reason === first.reason ? {} : {message: reason}),
  }))
  return told
}
