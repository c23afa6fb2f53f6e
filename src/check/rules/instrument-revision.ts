import type {Node, Parent} from 'unist'
import {SKIP, visitParents} from 'unist-util-visit-parents'
import {finding, quote} from '../../message/index.ts'
import type {Instrument} from '../../resolve/index.ts'
import {withoutOthers} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'
import {isQuoted} from '../words/index.ts'
import {acceptedText, insertedText} from './accepted-text.ts'

const cited = /Conf\.\s(\d{1,2}\.\d{1,2})(?:\s\(Rev\.\s{1,2}([A-Za-z]+\d+|\uFFFC)\))?/g

/** Stands for a revision that an amendment puts in the place of another: it is proposed, and is none yet. */
const proposed = '\uFFFC'

/** Blocks whose words are looked at as one; what is quoted has the words of its time. */
const blocks = new Set([
  'coverBlock',
  'sectionHeading',
  'leadParagraph',
  'textParagraph',
  'tableCell',
  'tableCaption',
  'pictureCaption',
])

/**
 * A resolution is cited with the revision that is in force on the day of the document, or that its meeting will make.
 * What is quoted, and what an amended resolution had before, has the revisions of its time. An error until the day up to
 * which all revisions are listed; after it one that is older than the last known is doubted, a later one is not.
 * Source: house style, R15 (K3, K29, K32). Which revisions are known is in templates/instruments.yaml.
 */
export const instrumentRevision = ruleFamily(
  'instrument-revision',
  ['instrument-revision'],
  ({plan, compositions, templates}) => {
    if (plan.kind.adopted) return []
    // The cover is the author's.
    const textOf = (node: Node): string =>
      plan.yaml.value.amends && node.type !== 'coverBlock' ? insertedText(node) : ownText(node)
    const messages: ReturnType<typeof finding>[] = []
    for (const {tree, language} of compositions.values())
      for (const part of tree.children)
        visitParents(part as Node, (node, ancestors) => {
          if (node.type === 'quotation' || node.type === 'decision') return SKIP
          if (!blocks.has(node.type)) return undefined
          const words = textOf(node)
          for (const {0: text, 1: number = '', 2: revision, index} of words.matchAll(cited)) {
            if (isQuoted({text: words}, index, index + text.length)) continue
            if (revision === plan.meeting.code || revision === proposed) continue
            // The number alone stands in the title of its revision.
            if (revision === undefined && plan.yaml.value.amends?.number === number) continue
            const fault = faultOf({text, number, revision}, templates.instruments, plan.asOf)
            if (!fault) continue
            const place = [node, ...ancestors.toReversed()].find(({position}) => position)?.position
            const details = {path: part.file, place, language: language.code, ruleId: 'instrument-revision'}
            messages.push(finding(fault.severity, fault.reason, details))
          }
          return SKIP
        })
    return messages
  },
)

/** The words of a block once its amendments are accepted, without the titles of other documents, which answer for their own. */
function ownText(node: Node): string {
  if (node.type === 'text') return withoutOthers(node)
  if (node.type === 'inserted') return acceptedText(node).replace(/^[A-Za-z]+\d+$/, proposed)
  if (!('children' in node)) return acceptedText(node)
  return isStruck(node) ? '' : (node as Parent).children.map((child) => ownText(child)).join('')
}

function isStruck({type}: Node): boolean {
  return type === 'deleted' || type === 'delete' || type === 'exampleMark'
}

/** A resolution as a sentence cites it. */
interface Citation {
  text: string
  number: string
  revision: string | undefined
}

/** What is wrong with a citation on a day, as far as revisions are known; undefined where nothing can be said. */
function faultOf(
  {text, number, revision}: Citation,
  instruments: readonly Instrument[],
  date: string,
): {severity: 'error' | 'warning'; reason: string} | undefined {
  const instrument = instruments.find((known) => known.number === number)
  const last = instrument?.revisions.findLast(({since}) => since <= date)
  if (!last || revision === last.revision) return undefined
  const written = quote(`Conf.\u00a0${number} (Rev.\u00a0${last.revision})`)
  if (date <= (instrument?.['complete-until'] ?? ''))
    return {
      severity: 'error',
      reason: `${quote(text)} is not the resolution as it is in force on ${date}. Write ${written}.`,
    }
  if (revision !== undefined && ordinalOf(revision) > ordinalOf(last.revision)) return undefined
  return {
    severity: 'warning',
    reason: `${quote(text)} is hardly the resolution as it is in force on ${date}: it was revised on ${last.since}, and which later revisions there are is not known here. Write ${written}, or the revision that came after it.`,
  }
}

/** The number of the meeting that made a revision: 14 of `CoP14`. */
function ordinalOf(revision: string): number {
  return Number(/\d+$/.exec(revision)?.[0])
}
