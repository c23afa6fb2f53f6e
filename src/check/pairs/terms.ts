import type {GlossaryTerm, Plurals} from '../../resolve/index.ts'
import {anyOf, matches, wordEnd, wordStart} from '../rules/words/matches.ts'
import {pluralOf} from '../rules/words/plural-of.ts'
import type {Tongue} from './types.ts'

/** A term of the glossary that a text has, and all that may stand for it in another language. */
export interface FoundTerm {
  /** As it stands there. */
  written: string
  /** Words of a language, several where several terms are the same words in the language of the text. */
  equivalents(code: string): string[]
}

/**
 * The terms of a text, in the singular or the plural: the longest that fits, so that “Appendix II” is not “Appendix”.
 *
 * @param text  as a reading has it
 * @param tongue  its language
 */
export function termsIn(text: string, tongue: Tongue, glossary: readonly GlossaryTerm[]): FoundTerm[] {
  const {pattern, terms} = finderOf(tongue, glossary)
  if (!pattern) return []
  return matches({text: text.replaceAll('’', "'")}, pattern).map(({text: written}) => {
    const found = terms.get(written.replaceAll('\u00a0', ' ')) ?? []
    return {
      written,
      equivalents: (code) => [
        ...new Set(
          found.flatMap(({words}) => {
            const {term, also = []} = words[code] ?? {}
            return term === undefined ? [] : [term, ...also]
          }),
        ),
      ],
    }
  })
}

interface Finder {
  pattern: RegExp | undefined
  /** By each of their forms. */
  terms: Map<string, GlossaryTerm[]>
}

const finders = new WeakMap<readonly GlossaryTerm[], Map<string, Finder>>()

function finderOf({code, usage}: Tongue, glossary: readonly GlossaryTerm[]): Finder {
  const ofGlossary = finders.get(glossary) ?? new Map<string, Finder>()
  finders.set(glossary, ofGlossary)
  const known = ofGlossary.get(code)
  if (known) return known
  const terms = new Map<string, GlossaryTerm[]>()
  for (const one of glossary) {
    const {term, also = []} = one.words[code] ?? {}
    if (term === undefined || one['several-senses']) continue
    const forms = [term, ...also].flatMap((form) => [form, pluralOf(form, usage.plurals)])
    for (const form of new Set(forms.flatMap(inCapitals))) terms.set(form, [...(terms.get(form) ?? []), one])
  }
  const pattern =
    terms.size === 0 ? undefined : new RegExp(`${wordStart}(?:${anyOf([...terms.keys()])})${wordEnd}`, 'gu')
  const finder = {pattern, terms}
  ofGlossary.set(code, finder)
  return finder
}

/** As it stands and with more capitals: a term that has one is none without it, as “decision” in a sentence. */
function inCapitals(form: string): string[] {
  return [form, form.slice(0, 1).toUpperCase() + form.slice(1), form.toUpperCase()]
}

/** Letters with which a word begins that another form of it has too; what is inflected is behind them. */
const stemLetters = 4
const inflected = 3

/**
 * Whether a text has a term in some form: words that begin as those of the term do, in any order and with others between
 * them, since “quota d'exportation” may be “quotas annuels d'exportation”.
 */
export function hasTerm(text: string, term: string, {'ends-before': joints}: Plurals): boolean {
  const words = plainWords(text)
  return plainWords(term)
    .filter((word) => !joints.includes(word))
    .every((word) => {
      const stem = word.slice(0, Math.max(stemLetters, word.length - inflected))
      return words.some((own) =>
        word.length <= stemLetters ? own === word || own === `${word}s` : own.startsWith(stem),
      )
    })
}

function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
