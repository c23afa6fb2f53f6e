import type {VFileMessage} from 'vfile-message'
import {error} from '../message/index.ts'
import type {Fact} from './fact.ts'
import {unknown} from './findings.ts'
import {provisionPaths} from './subjects.ts'
import type {Subject} from './types.ts'

/**
 * Words of a language that belong to nothing: no such decision, provision, task, evidence or donor.
 * Where the facts themselves have an error nothing is said about their words.
 */
export function wordsFindings(subject: Subject): VFileMessage[] {
  const messages: VFileMessage[] = []
  const say = (fact: Fact<unknown>, what: string, pointer: string[], known: Iterable<string>): void => {
    messages.push(
      error(unknown(what, pointer.at(-1) ?? '', known), {
        path: fact.path,
        ruleId: `unknown-${what}`,
        place: fact.data.locate(pointer, 'key'),
      }),
    )
  }
  const decisions = new Map(subject.decisions.value.decisions.map((decision) => [decision.id, decision]))
  for (const fact of subject.words.values()) {
    for (const [id, words] of Object.entries(fact.value.decisions)) {
      const decision = decisions.get(id)
      if (!decision) {
        say(fact, 'decision', ['decisions', id], decisions.keys())
        continue
      }
      const known = provisionPaths(decision.provisions)
      for (const provision of Object.keys(words.provisions ?? {}))
        if (!known.has(provision))
          say(fact, 'provision', ['decisions', id, 'provisions', provision], known.keys())
    }
  }
  const tasks = new Map((subject.tasks?.value.tasks ?? []).map((task) => [task.id, task]))
  for (const fact of subject.tasks ? subject.taskWords.values() : []) {
    for (const [id, words] of Object.entries(fact.value.tasks)) {
      const task = tasks.get(id)
      if (!task) {
        say(fact, 'task', ['tasks', id], tasks.keys())
        continue
      }
      const known = new Set(task.entries.flatMap((entry) => (entry.evidence ?? []).map((item) => item.id)))
      for (const item of Object.keys(words.evidence ?? {}))
        if (!known.has(item)) say(fact, 'evidence', ['tasks', id, 'evidence', item], known)
    }
  }
  const donors = new Set((subject.funding?.value.entries ?? []).map((entry) => entry.donor))
  for (const fact of subject.funding ? subject.fundingWords.values() : []) {
    for (const id of Object.keys(fact.value.donors))
      if (!donors.has(id)) say(fact, 'donor', ['donors', id], donors)
  }
  return messages
}
