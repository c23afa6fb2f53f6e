import type {VFileMessage} from 'vfile-message'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {compare, isError, type Printed, printable, printed} from '../../message/index.ts'
import {capped} from './capped.ts'
import {headOf, placesOf} from './terminal.ts'

/** A document in one language, of which something may be said. */
export interface Checked {
  path: string
  language: string
}

const sources = 'sources'

/**
 * Messages as JUnit's XML, which most servers for continuous integration read: a suite for each document in each
 * language, and one for sources that are several documents'; a case for each rule that found something, and one where
 * none did. No time stands in it.
 *
 * @param checked  the documents that were looked at
 */
export function junitReport(messages: readonly VFileMessage[], checked: readonly Checked[]): Printed {
  const {shown} = capped(messages)
  const names = checked.map(({path, language}) => printable(`${path}.${language}`))
  const suites = new Map<string, VFileMessage[]>([...names, sources].map((name) => [name, []]))
  for (const message of shown) for (const name of suitesOf(message, names)) suites.get(name)?.push(message)
  const tree = x(
    'testsuites',
    {name: 'cites-docs'},
    [...suites].map(([name, own]) => suite(name, own)),
  )
  const xml = toXml(tree).replaceAll(']]>', ']]&gt;')
  return printed(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)
}

/** The document whose file it is, in the language of the finding or of its file; else the sources as a whole. */
function suitesOf({file = '', language}: VFileMessage, names: readonly string[]): string[] {
  const match = /^documents\/([^/]+\/[^/]+)\/[^/]+?(?:\.([a-z]{2}))?\.(?:md|yaml)$/.exec(file)
  const code = language ?? match?.[2]
  const own = names.filter(
    (name) => match && name.startsWith(`${match[1]}.`) && (!code || name.endsWith(`.${code}`)),
  )
  return own.length > 0 ? own : [sources]
}

function suite(name: string, messages: readonly VFileMessage[]): ReturnType<typeof x> {
  const rules = [...new Set(messages.map(({ruleId}) => ruleId ?? ''))].sort(compare)
  const cases = rules.map((rule) => {
    const own = messages.filter(({ruleId}) => ruleId === rule)
    const faults = own.filter(isError)
    const text = (some: readonly VFileMessage[]): string =>
      some
        .flatMap((message) => [
          headOf(message, isError(message) ? 'error' : 'warning'),
          ...placesOf(message).map((place) => `  the same: ${place}`),
        ])
        .join('\n')
    return x('testcase', {classname: name, name: printable(rule)}, [
      // A warning fails nothing; it is told beside the case.
      faults.length > 0
        ? x('failure', {message: printable(faults[0]?.reason ?? '')}, text(own))
        : x('system-out', text(own)),
    ])
  })
  if (cases.length === 0) cases.push(x('testcase', {classname: name, name: 'check'}))
  const failed = rules.filter((rule) =>
    messages.some((message) => message.ruleId === rule && isError(message)),
  )
  return x('testsuite', {name, tests: String(cases.length), failures: String(failed.length)}, cases)
}
