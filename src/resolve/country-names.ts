import en from 'i18n-iso-countries/langs/en.json' with {type: 'json'}
import es from 'i18n-iso-countries/langs/es.json' with {type: 'json'}
import fr from 'i18n-iso-countries/langs/fr.json' with {type: 'json'}

type Names = Readonly<Record<string, string | readonly string[]>>

// Only its data, and only of the languages that the package comes with: a root's other languages have records of their own.
const byLanguage = new Map<string, Names>([
  ['en', en.countries],
  ['fr', fr.countries],
  ['es', es.countries],
])

/**
 * What the package i18n-iso-countries calls a country, the usual name first; nothing for a code or language that it is
 * not asked for.
 *
 * @param code  of ISO 3166-1, two capital letters
 * @param language  two small letters
 */
export function countryNames(code: string | undefined, language: string): readonly string[] {
  return [(code !== undefined && byLanguage.get(language)?.[code]) || []].flat()
}

/** Languages that have names of countries. */
export const languagesOfNames: readonly string[] = [...byLanguage.keys()]
