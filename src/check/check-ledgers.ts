import type {VFileMessage} from 'vfile-message'
import {compareWords} from '../difference/index.ts'
import {finding, type MessageDetails, startOfFile} from '../message/index.ts'
import type {Dossier, Translation} from '../resolve/index.ts'
import type {UnitPair, Verdict} from '../translation/index.ts'

// A translation of which nothing was confirmed for long has many such units: the count says how many.
const mostUnits = 50

/**
 * What the ledgers say of the translations: which units are stale, which are not confirmed. What a language lacks is told
 * by the rules that compare it with the original.
 *
 * @param dossier  with its translations
 * @param isWanted  whether a file is asked about
 * @param isFinal  whether it is to be issued: then nothing may be left to be confirmed
 */
export function checkLedgers(
  dossier: Pick<Dossier, 'translations' | 'languages'>,
  isWanted: (path: string) => boolean,
  isFinal: boolean,
): VFileMessage[] {
  return dossier.translations.flatMap((translation) => {
    const files = translation.files.filter(({path}) => isWanted(path))
    if (files.length === 0) return []
    const of: Of = {
      translation,
      severity: isFinal ? 'error' : 'warning',
      original: englishName(dossier, translation.original),
      language: englishName(dossier, translation.language),
    }
    return translation.hasLedger ? ofLedger(of) : withoutLedger(of)
  })
}

interface Of {
  translation: Translation
  severity: 'error' | 'warning'
  /** What the two languages are called. */
  original: string
  language: string
}

function englishName({languages}: Pick<Dossier, 'languages'>, code: string): string {
  return languages.find((language) => language.code === code)?.english ?? code
}

/** Said once, at the first file that there is. */
function withoutLedger({translation, severity, original, language}: Of): VFileMessage[] {
  const translated = translation.pairs().filter(({verdict}) => verdict !== 'missing')
  const [first] = translated
  if (!first?.translation) return []
  const [what, them] =
    translated.length === 1 ? ['the one unit', 'it'] : [`the ${translated.length} units`, 'them']
  return [
    finding(
      severity,
      `Nobody has confirmed ${what} of this translation into ${language}, so that no later change of the ${original} is told. Compare ${them}, then type “translate confirm ${nameOf(translation)} --to ${translation.language}”.`,
      {path: first.translation.path, ruleId: 'translation-ledger', place: startOfFile},
    ),
  ]
}

function ofLedger(of: Of): VFileMessage[] {
  // Of a ledger with errors nothing is known.
  if (!of.translation.ledger) return []
  const open = of.translation.pairs().filter(({verdict}) => verdict === 'stale' || verdict === 'unconfirmed')
  const [first] = open
  if (!first?.translation) return []
  const counted = finding(of.severity, countOf(of, open), {
    path: first.translation.path,
    ruleId: ruleOf(first.verdict),
    place: startOfFile,
  })
  return [counted, ...open.slice(0, mostUnits).map((pair) => ofUnit(of, pair))]
}

/** “3 of the 120 units are stale (1 by punctuation …), 2 unconfirmed”: how much there is to do, before what it is. */
function countOf({translation, language}: Of, open: readonly UnitPair[]): string {
  const stale = open.filter(({verdict}) => verdict === 'stale')
  const small = stale.filter(({isSmall}) => isSmall).length
  const ofSmall = small > 0 ? ` (${small} by punctuation, capitals or marks alone)` : ''
  const counts = [
    ...(stale.length > 0 ? [`${stale.length} stale${ofSmall}`] : []),
    ...(stale.length < open.length ? [`${open.length - stale.length} unconfirmed`] : []),
  ]
  const more = open.length > mostUnits ? ` The first ${mostUnits} are listed.` : ''
  const name = nameOf(translation)
  return `The ${language} of ${name} has ${translation.pairs().length} units: ${counts.join(' and ')}.${more} When all are right, type “translate confirm ${name} --to ${translation.language}”.`
}

function ruleOf(verdict: Verdict): string {
  return verdict === 'stale' ? 'translation-stale' : 'translation-unconfirmed'
}

function ofUnit(of: Of, pair: UnitPair): VFileMessage {
  const {translation: unit, original} = pair
  const details: MessageDetails = {
    path: unit?.path ?? original.path,
    ruleId: ruleOf(pair.verdict),
    place: unit?.place,
    other: {path: original.path, place: original.place},
  }
  return finding(
    of.severity,
    pair.verdict === 'stale' ? staleWords(of, pair) : editedWords(of, pair),
    details,
  )
}

function staleWords(
  {original, language}: Of,
  {entry, original: {source}, translation, isSmall}: UnitPair,
): string {
  const runs = compareWords(entry?.source ?? '', source)
  const then = excerpt(
    runs.flatMap(({kind, text}) =>
      kind === 'inserted' ? [] : [{text, mark: kind === 'deleted' ? '-' : ''}],
    ),
  )
  const now = excerpt(
    runs.flatMap(({kind, text}) =>
      kind === 'deleted' ? [] : [{text, mark: kind === 'inserted' ? '+' : ''}],
    ),
  )
  const what = isSmall
    ? `The ${original} has other punctuation, capitals or marks since this was confirmed, and the same words`
    : `The ${original} has changed since this was confirmed`
  return `${what}. Then: “${then}”. Now: “${now}”. ${language}: “${cut(translation?.source ?? '')}”. Put the change into the ${language}, or confirm it as it is.`
}

function editedWords({original, language}: Of, {entry, original: {source}, translation}: UnitPair): string {
  const here = `${language}: “${cut(translation?.source ?? '')}”`
  return entry
    ? `The ${language} was changed since it was confirmed, the ${original} was not. ${original}: “${cut(source)}”. ${here}. Compare the two and confirm them.`
    : `Nobody has confirmed this unit. ${original}: “${cut(source)}”. ${here}. Compare the two and confirm them.`
}

const unitLength = 300

function cut(text: string): string {
  return text.length > unitLength ? `${text.slice(0, unitLength - 1)}…` : text
}

/** So many characters stand on each side of a change. */
const around = 60

/** A text with its changes marked, and of what stays no more than what is near them: `… the [-old-] words …`. */
function excerpt(pieces: readonly {text: string; mark: string}[]): string {
  return cut(
    pieces
      .map(({text, mark}, index) => {
        if (mark !== '') return marked(text, mark)
        return shortened(text, index > 0, index < pieces.length - 1)
      })
      .join(''),
  )
}

/** White space around what came or went stands outside of the marks. */
function marked(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return mark === '-' ? `${before}[-${words}-]${after}` : `${before}{+${words}+}${after}`
}

function shortened(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const [before, after] = [hasBefore ? around : 0, hasAfter ? around : 0]
  if (text.length <= before + after + 1) return text
  // A whole text without a change beside it is told from its beginning.
  if (before + after === 0) return text
  const head = before > 0 ? text.slice(0, before).replace(/\S*$/, '') : ''
  const tail = after > 0 ? text.slice(-after).replace(/^\S*/, '') : ''
  return `${head}…${tail}`
}

function nameOf({folder}: Translation): string {
  return folder.replace(/^documents\/(?=.)/, '')
}
