import {UsageError} from '../failure/index.ts'
import {asTyped, printable, printed, quote} from '../message/index.ts'
import {Left, newDocument, newDossier, newSubject, type SubjectWish, type Wish} from '../new/index.ts'
import {parse, rootOf} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `new --help` prints. */
export const help = `cites-docs new meeting/name   begins a document: document.yaml and its texts in every language, with hints
cites-docs new --subject name  begins a subject: a decision, its tasks and their words, in documents/decisions/
cites-docs new --dossier DIR  begins a dossier: sample facts and a document, in a folder that is new or empty

What is needed and not said is asked for on a terminal. Nothing that exists is changed.

  --kind K          kind of document: a file of templates/kinds/
  --meeting M       an id of documents/meetings.yaml (default: the first part of the folder); of a subject: that which
                    adopted its decisions
  --title T         title, or name of a subject, in the language in which it is written first
  --subject S       folder of documents/decisions/ whose decisions and facts it uses, or none (default: the one of
                    the document's name, else none); of a new dossier: its subject
  --language L      only this language; may be repeated, the first is the original (default: all, en first)
  --author A        who submits it (default: secretariat)
  --office O        office of a Party that submits it (default: management-authority)
  --date D          day of the document (default: the last day for submission; where none is known, that of
                    notification.yaml, of the last fact, or the first day of the meeting)
  --committee C     I or II, for kinds whose symbol names a committee
  --group N         number of the drafting or working group, for kinds whose symbol names one (default: 1)
  --resolution R    the resolution that it amends, such as "11.3 (Rev. CoP14)"
  --root DIR        folder that holds documents/ (default: here)
  -h, --help        this text
`

