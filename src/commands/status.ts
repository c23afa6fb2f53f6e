import type {VFileMessage} from 'vfile-message'
import {latestFactDate} from '../compose/index.ts'
import {resolveContent} from '../content.ts'
import {dossierAsOf} from '../dossier-outputs.ts'
import {UsageError} from '../failure/index.ts'
import {choices, compare, isError, printed, quote, severalOf, sortMessages} from '../message/index.ts'
import {sortedJson} from '../render/index.ts'
import {causesLast, grouped, statusRecord, statusReport, terminalReport} from '../report/index.ts'
import type {Dossier, Language} from '../resolve/index.ts'
import {dayOf, parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `status --help` prints. */
export const help = `cites-docs status   shows every task, the latest first, and the deadlines that lie ahead

  --date D          as on this day, such as 2009-05-07 (default: the date of the latest fact)
  --subject S       only this folder of documents/decisions/, such as internet-trade
  --language L      in the words of this language, such as fr (default: en)
  --json            as data, in the form of schemas/status.schema.json: ids and days, no words
  --root DIR        folder that holds documents/ (default: here)
  -h, --help        this text
`

/**
 * @param args  what stands after `status`
 * @returns exit status: 0 done, 1 the facts have errors; what they do not touch is shown all the same
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    date: {type: 'string'},
    subject: {type: 'string'},
    language: {type: 'string'},
    json: {type: 'boolean'},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const [other] = positionals
  if (other !== undefined)
    throw new UsageError(
      `The status is that of all documents: leave out ${quote(other)}. One subject is named by --subject.`,
    )
  dayOf('--date', values.date)
  const {dossier, messages, texts} = await resolveContent({root: rootOf(values.root)})
  const code = values.language ?? 'en'
  const errors = sortMessages(messages.filter((message) => isOfFacts(message, code)))
  const refused = (found: readonly VFileMessage[]): number => {
    const {color, width} = terminal
    terminal.err(terminalReport(causesLast(grouped(found, texts)), {texts, color, width}))
    return 1
  }
  const touched = touchedBy(errors)
  const subjects = new Map([...dossier.subjects].filter(([id]) => touched !== 'all' && !touched.has(id)))
  const isWanted = (id: string): boolean => values.subject === undefined || values.subject === id
  if (errors.length > 0 && ![...subjects.keys()].some(isWanted)) return refused(errors)
  if (values.subject !== undefined && !dossier.subjects.has(values.subject))
    throw new UsageError(
      `There is no subject ${quote(values.subject)}. Write ${choices(values.subject, [...dossier.subjects.keys()].sort(compare))}.`,
    )
  const asOf = values.date ?? latestFactDate({...dossier, subjects})
  if (asOf === undefined)
    throw new UsageError('No fact has a date yet. Say as of which day: --date 2009-05-07.')
  const composition = dossierAsOf({...dossier, subjects}, languageOf(dossier, code), asOf, values.subject)
  if (!composition) {
    terminal.out(printed('There are no tasks: documents/decisions/ holds no subject.\n'))
    return 0
  }
  if (composition.messages.length > 0) return refused([...errors, ...composition.messages])
  const isLatest = values.date === undefined
  const options = {width: terminal.width, color: terminal.outColor, isLatest}
  const report = values.json
    ? sortedJson(statusRecord(composition, isLatest))
    : statusReport(composition, options)
  terminal.out(printed(report, {color: terminal.outColor}))
  if (errors.length === 0) return 0
  const hidden = [...(touched === 'all' ? [] : touched)].filter(isWanted).sort(compare)
  refused(errors)
  if (hidden.length > 0)
    terminal.err(printed(`Not shown, because of what is wrong in them: ${severalOf(hidden)}.\n`))
  return 1
}

/** Errors in YAML may hide a task or a deadline; those in the text of a document, or in another language, do not. */
function isOfFacts(message: VFileMessage, language: string): boolean {
  const [yaml, other = language] = /(?:\.([a-z]{2}))?\.yaml$/.exec(message.file ?? '') ?? []
  return isError(message) && yaml !== undefined && other === language
}

/**
 * Ids of the subjects of which an error may hide a task or a deadline. What is wrong in the facts of one subject says
 * nothing of the others; what is wrong in a document or an agenda hides no task; anything else is shared by all.
 */
function touchedBy(errors: readonly VFileMessage[]): ReadonlySet<string> | 'all' {
  const own = new Set<string>()
  for (const {file = ''} of errors) {
    const [, subject] = /^documents\/decisions\/([^/]+)\//.exec(file) ?? []
    if (subject) own.add(subject)
    else if (!/^documents\/(?:(?:glossary|dashboard)\.yaml$|[^/]+\/)/.test(file)) return 'all'
  }
  return own
}

function languageOf({languages}: Dossier, code: string): Language {
  const language = languages.find((candidate) => candidate.code === code)
  if (language) return language
  throw new UsageError(
    `There is no language ${quote(code)}. Write one of: ${languages.map((known) => known.code).join(', ')}.`,
  )
}
