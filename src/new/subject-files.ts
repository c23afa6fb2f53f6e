import {inPeriod} from '../compose/index.ts'
import type {Dossier, Meeting} from '../resolve/index.ts'
import type {Files} from './types.ts'

/**
 * The files of a new subject: one decision to the Secretariat with two provisions, a task for each, and their words.
 *
 * @param subject  its id
 * @param title  its name in words, in the first of the languages
 * @param languages  codes
 * @param meeting  the meeting whose decisions they are
 * @returns texts by path from the content root
 */
export function subjectFiles(
  subject: string,
  title: string | undefined,
  languages: readonly string[],
  meeting: Meeting,
  {templates}: Dossier,
): Files {
  const folder = `documents/decisions/${subject}`
  const files = new Map([
    [`${folder}/decisions.yaml`, decisionsYaml(meeting)],
    [`${folder}/tasks.yaml`, tasksYaml(meeting)],
  ])
  const typography = templates.profiles.get(meeting.profile)?.value.typography
  const name = subject.charAt(0).toUpperCase() + subject.slice(1).replaceAll('-', ' ')
  for (const [index, code] of languages.entries()) {
    const starters = inPeriod(templates.starters.get(code)?.value, typography?.[code])
    const words = (id: string): string =>
      JSON.stringify(starters?.['of-subjects']?.[id] ?? starters?.['of-all'].paragraph ?? '')
    const called = JSON.stringify(index === 0 && title ? title : name)
    files.set(`${folder}/decisions.${code}.yaml`, decisionsWords(called, words))
    files.set(`${folder}/tasks.${code}.yaml`, tasksWords(words))
  }
  return files
}

// What each key means is said in the schemas, and in docs/facts.md.

function decisionsYaml({ordinal}: Meeting): string {
  return `# The decisions, without their words: those are in decisions.<language>.yaml. “adopted” is null until the number is known.
decisions:
  - id: secretariat
    labels: {draft: "${ordinal}.XX", adopted: null}
    addressee: secretariat
    provisions:
      - id: first-task
      - id: report
`
}

function tasksYaml({ends}: Meeting): string {
  const task = (id: string): string => `  - id: ${id}
    provision: secretariat.${id}
    owner: secretariat
    entries:
      - {date: "${ends}", status: not-started, example: true}
`
  return `# One task for each provision. Add an entry, under the others, when something has been done.
tasks:
${task('first-task')}${task('report')}`
}

type WordsOf = (id: string) => string

function decisionsWords(called: string, words: WordsOf): string {
  return `subject: ${called}
decisions:
  secretariat:
    text: ${words('decision')}
    provisions:
      first-task: ${words('first-task')}
      report: ${words('report')}
`
}

function tasksWords(words: WordsOf): string {
  return `tasks:
  first-task: {action: ${words('first-task-action')}}
  report: {action: ${words('report-action')}}
`
}
