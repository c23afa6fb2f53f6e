import type {Node, Parent} from 'unist'
import {type Place, quote} from '../../message/index.ts'
import {type DocumentTree, type LeadParagraph, type Quotation, visitParents} from '../../tree/index.ts'
import {defineRule, type Report} from '../define-rule.ts'
import type {Checked} from '../types.ts'
import {acceptedText} from './accepted-text.ts'
import {type QuotationSource, quotationSources} from './quotation-sources.ts'
import {agrees, type Effort, isNear, isTooMuch, quotedWords} from './quoted-words.ts'

/**
 * A decision or a text that is quoted has its own words: “::decision” and “::text” print them. What was left out is
 * shown by “…”. Source: house style, R16 (K5, K6, K45 for the habit of quoting).
 */
export const quotationVerbatim = defineRule('quotation-verbatim', 'error', (checked, report) => {
  reportMisquoted(checked, report)
})

/**
 * What the rule does.
 *
 * @returns how many words were compared in the language in which most were
 */
export function reportMisquoted(checked: Checked, report: Report): number {
  let most = 0
  for (const {tree, language} of checked.compositions.values()) {
    const typed = typedQuotations(tree)
    // Most documents have none, and the words of every source are long.
    if (typed.length === 0) continue
    const sources = quotationSources(checked, language.code)
    const effort: Effort = {words: 0}
    const decisionWords = checked.templates.usage.get(language.code)?.value.references.decision ?? []
    for (const {file, clauses, introduction} of typed) {
      const cited = namesIn(introduction, ['Conf.', ...decisionWords])
      const meant = sources.filter((source) => isMeant(source, cited))
      for (const {clause, place: whole} of clauses) {
        const said = (reason: string, place = whole): void =>
          report(reason, {path: file, place, language: language.code})
        const found = [...misquoted(clause, meant, effort), ...mislabelled(clause, meant, effort)]
        if (isTooMuch(effort)) {
          said(tooMuch)
          return effort.words
        }
        for (const {reason, place} of found) said(reason, place)
      }
    }
    most = Math.max(most, effort.words)
  }
  return most
}

const tooMuch =
  'Here the quotations of this document are more than can be compared with the texts that they may be of. Write “::decision” or “::text” instead of those that the dossier has, or split the document.'

type QuotedBlock = Quotation['children'][number]

/** A quotation that an author typed, and the words that introduce it. */
interface TypedQuotation {
  file: string
  clauses: {clause: QuotedBlock; place: Place}[]
  introduction: string
}

/** What the build quotes is verbatim; what an author typed has a place. */
function typedQuotations(tree: DocumentTree): TypedQuotation[] {
  const found: TypedQuotation[] = []
  for (const part of tree.children)
    visitParents(part, 'quotation', (quotation, ancestors) => {
      const clauses = quotation.children.flatMap((clause) => {
        const place = clause.position ?? quotation.position
        // What the build quotes has no place; of what is typed each block has its own.
        const isTyped =
          clause.type === 'clause' || (clause.position !== undefined && clause.type !== 'addressee')
        return isTyped && place ? {clause, place} : []
      })
      if (clauses.length > 0)
        found.push({file: part.file, clauses, introduction: introductionTo(quotation, ancestors)})
    })
  return found
}

function reasonOf({what, name, directive}: QuotationSource): string {
  return `These words are almost those of the ${what} ${quote(name)}, and not quite. Write ${quote(directive)} instead, which prints the words of the ${what === 'text' ? 'text' : 'register'}, or “…” where some are left out.`
}

interface Misquoted {
  reason: string
  place: Place | undefined
}

/** Fewer words may stand in several texts under several labels. */
const fewestLabelled = 5

/** Paragraphs with a label that their words do not have in the text that they are of. */
function mislabelled(clause: QuotedBlock, sources: readonly QuotationSource[], effort: Effort): Misquoted[] {
  return leadsOf(clause).flatMap(({words, place, label}) => {
    if (label === undefined || words.length < fewestLabelled) return []
    const own = sources.filter((source) => source.label !== undefined && agrees(words, source.words, effort))
    const [source] = own
    if (!source || own.some((one) => lettersOf(one.label) === lettersOf(label))) return []
    const reason = `These words have the label ${quote(source.label ?? '')} in the ${source.what} ${quote(source.name)}, and ${quote(label)} here. Write ${quote(source.label ?? '')}, or ${quote(source.directive)} instead of the quotation.`
    return [{reason, place}]
  })
}

/** “(c)” and “c)” are one label. */
function lettersOf(label: string | undefined): string {
  return (label ?? '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}

/** What of a quotation is nearly, and not quite, what a source says: a paragraph or an item of it, or the whole. */
function misquoted(clause: QuotedBlock, sources: readonly QuotationSource[], effort: Effort): Misquoted[] {
  const leads = leadsOf(clause)
  const others = leads.filter(({words}) => !sources.some((source) => agrees(words, source.words, effort)))
  const whole = leads.flatMap(({words}) => words)
  if (others.length === 0 || sources.some((source) => agrees(whole, source.words, effort))) return []
  const found = others.flatMap(({words, place}) => {
    const source = sources.find((one) => isNear(words, one.words, effort))
    return source ? [{reason: reasonOf(source), place}] : []
  })
  if (found.length > 0) return found
  const source = sources.find((one) => isNear(whole, one.words, effort))
  return source ? [{reason: reasonOf(source), place: undefined}] : []
}

interface Lead {
  words: string[]
  place: Place | undefined
  /** That was typed before it. */
  label: string | undefined
}

function leadsOf(clause: QuotedBlock): Lead[] {
  const leads: Lead[] = []
  visitParents(clause, 'leadParagraph', (lead: LeadParagraph, ancestors) => {
    const place = [lead, ...ancestors.toReversed()].find(({position}) => position)?.position
    const label = (ancestors.at(-1) as {literal?: string} | undefined)?.literal
    leads.push({words: quotedWords(acceptedText(lead)), place, label: label === '' ? undefined : label})
  })
  return leads
}

/** The words that stand before a quotation: the item or the paragraph that introduces it. */
function introductionTo(quotation: Node, ancestors: readonly Parent[]): string {
  const siblings = ancestors.at(-1)?.children ?? []
  const before = siblings
    .slice(0, siblings.indexOf(quotation))
    .findLast(({type}) => type !== 'quotation' && type !== 'note')
  return before ? acceptedText(before) : ''
}

// “Conf. 11.3 (Rev. CoP14)”, “décision 14.35”; the number of a document is none.
const citation = /(?<!Doc\.\s|[\d.])(\d{1,2}\.\d{1,3})(?![\d.]*\d)(?:\s\(Rev\.\s(\w+)\))?/g

interface Citation {
  number: string
  revision: string | undefined
}

/**
 * The resolutions and decisions that words name; amounts such as “1.5” are none.
 *
 * @param before  what stands before such a number, at least before the first
 */
function namesIn(words: string, before: readonly string[]): Citation[] {
  const isNaming = before.some((word) =>
    words.split(word).some((rest, index) => index > 0 && /^\s\d/.test(rest)),
  )
  if (!isNaming) return []
  return [...words.matchAll(citation)].map(([, number = '', revision]) => ({number, revision}))
}

/** Whether an introduction that names what it quotes can mean a source; where it names nothing, all may be meant. */
function isMeant({number, revision}: QuotationSource, cited: readonly Citation[]): boolean {
  if (cited.length === 0 || number === undefined) return true
  return cited.some(
    (name) => name.number === number && (name.revision === undefined || name.revision === revision),
  )
}