const options = {
  kind: {type: 'string'},
  meeting: {type: 'string'},
  title: {type: 'string'},
  subject: {type: 'string'},
  language: {type: 'string', multiple: true},
  author: {type: 'string'},
  office: {type: 'string'},
  date: {type: 'string'},
  committee: {type: 'string'},
  group: {type: 'string'},
  resolution: {type: 'string'},
  dossier: {type: 'string'},
  root: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const

/**
 * @param args  what stands after `new`
 * @returns exit status: 0 made, 1 nothing was made because of the sources or because the officer left
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, options)
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  if (values.dossier !== undefined) return dossier(values.dossier, values, positionals, terminal)
  if (positionals.length > 1)
    throw new UsageError(
      `There are ${positionals.length} folders: ${positionals.slice(0, 3).map(quote).join(', ')}${positionals.length > 3 ? ', …' : ''}. Name one, and put a title between quotation marks.`,
    )
  const {help: _help, dossier: _dossier, root, language, ...said} = values
  if (isSubjectAlone(said, positionals)) return subject({...said, languages: language}, root, terminal)
  const wish: Wish = {...said, folder: positionals[0], languages: language}
  const questions = terminal.questions?.()
  const asker = questions && {
    say: (text: string) => terminal.out(printed(text)),
    ask: (question: string) => questions.ask(printed(question)),
  }
  const made = await newDocument(rootOf(root), wish, asker)
    .catch((cause: unknown) => {
      if (cause instanceof Left) return {refused: 'No answer was given.'}
      throw cause
    })
    .finally(() => questions?.close())
  if ('refused' in made) {
    terminal.err(printed(`Nothing was written. ${printable(made.refused)}\n`))
    return 1
  }
  const {folder, languages} = made.settled
  const others = languages.length > 1 ? '; the other languages have the same hints' : ''
  const body = made.files.find((path) => path.includes('/body.'))
  terminal.out(
    printed(`${made.files.join('\n')}\n
${[subjectLine(made.settled.subject, wish.subject), ...lackingLines(made)].join('\n')}\n
1. Open ${body} in a text editor.
2. Write your own words in the place of each :hint[…]${others}.
3. Type “${asTyped('check', folder)}” to see what is wrong, and “${asTyped('build', folder)}” to make the files in out/.
`),
  )
  if (made.hasErrorsElsewhere)
    terminal.err(
      printed(
        `Other sources have errors, from which this document does not suffer: “${asTyped('check')}” shows them.\n`,
      ),
    )
  return 0
}

/** Whether only a subject is named, and nothing that a document has: then the subject is what is made. */
function isSubjectAlone(
  said: Record<string, unknown>,
  positionals: readonly string[],
): said is {subject: string} {
  const ofSubject = ['subject', 'title', 'meeting']
  return (
    typeof said.subject === 'string' &&
    positionals.length === 0 &&
    Object.keys(said).every((name) => ofSubject.includes(name))
  )
}

/** Whose decisions and facts the new document uses, so that nobody takes those of another unawares. */
function subjectLine(subject: string | undefined, said: string | undefined): string {
  if (subject === undefined)
    return `It has no subject: it prints no decisions and no facts. To use those of one, write “subject:” with its name in document.yaml.`
  return said === undefined
    ? `Its subject is ${subject}, which has the same name; --subject names another.`
    : `Its subject is ${subject}.`
}

/** What the document begins without, each with the file that would bring it. */
function lackingLines({
  leftOut,
  bare,
}: {
  leftOut: ReadonlyMap<string, string>
  bare: readonly string[]
}): string[] {
  const lines = [...new Set(leftOut.values())].map((cause) => {
    const names = [...leftOut].flatMap(([name, why]) => (why === cause ? [quote(name)] : []))
    return `Left out: ${names.join(', ')}. ${cause}.`
  })
  const help =
    'docs/facts.md and docs/writing.md say what the files hold; with them, write in what was left out.'
  return [...bare, ...lines, ...(lines.length > 0 ? [help] : [])]
}

async function subject(wish: SubjectWish, root: string | undefined, terminal: Terminal): Promise<number> {
  const made = await newSubject(rootOf(root), wish)
  if ('refused' in made) {
    terminal.err(printed(`Nothing was written. ${printable(made.refused)}\n`))
    return 1
  }
  const {files, meeting, original} = made
  const others = files.some(
    (path) => /\/decisions\.[a-z]+\.yaml$/.test(path) && !path.includes(`.${original}.`),
  )
    ? '; the other languages have the same hints'
    : ''
  const folder = `documents/decisions/${wish.subject}`
  terminal.out(
    printed(`${files.join('\n')}\n
Its decisions are those of ${meeting.code}; --meeting names another.

1. Open ${folder}/decisions.yaml in a text editor: the decisions, whom they are directed to, their provisions.
2. Write their words in the place of each :hint[…] in decisions.${original}.yaml beside it, and those of the tasks in tasks.${original}.yaml${others}.
3. Type “${asTyped('new', `sc58/${wish.subject} --subject ${wish.subject}`)}” to begin a document about it (sc58: a meeting of documents/meetings.yaml), and “${asTyped('check')}” to see what is wrong.
`),
  )
  if (made.hasErrorsElsewhere)
    terminal.err(printed(`Other sources have errors: “${asTyped('check')}” shows them.\n`))
  return 0
}

async function dossier(
  folder: string,
  values: Record<string, unknown>,
  positionals: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const others = Object.keys(values).filter((name) => name !== 'dossier' && name !== 'subject')
  if (others.length > 0 || positionals.length > 0)
    throw new UsageError(
      `A new dossier takes only --subject: leave out ${[...positionals.slice(0, 3), ...others.map((name) => `--${name}`)].join(', ')}.`,
    )
  const subject = values.subject as string | undefined
  const files = await newDossier(rootOf(folder), subject)
  const [named, root] = [printable(folder), printable(rootOf(folder))]
  terminal.out(
    printed(`${files.length} files in ${root}.

1. Open README.md there: it says what to change first.
2. Type “${asTyped('build', `--root ${named}`)}” to make the files in its out/.
3. Type “${asTyped('new', `--root ${named}`)}” to begin a document.
`),
  )
  return 0
}
