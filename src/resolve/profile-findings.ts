import type {VFileMessage} from 'vfile-message'
import {error, nearest, quote} from '../message/index.ts'
import {actorFault} from './actors.ts'
import {collector, unknown} from './findings.ts'
import type {Kind} from './kind-types.ts'
import type {Located} from './located.ts'
import type {PeriodSymbol, WrittenProfile} from './profile-types.ts'
import {plainSpaces} from './symbols.ts'
import type {KnownNames, Labels, Styles} from './template-types.ts'

/** What a profile's covers and symbols may name. */
export interface ProfileNames {
  kinds: ReadonlyMap<string, Located<Kind>>
  names: KnownNames
  styles: Styles
}

/**
 * What a profile lacks or names in vain: the marks of a language, without which its rules would be silent; blocks of
 * covers, their phrases and styles; kinds and bodies of its symbols.
 *
 * @param profiles  as their files have them: what is like another is said of that one
 * @param labels  by language, whose languages are asked for
 */
export function profileFindings(
  profiles: ReadonlyMap<string, Located<WrittenProfile>>,
  labels: ReadonlyMap<string, Located<Labels>>,
  names: ProfileNames,
): VFileMessage[] {
  const all = [...profiles.values()]
  return [
    ...[...labels].flatMap(([code, file]) => missingMarks(code, file, all)),
    ...all.flatMap((profile) => [...coverFindings(profile, names), ...symbolFindings(profile, names)]),
    ...all.flatMap(sharedForms),
  ]
}

/** Profiles without the marks of a language: at the profile, but where only the root's new language is to be mended. */
function missingMarks(
  code: string,
  {path, data}: Located<Labels>,
  profiles: readonly Located<WrittenProfile>[],
): VFileMessage[] {
  const lacking = profiles.filter(({value}) => value.like === undefined && !value.typography?.[code])
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
  profile: Located<WrittenProfile>,
  {kinds, names: {phrases}, styles}: ProfileNames,
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

/** Symbols that no kind has, and bodies that there are not. */
function symbolFindings(
  profile: Located<WrittenProfile>,
  {kinds, names: {actors}}: ProfileNames,
): VFileMessage[] {
  const {messages, say} = collector()
  const patterns = new Set([...kinds.values()].flatMap(({value}) => value.symbol ?? []).map(plainSpaces))
  for (const [id, {of, bodies = []}] of Object.entries(profile.value.symbols ?? {})) {
    if (kinds.size > 0 && !patterns.has(plainSpaces(of)))
      say(
        profile,
        ['symbols', id, 'of'],
        'unknown-symbol',
        `No kind has the symbol ${quote(of)}. Write one of templates/kinds/, as it stands there.`,
      )
    for (const [index, body] of bodies.entries()) {
      const fault = actorFault(actors, body, 'body')
      if (fault) say(profile, ['symbols', id, 'bodies', index], fault.ruleId, fault.reason)
    }
  }
  return messages
}

/** Forms that one author wrote for the same symbols and the same body: only the last would be used. */
function sharedForms(profile: Located<WrittenProfile>): VFileMessage[] {
  const {messages, say} = collector()
  const own = Object.entries(profile.value.symbols ?? {}).filter(([id]) =>
    profile.data.isOwn(['symbols', id]),
  )
  for (const [index, [id, form]] of own.entries()) {
    const other = own.slice(0, index).find(([, earlier]) => isSharing(earlier, form))?.[0]
    if (other !== undefined)
      say(
        profile,
        ['symbols', id],
        'symbol-form-twice',
        `${quote(other)} says already how ${quote(form.of)} is written for the same body. Delete one of the two, or give each its own “bodies”.`,
      )
  }
  return messages
}

function isSharing(one: PeriodSymbol, other: PeriodSymbol): boolean {
  if (plainSpaces(one.of) !== plainSpaces(other.of)) return false
  if (!one.bodies || !other.bodies) return one.bodies === other.bodies
  return one.bodies.some((body) => other.bodies?.includes(body))
}
