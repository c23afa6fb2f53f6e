import {type Printed, printed} from '../message/index.ts'
import type {Dossier} from '../resolve/index.ts'
import {documentOf} from '../write/index.ts'
import {count} from './summary.ts'

const linesMost = 5
const namedMost = 3

/**
 * What a build removed from out/, with why: a line for each reason.
 *
 * @param removed  paths from out/
 * @param dossier  what the sources say now
 * @returns text that ends with a line feed, or nothing
 */
export function removedReport(removed: readonly string[], dossier: Dossier): Printed {
  const byReason = new Map<string, string[]>()
  for (const path of removed) {
    const reason = reasonOf(path, dossier)
    byReason.set(reason, [...(byReason.get(reason) ?? []), path])
  }
  const lines = [...byReason].map(([reason, paths]) => ({
    paths,
    text: `removed ${listed(paths)}: ${reason}\n`,
  }))
  const shown = lines.slice(0, linesMost)
  const left = lines.slice(linesMost).reduce((sum, {paths}) => sum + paths.length, 0)
  const rest = left > 0 ? `removed ${count(left, 'more file')}\n` : ''
  return printed(`${shown.map(({text}) => text).join('')}${rest}`)
}

/** “out/sc58/bears.fr.docx, bears.fr.html, bears.fr.txt”, or the first and how many more. */
function listed([first = '', ...others]: readonly string[]): string {
  if (others.length >= namedMost) return `out/${first} and ${count(others.length, 'more file')}`
  return [`out/${first}`, ...others.map((path) => path.slice(path.lastIndexOf('/') + 1))].join(', ')
}

function reasonOf(path: string, dossier: Dossier): string {
  const side = /^bitext\/(.+)\.html$/.exec(path)?.[1]
  const document = side ?? documentOf(path)
  const language = side === undefined ? /\.([a-z]{2})\.[a-z0-9.-]+$/.exec(path)?.[1] : undefined
  const plan = dossier.documents.find((candidate) => candidate.path === document)
  if (plan && side !== undefined) return `the document ${side} is no longer in two languages`
  if (plan && !plan.languages.some((own) => own.language.code === language))
    return `the document is no longer in ${nameOf(language, dossier)}`
  if (dossier.dormant.some((candidate) => candidate.path === document))
    return `the document ${document} is not made as the facts stand, as its “when” says`
  if (document !== undefined && !plan) return `there is no document ${document} any more`
  if (language !== undefined && !plan) return `nothing is in ${nameOf(language, dossier)} any more`
  return 'nothing makes it any more'
}

/** What a language is called in English; its code where no file of labels names it. */
function nameOf(code = '', {templates}: Dossier): string {
  return templates.labels?.get('en')?.value.language.names[code] ?? code
}
