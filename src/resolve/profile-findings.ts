import type {VFileMessage} from 'vfile-message'
import {error, nearest, quote} from '../message/index.ts'
import {collector, unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {Kind, Labels, Profile, Styles} from './template-types.ts'

/** What the blocks of a profile's covers may name. */
export interface CoverNames {
  kinds: ReadonlyMap<string, Located<Kind>>
  phrases: ReadonlyMap<string, Located<Record<string, string>>>
  styles: Styles | undefined
}

/**
 * What a profile lacks or names in vain: the marks of a language, without which its rules would be silent; blocks of
 * covers, their phrases and styles.
 *
 * @param labels  by language, whose languages are asked for
 */
export function profileFindings(
  profiles: ReadonlyMap<string, Located<Profile>>,
  labels: ReadonlyMap<string, Located<Labels>>,
  names: CoverNames,
): VFileMessage[] {
  return [...profiles.values()].flatMap((profile) => [
    ...missingMarks(profile, [...labels.keys()]),
    ...coverFindings(profile, names),
  ])
}

function missingMarks(profile: Located<Profile>, languages: readonly string[]): VFileMessage[] {
  return languages
    .filter((code) => !profile.value.typography[code])
    .map((code) => {
      const reason = `The key ${quote(code)} is missing under ${quote('typography')}; it is asked for by templates/labels.${code}.yaml. Add it.`
      const place = profile.data.locate(['typography'], 'key')
      return error(reason, {path: profile.path, ruleId: 'template-keys', place})
    })
}

function coverFindings(profile: Located<Profile>, {kinds, phrases, styles}: CoverNames): VFileMessage[] {
  const {messages, say} = collector()
  const blocks = new Set([...kinds.values()].flatMap(({value}) => value.cover.map(({id}) => id)))
  const sentences = [...phrases.values()][0]?.value
  const paragraphs = styles?.['paragraph-styles']
  for (const [id, {style, phrase}] of Object.entries(profile.value.cover ?? {})) {
    if (kinds.size > 0 && !blocks.has(id))
      say(profile, ['cover', id], 'unknown-block', unknown('block of a cover', id, [...blocks]))
    if (sentences && !Object.hasOwn(sentences, phrase))
      say(
        profile,
        ['cover', id, 'phrase'],
        'unknown-phrase',
        nearest(phrase, Object.keys(sentences))
          ? unknown('phrase', phrase, Object.keys(sentences))
          : `There is no phrase ${quote(phrase)}. Add “${phrase}: …” to templates/phrases.<language>.yaml, in every language.`,
      )
    if (paragraphs && !Object.hasOwn(paragraphs, style))
      say(
        profile,
        ['cover', id, 'style'],
        'unknown-style',
        `There is no style ${quote(style)} in templates/styles.yaml. Add it there, or write one of its names.`,
      )
  }
  return messages
}
