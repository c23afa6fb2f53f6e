import {compare} from '../message/index.ts'
import {type DocumentPlan, isNamed} from '../resolve/index.ts'
import type {DocumentMeta, NamedLink} from '../tree/index.ts'
import type {DocumentContext} from './context.ts'
import {firstLanguage} from './dossier/dossier-languages.ts'
import {exampleSign} from './examples.ts'
import {emptyNotes} from './make-context.ts'
import {meetingsWithDocuments} from './site/meetings-with-documents.ts'
import {symbolOf} from './symbols.ts'

/**
 * What the page of a document leads to beside its text: the pages about all documents, its own other files, and what
 * its words name. Others are called by their symbols and codes, never by their titles: a change of the words of one
 * document changes no page of another.
 *
 * @param context  when the whole document has been put together
 */
export function documentLinks(context: DocumentContext): NonNullable<DocumentMeta['links']> {
  const {dossier, plan, language, labels} = context
  const {site} = labels
  const isFirst = firstLanguage(dossier)?.code === language.code
  const up = '../'.repeat(plan.path.split('/').length - 1)
  const pageOf = (name: string): string => `${up}${name}${isFirst ? '' : `.${language.code}`}.html`
  const meetingLink = (id: string, code: string): NamedLink => ({
    words: code,
    href: `${pageOf('index')}#meeting-${id}`,
  })
  const {meeting} = plan
  return {
    name: site.pages ?? '',
    pages: [
      {words: site.documents ?? '', href: pageOf('index')},
      meetingLink(meeting.id, meeting.code),
      {words: site.search ?? '', href: pageOf('search')},
      ...(plan.languages.length > 1
        ? [{words: site.bitext ?? '', href: `${up}bitext/${plan.path}.html`}]
        : []),
    ],
    named: {
      name: site['named-here'] ?? '',
      lists: [
        {words: site.decisions ?? '', links: decisionLinks(context, pageOf('decisions'))},
        {words: site.documents ?? '', links: documentsNamed(context, up)},
        {words: site['meetings-named'] ?? '', links: meetingsNamed(context, meetingLink)},
      ].filter(({links}) => links.length > 0),
    },
  }
}

/**
 * The decisions that it carries out, and those that it names, under the labels that it prints; the ones that the page of
 * the decisions shows.
 */
function decisionLinks({dossier, plan, named, decisionLabel}: DocumentContext, page: string): NamedLink[] {
  const {subject} = plan.yaml.value
  const own = (plan.yaml.value.implements ?? []).map((reference) => `${subject}/${reference.split('.')[0]}`)
  const wanted = new Set([...own, ...named.decisions])
  return [...dossier.subjects.values()]
    .filter(isNamed)
    .sort((a, b) => compare(a.id, b.id))
    .flatMap(({id, facts}) =>
      facts.decisions.value.decisions
        .filter((decision) => wanted.has(`${id}/${decision.id}`))
        .map(({id: own, labels: {adopted, draft, example}}) => ({
          words:
            adopted === null || decisionLabel === 'draft' ? draft : `${adopted}${example ? exampleSign : ''}`,
          href: `${page}#decision-${id}-${own}`,
        })),
    )
}

/** Each in this language, or in the first in which it is made. */
function documentsNamed(context: DocumentContext, up: string): NamedLink[] {
  const {dossier, plan, language, named} = context
  if (named.documents.size === 0) return []
  return dossier.documents
    .filter(({path}) => path !== plan.path && named.documents.has(path))
    .sort((a, b) => compare(a.path, b.path))
    .flatMap((other) => {
      const made = other.languages.find((one) => one.language.code === language.code) ?? other.languages.at(0)
      if (!made) return []
      const {code, tag} = made.language
      return [
        {
          words: symbolFor(context, other) || other.path,
          href: `${up}${other.path}.${code}.html`,
          ...(code === language.code ? {} : {tag}),
        },
      ]
    })
}

/** Nothing of what is found in another document's symbol is this document's to report. */
function symbolFor(context: DocumentContext, other: DocumentPlan): string {
  return symbolOf({...context, ...emptyNotes()}, other)
}

/** Those that the index has: for which there are documents, or would be under another outcome. */
function meetingsNamed(
  {dossier, plan, named}: DocumentContext,
  linkOf: (id: string, code: string) => NamedLink,
): NamedLink[] {
  if (named.meetings.size === 0) return []
  const listed = meetingsWithDocuments(dossier)
  return [...dossier.meetings.values()]
    .filter(({id}) => id !== plan.meeting.id && named.meetings.has(id) && listed.has(id))
    .sort((a, b) => compare(a.starts, b.starts) || compare(a.id, b.id))
    .map(({id, code}) => linkOf(id, code))
}
