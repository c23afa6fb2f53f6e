import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {compare, finding} from '../message/index.ts'
import type {Dossier, GlossaryTerm, Translation} from '../resolve/index.ts'
import {type TranslationUnit, translationUnits} from '../translation/index.ts'
import {visit} from '../tree/index.ts'
import {disablesOf, disableUnused, withoutDisabled} from './disables.ts'
import {adoptedPlaces} from './pairs/adopted-places.ts'
import {readingOf} from './pairs/reading.ts'
import type {PairedFile, PairSetting, Tongue} from './pairs/types.ts'
import {pairRules} from './rules/index.ts'
import {pairIds} from './switches.ts'
import type {PairFinding, PairRule} from './types.ts'

/**
 * Applies the house rules about a unit and its translation to the words of every folder, in each language that is not the
 * original. What has no unit in the language is missed elsewhere, and how words are numbered and tables are shaped is
 * looked at in the finished document.
 *
 * @param dossier  its translations are what is compared
 * @param isWanted  whether a file of a translation is asked about
 * @returns findings at the translation, each with the place in the original
 */
export function checkPairs(
  dossier: Dossier,
  isWanted: (path: string) => boolean = () => true,
): VFileMessage[] {
  const tongues = dossier.languages.flatMap(({code, english}): Tongue[] => {
    const [usage, labels] = [
      dossier.templates.usage?.get(code)?.value,
      dossier.templates.labels?.get(code)?.value,
    ]
    return usage && labels ? [{code, name: english, usage, labels}] : []
  })
  const glossary = withNames(dossier)
  return dossier.translations.flatMap((translation) => {
    const [original, own] = [translation.original, translation.language].map((code) =>
      tongues.find((tongue) => tongue.code === code),
    )
    if (!original || !own) return []
    const setting = {original, translation: own, tongues, glossary}
    return translation.files.flatMap(({original: first, translation: second}) =>
      second && isWanted(second.path) && !first.isStandIn && !second.isStandIn
        ? findingsOf(pairedFile(first, second), setting, {translation, dossier})
        : [],
    )
  })
}

const named = new WeakMap<readonly GlossaryTerm[], {actors: unknown; terms: GlossaryTerm[]}>()

/** The glossary with the official names, the same list for the same files: what is made of it is kept with it. */
function withNames(dossier: Dossier): GlossaryTerm[] {
  const {glossary, templates} = dossier
  const actors = templates.actors?.value
  const known = named.get(glossary)
  if (known && known.actors === actors) return known.terms
  const terms = [...glossary, ...officialNames(dossier)]
  named.set(glossary, {actors, terms})
  return terms
}

/**
 * Names of bodies, addressees and authors, which have one form in each language. Those of one word are left out: a sentence
 * may go on with a pronoun, as with “elles” of Parties.
 */
function officialNames({templates}: Dossier): GlossaryTerm[] {
  return Object.entries(templates.actors?.value ?? {}).flatMap(([id, actor]): GlossaryTerm[] => {
    const words = Object.entries(actor).flatMap(([code, forms]): [string, {term: string}][] =>
      typeof forms === 'object' && 'name' in forms && forms.name ? [[code, {term: forms.name}]] : [],
    )
    const areLong = words.some(([, {term}]) => term.includes(' '))
    return words.length > 1 && areLong ? [{id, words: Object.fromEntries(words)}] : []
  })
}

function pairedFile(original: Source, translation: Source): PairedFile {
  const own = new Map(translationUnits(translation).map((unit) => [unit.key, unit]))
  const pairs = translationUnits(original).flatMap((unit) => {
    const translated = own.get(unit.key)
    const isOpen = translated && (isUnfinished(unit) || isUnfinished(translated))
    return translated && !isOpen ? [{original: unit, translation: translated}] : []
  })
  return {original, translation, pairs}
}

/** Whether words are still to be written: a hint stands there, or a reference to a note without text, which is told elsewhere. */
function isUnfinished(unit: TranslationUnit): boolean {
  if (readingOf(unit).hasHint) return true
  const typed = unit.source.replace(/:ref\[\^[^\]]*\]/g, '').split(/(?<!\\)\[\^[^\]\s]+\]/).length - 1
  if (typed === 0) return false
  const known: unknown[] = []
  for (const node of unit.nodes) visit(node, 'footnoteReference', (reference) => void known.push(reference))
  return known.length < typed
}

function findingsOf(
  paired: PairedFile,
  setting: PairSetting,
  {translation, dossier}: {translation: Translation; dossier: Dossier},
): VFileMessage[] {
  const [plan] = [...translation.documents].sort((a, b) => compare(a.meeting.starts, b.meeting.starts))
  if (!plan) return []
  const notAsked = plan.profile['not-asked']
  const found = pairRules
    .filter(({id}) => !notAsked.includes(id))
    .flatMap((rule) => rule.look(paired, setting).map((one) => ({...one, rule})))
  const isAdopted = found.length > 0 ? adoptedPlaces(paired.translation, plan, dossier) : () => false
  const messages = found.flatMap((one) => messageOf(one, paired, translation, isAdopted(one.place)))
  const disables = disablesOf(paired.translation)
  const {rest, unused} = withoutDisabled([disables], messages)
  const forNothing = unused.filter(({disable: {rule}}) => pairIds.includes(rule))
  return [...rest, ...forNothing.map(({disable}) => disableUnused(disables.path, disable))]
}

/** Of adopted words it is only said where what is in them is another, and never that they are wrong. */
function messageOf(
  {rule: {id, about, reach}, reason, place, other}: PairFinding & {rule: PairRule},
  {original, translation}: PairedFile,
  {state}: Translation,
  isAdopted: boolean,
): VFileMessage[] {
  if (about === 'wording' && isAdopted && !reach.seesAdopted) return []
  const severity = about === 'structure' && state === 'complete' && !isAdopted ? 'error' : 'warning'
  return [
    finding(severity, reason, {
      path: translation.path,
      place,
      ruleId: id,
      other: {path: original.path, place: other},
    }),
  ]
}
