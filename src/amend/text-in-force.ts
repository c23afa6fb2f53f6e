import {compare} from '../message/index.ts'
import type {DocumentPlan, Dossier, QuotedText} from '../resolve/index.ts'

/** A resolution as it is named: `Resolution Conf. 11.3 (Rev. CoP14)`. */
export function resolutionName(number: string, revision: string | undefined): string {
  return `Resolution Conf. ${number}${revision === undefined ? '' : ` (Rev. ${revision})`}`
}

/**
 * The text that a document amends, as documents/texts/ has it.
 *
 * @returns the text, or one sentence or two why there is none that can be amended on the day of the document
 */
export function textInForce(
  {yaml, asOf, path}: DocumentPlan,
  {texts, templates}: Pick<Dossier, 'texts' | 'templates'>,
): {text: QuotedText} | {refused: string} {
  const {amends} = yaml.value
  if (!amends)
    return {
      refused: `The document ${path} amends no resolution. Add “amends: {number: "11.3", revision: CoP14}” with its own number to its document.yaml.`,
    }
  const {number} = amends
  const revision = amends.revision ?? undefined
  const name = resolutionName(number, revision)
  const latest = templates.instruments
    .find((known) => known.number === number)
    ?.revisions.filter(({since}) => since <= asOf)
    .toSorted((a, b) => compare(a.since, b.since))
    .at(-1)
  if (latest && latest.revision !== revision)
    return {
      refused: `On the day of the document (${asOf}) ${resolutionName(number, latest.revision)} is in force, and not ${name}. Correct “amends” in its document.yaml.`,
    }
  const own = [...texts.values()].filter(({yaml: {value}}) => value.resolution === number)
  const text = own.find(({yaml: {value}}) => value.revision === revision)
  if (!text) {
    const others = own.map(({yaml: {value}}) => resolutionName(number, value.revision))
    const there = others.length > 0 ? ` Of it there is only ${others.sort(compare).join(', ')}.` : ''
    const file = `documents/texts/conf-${number.replace('.', '-')}${revision ? `-${revision.toLowerCase()}` : ''}.yaml`
    return {
      refused: `The words of ${name} are not in documents/texts/.${there} Write them into ${file} and one file for each language beside it (docs/quoting.md, “Texts of elsewhere”).`,
    }
  }
  if (text.since === undefined || text.since > asOf)
    return {
      refused: `${name} is in force since ${text.since}, after the day of the document (${asOf}). Correct “amends” or the date in its document.yaml.`,
    }
  return {text}
}
