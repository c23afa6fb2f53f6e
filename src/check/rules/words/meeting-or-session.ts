import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, inAnyCase, matches, passagesWith, wordEnd, wordStart} from './matches.ts'

/**
 * A body has meetings, a sitting is a session: meeting, session, reunión against session, séance, sesión.
 * Source: house style, R22 and 2.2 (K0, K8, K9, K10).
 */
export const meetingOrSession = defineWordsRule(
  'meeting-or-session',
  'warning',
  ({passages}, setting, report) => {
    const numbers = setting.meetingNumbers.map((number) => number.replace(/:sup\[(.*?)\]/, '$1'))
    const bodies = setting.usage.meetings.flatMap(({of}) => of.map((body) => body.split(' ')[0] ?? ''))
    for (const [index, {write, not, of, 'not-before': others = []}] of setting.usage.meetings.entries()) {
      const wrong = anyOf(inAnyCase(not))
      // Of another treaty: “of the Conference of the Parties to the Framework Convention”.
      const isOurs = others.length > 0 ? `(?![ \\u00a0](?:${anyOf(others)})${wordEnd})` : ''
      const behind = new RegExp(
        `${wordStart}(${wrong})[ \\u00a0](?:${anyOf(inAnyCase(of))})${wordEnd}${isOurs}`,
        'gu',
      )
      // The numbers of meetings of the dossier are those of meetings of bodies; of which body, the other pattern looks at.
      const numbered = new RegExp(
        `${wordStart}(?:${anyOf(inAnyCase(numbers))})[ \\u00a0](${wrong})${wordEnd}(?![ \\u00a0](?:${anyOf(bodies)})${wordEnd})`,
        'gu',
      )
      for (const passage of passagesWith(passages, not))
        for (const {start, end, text} of [
          ...matches(passage, behind),
          ...(index === 0 ? matches(passage, numbered) : []),
        ])
          report(
            passage,
            {start, end},
            `${quote(text)} uses the wrong word: ${write} is meant. Write ${quote(write)}.`,
          )
    }
  },
  {leavesQuoted: true},
)
