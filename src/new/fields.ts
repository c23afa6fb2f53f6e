import {asTyped, compare} from '../message/index.ts'
import type {Dossier} from '../resolve/index.ts'
import {folderFault, folderOf} from './folder-fault.ts'
import {officesFor} from './offices.ts'
import type {Wish} from './types.ts'
import {unknownChoice} from './unknown-choice.ts'

/** A value that a new document needs, and how it is asked for. */
export interface Field {
  key: 'kind' | 'meeting' | 'subject' | 'folder' | 'title' | 'office'
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
    key: 'kind' | 'meeting' | 'subject' | 'office',
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
        key === 'subject' ? `, or make it first: ${asTyped('new', `--subject ${answer}`)}` : '',
      ),
  })
  const kinds = [...dossier.templates.kinds].map(([id, {value}]) => ({id, name: value.name}))
  const meetings = [...dossier.meetings.values()].map(({id, code, starts}) => ({
    id,
    name: `${code}, ${starts.slice(0, 4)}`,
  }))
  const {code} = dossier.languages.find((language) => language.code === originalOf(dossier)) ?? {code: ''}
  const subjects = [...dossier.subjects.values()]
    .sort((a, b) => compare(a.id, b.id))
    .map(({id, words}) => ({id, name: words.decisions.get(code)?.value.subject ?? ''}))
  const offices = officesFor(wish, dossier)
  const [group, own = ''] = folderOf(wish.folder ?? '').split('/')
  return [
    choice('kind', 'kind', 'Kind of document', kinds),
    choice(
      'meeting',
      'meeting',
      'Meeting for which it is made, or whose decision it carries out',
      meetings,
      meetings.find(({id}) => id === group)?.id,
    ),
    choice(
      'subject',
      'subject',
      'Subject whose decisions and facts it uses',
      [...subjects, {id: noSubjectId, name: 'it uses no decisions and no facts'}],
      // Never another than the one whose name the document has: nobody would see that its facts are those of another.
      dossier.subjects.has(own) ? own : noSubjectId,
    ),
    {
      key: 'folder',
      option: 'the folder (such as sc58/second)',
      question: 'Folder of the document, as meeting/name',
      wanted: 'two names with a slash between them, such as sc58/second',
      suggestion:
        wish.meeting && wish.subject && wish.subject !== noSubjectId
          ? `${wish.meeting}/${wish.subject}`
          : undefined,
      fault: async (answer) => folderFault(root, answer),
    },
    {
      key: 'title',
      option: '--title',
      question: `Title of the document (${wish.languages?.[0] ?? originalOf(dossier)})`,
      wanted: 'the title',
      fault: async (answer) => (answer.trim() === '' ? 'The title is empty. Write the title.' : undefined),
    },
    ...(offices.length === 0
      ? []
      : [
          choice(
            'office',
            'office',
            'Office of the Party that submits it',
            offices.map((id) => ({id, name: ''})),
            offices.at(-1),
          ),
        ]),
  ]
}

/** What is answered for a document without a subject; no subject bears the name. */
export const noSubjectId = 'none'

/** The language in which a document is written first when nothing else is said. */
export function originalOf({languages}: Dossier): string {
  return languages.find(({code}) => code === 'en')?.code ?? languages[0]?.code ?? ''
}
