import {remembering} from '../../load/index.ts'
import type {GlossaryTerm, Plurals} from '../../resolve/index.ts'
import {pluralOf} from '../rules/words/plural-of.ts'
import {forAWhile} from './for-a-while.ts'
import type {Reading} from './reading.ts'
import type {Tongue} from './types.ts'

/** A term of the glossary that a text has, and all that may stand for it in another language. */
export interface FoundTerm {
  /** As it stands there. */
  written: string
  /** Words of a language, several where several terms are the same words in the language of the text. */
  equivalents(code: string): readonly string[]
}

/**
 * The terms of a text, in the singular or the plural: the longest that fits, so that “Appendix II” is not “Appendix”.
 *
 * @param reading  of a unit
 * @param tongue  its language
 */
export function termsIn(
  {text, words}: Pick<Reading, 'text' | 'words'>,
  tongue: Tongue,
  glossary: readonly GlossaryTerm[],
): FoundTerm[] {
  const forms = formsOf(tongue, glossary)
  const plain = text.replace(/[\u00a0’]/g, (sign) => (sign === '’' ? "'" : ' '))
  let last = 0
  return words.flatMap(({text: first, start}): FoundTerm[] => {
    if (start < last) return []
    const form = forms.get(first)?.find(({written}) => isAt(plain, written, start))
    if (!form) return []
    last = start + form.written.length
    return [{written: form.written, equivalents: (code) => equivalentsOf(form, code)}]
  })
}

function isAt(text: string, form: string, start: number): boolean {
  return (
    text.startsWith(form, start) &&
    !/^[\p{L}\p{N}-]/u.test(text.slice(start + form.length, start + form.length + 2))
  )
}

function equivalentsOf({terms, equivalents}: Form, code: string): readonly string[] {
  const found =
    equivalents.get(code) ??
    distinct(
      terms.flatMap(({words}) => {
        const {term, also = []} = words[code] ?? {}
        return term === undefined ? [] : [term, ...also]
      }),
    )
  equivalents.set(code, found)
  return found
}

/** A name may be a term of the glossary as well. */
function distinct(words: readonly string[]): string[] {
  return [...new Set(words)]
}

/** A form of a term, and the terms whose form it is. */
interface Form {
  written: string
  terms: GlossaryTerm[]
  /** By language, once they were asked for. */
  equivalents: Map<string, readonly string[]>
}

const known = new WeakMap<readonly GlossaryTerm[], Map<string, Map<string, Form[]>>>()

/** The forms of all terms in a language, by their first words, the longest first. */
function formsOf({code, usage}: Tongue, glossary: readonly GlossaryTerm[]): Map<string, Form[]> {
  const ofGlossary = known.get(glossary) ?? new Map<string, Map<string, Form[]>>()
  known.set(glossary, ofGlossary)
  const made = ofGlossary.get(code) ?? new Map<string, Form[]>()
  if (ofGlossary.has(code)) return made
  ofGlossary.set(code, made)
  const terms = new Map<string, GlossaryTerm[]>()
  for (const one of glossary) {
    const {term, also = []} = one.words[code] ?? {}
    if (term === undefined || one['several-senses']) continue
    const forms = [term, ...also].flatMap((form) => [form, pluralOf(form, usage.plurals)])
    for (const form of new Set(forms.flatMap(inCapitals))) terms.set(form, [...(terms.get(form) ?? []), one])
  }
  for (const [written, all] of [...terms].sort(([a], [b]) => b.length - a.length)) {
    const first = /^[\p{L}\p{M}-]+/u.exec(written)?.[0] ?? ''
    made.set(first, [...(made.get(first) ?? []), {written, terms: all, equivalents: new Map()}])
  }
  return made
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
export function hasTerm(reading: Reading, term: string, {'ends-before': joints}: Plurals): boolean {
  const words = plainOf(reading)
  return plainTerm(term)
    .filter((word) => !joints.includes(word))
    .every((word) => {
      const stem = word.slice(0, Math.max(stemLetters, word.length - inflected))
      return words.some((own) =>
        word.length <= stemLetters ? own === word || own === `${word}s` : own.startsWith(stem),
      )
    })
}

const plainOf = forAWhile((reading: Reading): readonly string[] => plainWords(reading.text))

// The terms of a large glossary.
const mostTerms = 5_000
const plainTerm = remembering(plainWords, mostTerms)

function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
