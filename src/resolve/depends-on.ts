import {annexEntries} from './annexes.ts'
import {type NamedInWords, namedInWords} from './named-in-words.ts'
import type {DocumentPlan, Subject} from './types.ts'

/**
 * Whether a document in one language is built from a file, so that an error there refuses it.
 * A file of another language never does: the original is not refused for a translation's sake.
 *
 * @param plan  the document
 * @param language  code, such as `fr`
 * @param path  path of the file from the content root
 */
export function dependsOn(
  plan: Pick<DocumentPlan, 'path' | 'yaml' | 'parts'> & {
    subject: Facts
    proposed?: Facts
  },
  language: string,
  path: string,
): boolean {
  // words of another language
  const other = /\.([a-z]{2})\.(?:yaml|md|jsonl|png|jpe?g)$/.exec(path)?.[1]
  if (other && other !== language && !isPrintedInAll(plan, other, path)) return false
  return (
    path.startsWith(`documents/${plan.path}/`) ||
    path.startsWith(`documents/decisions/${plan.subject.id}/`) ||
    (plan.proposed !== undefined && path.startsWith(`documents/decisions/${plan.proposed.id}/`)) ||
    (path.startsWith('templates/') &&
      !isOther('kinds', plan.yaml.value.kind, path) &&
      [plan.subject, plan.proposed].some((subject) => subject && mayPrint(subject, path))) ||
    /^documents\/meetings\./.test(path) ||
    listsSubject(plan, /^documents\/decisions\/([^/]+)\/decisions\./.exec(path)?.[1]) ||
    quotesText(plan, /^documents\/texts\/([^./]+)\./.exec(path)?.[1]) ||
    (path.startsWith(`documents/agendas/${plan.yaml.value.meeting}.`) && printsAgenda(plan, language))
  )
}

type Parts = Pick<DocumentPlan, 'parts'>

function listsSubject({parts}: Parts, subject: string | undefined): boolean {
  if (subject === undefined) return false
  return allOf(parts).some(({registers}) => registers.has('all') || registers.has(subject))
}

function quotesText({parts}: Parts, text: string | undefined): boolean {
  return text !== undefined && allOf(parts).some(({quotes}) => quotes.has(text))
}

const allOf = (parts: DocumentPlan['parts']): NamedInWords[] =>
  [...parts.values()].flat().map(({source}) => namedInWords(source))

/** An annex that the other languages print as it is. */
function isPrintedInAll(
  {path: document, yaml}: Pick<DocumentPlan, 'path' | 'yaml'>,
  code: string,
  path: string,
): boolean {
  return annexEntries(yaml.value).some(
    ({name, only}) => only === code && path === `documents/${document}/${name}.${code}.md`,
  )
}

/** Of a subject: what it is called, and which facts it has. */
type Facts = Pick<Subject, 'id'> & Partial<Pick<Subject, 'facts' | 'refused'>>

/** Whether a template may be asked about a subject: what is printed of a sort of facts only where it has some. */
function mayPrint({facts, refused}: Facts, path: string): boolean {
  const sort = /^templates\/facts\/(.+)\.yaml$/.exec(path)?.[1]
  if (sort === undefined || !facts) return true
  return Object.hasOwn(facts, sort) || (refused?.has(`${sort}.yaml`) ?? false)
}

/** Whether one of its parts in a language holds “::agenda”. */
function printsAgenda({parts}: Parts, language: string): boolean {
  return (parts.get(language) ?? []).some(({source}) => namedInWords(source).agenda)
}

/** A kind of other documents. */
function isOther(folder: string, name: string, path: string): boolean {
  return path.startsWith(`templates/${folder}/`) && path !== `templates/${folder}/${name}.yaml`
}
