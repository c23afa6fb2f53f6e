import {compare} from '../message/index.ts'
import type {Dossier} from '../resolve/index.ts'
import {folderFault} from './folder-fault.ts'
import type {Wish} from './types.ts'
import {unknownChoice} from './unknown-choice.ts'

/** A value that a new document needs, and how it is asked for. */
export interface Field {
  key: 'kind' | 'meeting' | 'subject' | 'folder' | 'title'
  /** How it is written on the command line. */
  option: string
  question: string
  /** What an answer is, for “Please answer with …”. */
  wanted: string
  choices?: readonly {id: string; name: string}[] | undefined
  /** What an empty answer means; for all but the folder also what is taken when nobody is asked. */
  suggestion?: string | undefined
  /** Why an answer cannot be used. */
  fault(answer: string): Promise<string | undefined>
}

/**
 * The values that a new document needs, in the order in which they are asked for.
 *
 * @param wish  what is known so far: it decides what is suggested
 * @param dossier  for the choices
 * @param root  the content root, in which the folder must be new
 */
export function fieldsOf(wish: Wish, dossier: Dossier, root: string): Field[] {
  const choice = (
    key: 'kind' | 'meeting' | 'subject',
    what: string,
    question: string,
    choices: {id: string; name: string}[],
    suggestion?: string,
  ): Field => ({
    key,
    option: `--${key}`,
    question,
    wanted: 'a number or a name of the list',
    choices,
    suggestion,
    fault: async (answer) =>
      unknownChoice(
        what,
        answer,
        choices.map(({id}) => id),
      ),
  })
  const kinds = [...dossier.templates.kinds].map(([id, {value}]) => ({id, name: value.name}))
  const meetings = [...dossier.meetings.values()].map(({id, code, starts}) => ({
    id,
    name: `${code}, ${starts.slice(0, 4)}`,
  }))
  const subjects = [...dossier.subjects.keys()].sort(compare).map((id) => ({id, name: ''}))
  const group = wish.folder?.split('/')[0]
  const subject = wish.subject ?? subjects[0]?.id
  return [
    choice('kind', 'kind', 'Kind of document', kinds),
    choice(
      'meeting',
      'meeting',
      'Meeting for which it is made, or whose decision it carries out',
      meetings,
      meetings.find(({id}) => id === group)?.id,
    ),
    choice('subject', 'dossier', 'Dossier whose decisions and facts it uses', subjects, subjects[0]?.id),
    {
      key: 'folder',
      option: 'the folder (such as sc58/second)',
      question: 'Folder of the document, as meeting/name',
      wanted: 'two names with a slash between them, such as sc58/second',
      suggestion: wish.meeting && subject ? `${wish.meeting}/${subject}` : undefined,
      fault: async (answer) => folderFault(root, answer),
    },
    {
      key: 'title',
      option: '--title',
      question: `Title of the document (${wish.languages?.[0] ?? originalOf(dossier)})`,
      wanted: 'the title',
      fault: async (answer) => (answer.trim() === '' ? 'The title is empty. Write the title.' : undefined),
    },
  ]
}

/** The language in which a document is written first when nothing else is said. */
export function originalOf({languages}: Dossier): string {
  return languages.find(({code}) => code === 'en')?.code ?? languages[0]?.code ?? ''
}
