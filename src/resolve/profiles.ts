import type {VFileMessage} from 'vfile-message'
import {error} from '../message/index.ts'
import {mergedValue} from '../validate/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {Profile, Typography, WrittenProfile} from './profile-types.ts'

const empty: Profile = {
  'unaccented-capitals': [],
  typography: {},
  'not-asked': ['money', 'per-cent', 'spelling', 'verb-place'],
}

/** Of what a profile says nothing nobody knows the habit: the build prints what templates/ have, and no rule asks. */
const notKnown: Typography = {
  'space-before': {marks: ':;!?', space: 'unknown'},
  'quotation-marks': ['“”', '""', '« »', '«»', '‘’'],
  'day-range': 'unknown',
}

/**
 * Profiles with what each takes from the one that it is like, key by key: a file says only what its period does otherwise.
 *
 * @param written  by name
 * @param paths  every path that was seen: a profile like one with errors is left out, and nothing is said of it
 * @returns whole profiles, each at its file, and those that are like none or like themselves
 */
export function resolveProfiles(
  written: ReadonlyMap<string, Located<WrittenProfile>>,
  paths: ReadonlySet<string>,
): {profiles: Map<string, Located<Profile>>; messages: VFileMessage[]} {
  const messages: VFileMessage[] = []
  const profiles = new Map<string, Located<Profile>>()
  for (const [name, file] of written) {
    const {path, data} = file
    const say = (ruleId: string, reason: string): void => {
      messages.push(error(reason, {path, ruleId, place: data.locate(['like'])}))
    }
    const chain = chainOf(name, written)
    const {like} = (chain.at(-1) ?? file).value
    if (like !== undefined && written.get(like) === file)
      say('profile-circle', 'This profile is like itself in the end. Write another name, or delete “like”.')
    else if (like !== undefined && chain.length === 1 && !paths.has(`templates/profiles/${like}.yaml`))
      say('unknown-profile', unknown('profile', like, otherThan(name, written)))
    if (like !== undefined) continue
    const whole = [...chain]
      .reverse()
      .reduce<unknown>((base, {value}) => mergedValue(base, value), empty) as Profile
    const typography = Object.entries(whole.typography).map(([code, own]) => [code, {...notKnown, ...own}])
    profiles.set(name, {path, data, value: {...whole, typography: Object.fromEntries(typography)}})
  }
  return {profiles, messages}
}

const otherThan = (name: string, written: ReadonlyMap<string, unknown>): string[] =>
  [...written.keys()].filter((other) => other !== name)

/** A profile, the one that it is like, and so on, as far as they are there; none twice. */
function chainOf(
  name: string,
  written: ReadonlyMap<string, Located<WrittenProfile>>,
): Located<WrittenProfile>[] {
  const chain: Located<WrittenProfile>[] = []
  let next = written.get(name)
  while (next && !chain.includes(next)) {
    chain.push(next)
    next = next.value.like === undefined ? undefined : written.get(next.value.like)
  }
  return chain
}
