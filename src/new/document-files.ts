import {inPeriod} from '../compose/index.ts'
import {addresseesOf, type Dossier, type Kind, type Profile, type Starters} from '../resolve/index.ts'
import {documentYaml} from './document-yaml.ts'
import type {LeftOut} from './left-out.ts'
import {markdownText} from './markdown.ts'
import {draftOf, without} from './starter.ts'
import type {Files, Settled} from './types.ts'
import {wordsOf} from './words.ts'

/**
 * Every file of a new document, the same ids in each language.
 *
 * @param settled  what it is
 * @param date  the day whose facts it states
 * @param leftOut  blocks that it is without
 * @returns the texts, or one sentence why the facts do not allow a document of this kind
 */
export function documentFiles(
  settled: Settled,
  date: string,
  dossier: Dossier,
  leftOut: LeftOut,
): {files: Files} | {refused: string} {
  const kind = dossier.templates.kinds.get(settled.kind)?.value as Kind
  const draft = without(draftOf(kind, settled.subject !== undefined), leftOut)
  const yaml = documentYaml(settled, date, draft, dossier)
  if ('refused' in yaml) return yaml
  const folder = `documents/${settled.folder}`
  const files = new Map([[`${folder}/document.yaml`, yaml.text]])
  const decision = decisionOf(settled, dossier)
  const values = {...(decision === undefined ? {} : {decision}), meeting: settled.meeting}
  // What may be left out of a cover is.
  const keys = kind.cover.flatMap(({words, required}) => (required === false ? [] : (words ?? [])))
  for (const code of settled.languages) {
    const starters = inPeriod(
      dossier.templates.starters.get(code)?.value as Starters,
      typographyOf(settled, dossier)?.[code],
    )
    const words = wordsOf(starters, settled.kind, values)
    const head = [...new Set(['title', ...keys])].map((key): [string, string] => {
      if (key !== 'title') return [key, words(key, 'paragraph')]
      return [key, code === settled.languages[0] ? settled.title : toTranslate(words(key, 'paragraph'))]
    })
    files.set(`${folder}/body.${code}.md`, markdownText(head, draft.body, words, values))
    for (const {name, body} of draft.annexes) {
      const title: [string, string] = ['title', words(`${name}-title`, 'annex-title')]
      files.set(`${folder}/${name}.${code}.md`, markdownText([title], body, words, values))
    }
  }
  return {files}
}

/** The title that a kind begins with, in a language that is to have the translation of the title that was given. */
function toTranslate(title: string): string {
  return title.includes(':hint[') ? title : `:hint[${title}]`
}

/** Spaces and marks of the period: what a new document begins with is written as its author would. */
function typographyOf({meeting}: Settled, {meetings, templates}: Dossier): Profile['typography'] | undefined {
  return templates.profiles.get(meetings.get(meeting)?.profile ?? '')?.value.typography
}

/** The decision that the document is about: the first that is directed to its author, or the first of all. */
function decisionOf({subject, author}: Settled, {subjects}: Dossier): string | undefined {
  const decisions = subjects.get(subject ?? '')?.facts.decisions.value.decisions ?? []
  return (decisions.find((decision) => addresseesOf(decision).includes(author)) ?? decisions[0])?.id
}
