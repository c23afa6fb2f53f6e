import {largest} from '../message/index.ts'
import type {Field} from './fields.ts'

/** Somebody who can be asked: a terminal, or a test. */
export interface Asker {
  say(text: string): void
  /** What was typed; undefined when the officer leaves. */
  ask(question: string): Promise<string | undefined>
}

/** The officer left while being asked (Ctrl-C or Ctrl-D). */
export class Left extends Error {}

/**
 * Asks for a value until it can be used. Choices are numbered; an empty answer takes what is suggested, and nothing
 * is suggested that would be refused.
 *
 * @param field  what is asked for
 * @param asker  who is asked
 * @throws Left  when the officer leaves
 */
export async function askFor(field: Field, asker: Asker): Promise<string> {
  const {choices} = field
  const suggestion =
    field.suggestion === undefined || (await field.fault(field.suggestion)) ? undefined : field.suggestion
  if (choices) {
    const width = largest(choices.map(({id}) => id.length))
    const lines = choices.map(({id, name}, index) =>
      `  ${String(index + 1).padStart(2)}  ${id.padEnd(width)}  ${name}`.trimEnd(),
    )
    asker.say(`${field.question}:\n${lines.join('\n')}\n`)
  }
  const prompt = choices ? 'Number or name' : field.question
  for (;;) {
    const typed = await asker.ask(suggestion ? `${prompt} [${suggestion}]: ` : `${prompt}: `)
    if (typed === undefined) throw new Left()
    const answer = typed.trim() === '' ? (suggestion ?? '') : chosen(typed.trim(), choices)
    const fault = answer === '' ? `Please answer with ${field.wanted}.` : await field.fault(answer)
    if (fault === undefined) return answer
    asker.say(`${fault}\n`)
  }
}

function chosen(typed: string, choices: Field['choices']): string {
  return (/^[0-9]+$/.test(typed) && choices?.[Number(typed) - 1]?.id) || typed
}
