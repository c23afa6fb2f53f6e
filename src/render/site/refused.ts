import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {SiteComposition, SiteDocument, SiteRefused} from '../../compose/index.ts'
import {lines} from '../html/index.ts'
import {inlineWords} from './words.ts'

/** “Not available because of 2 errors”. */
export function errorWords({words}: SiteComposition, errors: number): ElementContent {
  const form = (errors === 1 ? words['refused-one'] : words['refused-other']) ?? ''
  return {type: 'text', value: form.replace('{count}', String(errors))}
}

/** The language of a page, or the first in which a document is made; undefined where there is none. */
export function madeLanguage(
  {languages}: SiteDocument,
  {language}: SiteComposition,
): SiteDocument['languages'][number] | undefined {
  const made = languages.filter(({errors}) => errors === 0)
  return made.find((own) => own.language.code === language.code) ?? made[0]
}

/** What is not shown, each by its name with its errors counted; nothing where there is none. */
export function refusedList(refused: readonly SiteRefused[], page: SiteComposition): ElementContent[] {
  if (refused.length === 0) return []
  const items = refused.map(({name, errors}) =>
    h('li', [...inlineWords(name), {type: 'text' as const, value: ': '}, errorWords(page, errors)]),
  )
  return [h('ul', {className: ['files']}, lines(items))]
}
