import type {VFileMessage} from 'vfile-message'
import {languagesOf, refuses} from '../asked.ts'
import {check} from '../check/index.ts'
import {type Composition, compose} from '../compose/index.ts'
import {error, isError} from '../message/index.ts'
import {number} from '../number/index.ts'
import type {DocumentPlan, Dossier} from '../resolve/index.ts'
import {sizeFault} from '../validate/index.ts'
import type {SourceFindings} from './types.ts'
import {withPairs} from './with-pairs.ts'

/** A document in one language, put together and looked at. */
export interface LanguageLooked {
  code: string
  /** Undefined where its sources have errors, or its language has. */
  composition: Composition | undefined
  isRefused: boolean
  messages: readonly VFileMessage[]
}

/**
 * Puts a document together in each of its languages, numbers it, and applies the rules to all of them.
 *
 * @param plan  with its words
 */
export function lookAtDocument(
  dossier: Dossier,
  plan: DocumentPlan,
  {ofSources, ofPairs, ofLedgers}: SourceFindings,
  isFinal: boolean,
): LanguageLooked[] {
  const without = (code: string): LanguageLooked => ({
    code,
    composition: undefined,
    isRefused: true,
    messages: [],
  })
  const byLanguage = new Map<string, Composition>()
  const broken: LanguageLooked[] = []
  for (const {language} of plan.languages) {
    const isBroken = ofSources.some((message) => isError(message) && refuses(message, plan, language.code))
    if (isBroken) broken.push(without(language.code))
    else byLanguage.set(language.code, numbered(dossier, plan, language))
  }
  const checked = check({
    plan,
    compositions: byLanguage,
    isFinal,
    templates: dossier.templates,
    texts: dossier.texts,
  })
  const byCode = withPairs(ofPairs, plan, byLanguage, checked)
  const made = [...byLanguage].map(([code, composition]): LanguageLooked => {
    const messages = [
      ...(byCode.get(code) ?? []),
      ...ofLedgers.filter((message) => refuses(message, plan, code)),
    ]
    return {code, composition, isRefused: messages.some(isError), messages}
  })
  return [...plan.languagesInError.map(without), ...broken, ...made]
}

/** A document in one language as a finished tree; one that is too large says so. */
function numbered(
  dossier: Dossier,
  plan: DocumentPlan,
  language: DocumentPlan['languages'][number]['language'],
): Composition {
  const composition = compose(dossier, plan, language)
  const size = sizeFault(composition.tree)
  if (size) {
    const details = {path: plan.yaml.path, ruleId: size.ruleId, language: language.code}
    composition.messages.push(error(size.reason, details))
  }
  number(composition.tree, dossier.templates.numbering)
  return composition
}

/** Whether a message is about one of the documents. */
export function isOfAny(message: VFileMessage, plans: readonly DocumentPlan[]): boolean {
  return plans.some((plan) => languagesOf(plan).some((code) => refuses(message, plan, code)))
}
