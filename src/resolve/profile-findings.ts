import type {VFileMessage} from 'vfile-message'
import {error, nearest, quote} from '../message/index.ts'
import {collector, unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {Kind, KnownNames, Labels, Profile, Styles} from './template-types.ts'

/** What the blocks of a profile's covers may name. */
export interface CoverNames {
  kinds: ReadonlyMap<string, Located<Kind>>
  names: KnownNames
  styles: Styles
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
  const all = [...profiles.values()]
  return [
    ...[...labels].flatMap(([code, file]) => missingMarks(code, file, all)),
    ...all.flatMap((profile) => coverFindings(profile, names)),
  ]
}

/** Profiles without the marks of a language: at the profile, but where only the root's new language is to be mended. */
function missingMarks(
  code: string,
  {path, data}: Located<Labels>,
  profiles: readonly Located<Profile>[],
): VFileMessage[] {
  const lacking = profiles.filter(({value}) => !value.typography[code])
  const here = lacking.filter((profile) => profile.data.isOwn([]) || !data.isOwn([]))
  const messages = here.map((profile) => {
    const reason = `The key ${quote(code)} is missing under ${quote('typography')}; it is asked for by templates/labels.${code}.yaml. Add it.`
    const place = profile.data.locate(['typography'], 'key')
    return error(reason, {path: profile.path, ruleId: 'template-keys', place})
  })
  const others = lacking.filter((profile) => !here.includes(profile)).map((profile) => profile.path)
  if (others.length === 0) return messages
  const reason = `This language has no marks in ${others.join(' and ')}. Write files of these paths, with “typography: {${code}: {…}}”.`
  return [
    ...messages,
    error(reason, {path, ruleId: 'template-keys', place: data.locate(['language'], 'key')}),
  ]
}

function coverFindings(
  profile: Located<Profile>,
  {kinds, names: {phrases}, styles}: CoverNames,
): VFileMessage[] {
  const {messages, say} = collector()
  const blocks = new Set([...kinds.values()].flatMap(({value}) => value.cover.map(({id}) => id)))
  const paragraphs = styles['paragraph-styles']
  for (const [id, {style, phrase}] of Object.entries(profile.value.cover ?? {})) {
    if (kinds.size > 0 && !blocks.has(id))
      say(profile, ['cover', id], 'unknown-block', unknown('block of a cover', id, [...blocks]))
    if (!phrases.has(phrase))
      say(
        profile,
        ['cover', id, 'phrase'],
        'unknown-phrase',
        nearest(phrase, phrases)
          ? unknown('phrase', phrase, phrases)
          : `There is no phrase ${quote(phrase)}. Add “${phrase}: …” under “of-kinds” in templates/phrases.<language>.yaml, in every language.`,
      )
    if (!Object.hasOwn(paragraphs, style))
      say(
        profile,
        ['cover', id, 'style'],
        'unknown-style',
        `There is no style ${quote(style)} in templates/styles.yaml. Add it there, or write one of its names.`,
      )
  }
  return messages
}
