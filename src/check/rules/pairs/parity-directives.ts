import {quote, severalOf} from '../../../message/index.ts'
import {definePairRule, placesOf} from '../../define-rule.ts'
import {differences} from '../../pairs/difference.ts'
import {lineDifferences} from '../../pairs/directive-lines.ts'
import {readingOf} from '../../pairs/reading.ts'

/**
 * A translation has the directives of its original, with what stands in their brackets and braces, and its references to
 * notes: what the build prints is never typed in one language alone. Source: house style, 7.
 */
export const parityDirectives = definePairRule(
  'parity-directives',
  'structure',
  (paired, setting, report) => {
    const [original, own] = [setting.original.name, setting.translation.name]
    const say = (
      wanted: readonly string[],
      found: readonly string[],
      at: Parameters<typeof report>[1],
    ): void => {
      const there = severalOf(wanted.map((one) => quote(one)))
      const here = severalOf(found.map((one) => quote(one)))
      if (there === '')
        report(
          `${own} has ${here}, which ${original} does not have. Delete it, or write it in ${original} too.`,
          at,
        )
      else if (here === '')
        report(
          `${own} lacks ${there}, which ${original} has. ${there.startsWith('“::') ? 'Write it at the same place.' : 'Write it where its words are to stand, in place of any that are typed.'}`,
          at,
        )
      else report(`${own} has ${here} where ${original} has ${there}. Write ${there}.`, at)
    }
    for (const pair of paired.pairs) {
      const [first, second] = [readingOf(pair.original), readingOf(pair.translation)]
      const [wanted, found] = differences(
        comparable(first.directives),
        comparable(second.directives),
        (one) => one,
      )
      if (wanted.length + found.length > 0) say(wanted, found, placesOf(pair))
      if (first.isAmended !== second.isAmended)
        say(first.isAmended ? changes : [], second.isAmended ? changes : [], placesOf(pair))
    }
    for (const {wanted, found, ...at} of lineDifferences(paired)) say(wanted, found, at)
  },
)

const changes = [':ins[…]', ':del[…]']

// Whether a meeting or a decision is named in full depends on the sentence.
const formOfWording = /^(:(?:meeting|ref)\[[^\]]*\]|:decision\[[^\]]*\](?=\{form=number\}))\{form=[^}]*\}$/u
const letter = /^:decision\[([^\].]+)\.[^\]]*\]\{form=letter\}$/u

/**
 * Directives without what is a matter of wording: how a meeting is named, and whether “paragraph c) of Decision 14.35” is
 * written by one or by two.
 */
function comparable(directives: readonly string[]): string[] {
  const parents = new Set(directives.flatMap((one) => letter.exec(one)?.[1] ?? []))
  return directives
    .filter((one) => !parents.has(/^:decision\[([^\].]+)\]/.exec(one)?.[1] ?? ''))
    .map((one) => (letter.test(one) ? one.replace('{form=letter}', '') : one.replace(formOfWording, '$1')))
}
