import type {Node} from 'unist'
import {SKIP, visitParents} from 'unist-util-visit-parents'
import {quote} from '../../message/index.ts'
import type {Instrument} from '../../resolve/index.ts'
import {defineRule} from '../define-rule.ts'
import {isQuoted} from '../words/index.ts'
import {acceptedText, insertedText} from './accepted-text.ts'

const cited = /Conf\.\s(\d{1,2}\.\d{1,2})(?:\s\(Rev\.\s([A-Za-z]+\d+)\))?/g

/** Blocks whose words are looked at as one; what is quoted has the words of its time. */
const blocks = new Set([
  'coverBlock',
  'sectionHeading',
  'leadParagraph',
  'textParagraph',
  'tableCell',
  'tableCaption',
])

/**
 * A resolution is cited with the revision that is in force on the day of the document, or that its meeting will make.
 * What is quoted, and what an amended resolution had before, has the revisions of its time.
 * Source: house style, R15 (K3, K29, K32). Which revisions are known is in templates/instruments.yaml.
 */
export const instrumentRevision = defineRule(
  'instrument-revision',
  'error',
  ({plan, compositions, templates}, report) => {
    const date = plan.asOf
    // The cover is the author's.
    const textOf = (node: Node): string =>
      plan.yaml.value.amends && node.type !== 'coverBlock' ? insertedText(node) : acceptedText(node)
    for (const {tree, language} of compositions.values())
      for (const part of tree.children)
        visitParents(part as Node, (node, ancestors) => {
          if (node.type === 'quotation' || node.type === 'decision') return SKIP
          if (!blocks.has(node.type)) return undefined
          const words = textOf(node)
          for (const {0: text, 1: number = '', 2: revision, index} of words.matchAll(cited)) {
            if (isQuoted({text: words}, index, index + text.length)) continue
            const instrument = templates.instruments.find((known) => known.number === number)
            const inForce = instrument && revisionOn(instrument, date)
            if (!inForce || revision === inForce || revision === plan.meeting.code) continue
            // The number alone stands in the title of its revision.
            if (revision === undefined && plan.yaml.value.amends?.number === number) continue
            report(
              `${quote(text)} is not the resolution as it is in force on ${date}. Write ${quote(`Conf.\u00a0${number} (Rev.\u00a0${inForce})`)}.`,
              {
                path: part.file,
                place: [node, ...ancestors.toReversed()].find(({position}) => position)?.position,
                language: language.code,
              },
            )
          }
          return SKIP
        })
  },
)

/** The last revision that was made by a day; undefined where none is known. */
function revisionOn({revisions}: Instrument, date: string): string | undefined {
  return revisions.findLast(({since}) => since <= date)?.revision
}
