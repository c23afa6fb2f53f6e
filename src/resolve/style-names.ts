import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {Styles} from './template-types.ts'

const path = 'templates/styles.yaml'
const groups = ['paragraph-styles', 'character-styles'] as const

// Styles that every Word file has (ECMA-376, part 1, 17.7.4.17); a second one of the name breaks it.
const ofWord = ['Normal', 'Default Paragraph Font', 'Table Normal', 'No List']
/** Styles that Word finds by their name, and by nothing else. */
const fixed = new Map([['footnote-reference', 'footnote reference']])

/**
 * Findings about the names that styles have in Word: one of a name, however its capitals and spaces are, none of those
 * that Word has in every file, and its own where it looks for one.
 *
 * @param source  of templates/styles.yaml, for the places
 */
export function styleNameFindings(styles: Styles, source: Source | undefined): VFileMessage[] {
  const messages: VFileMessage[] = []
  const first = new Map<string, {group: string; name: string}>()
  const isOfWord = new Set(ofWord.map(keyOf))
  for (const group of groups) {
    for (const [name, {word}] of Object.entries(styles[group])) {
      const say = (reason: string, at: {group: string; name: string} = {group, name}): void => {
        const place = source?.data.locate([at.group, at.name, 'word'])
        messages.push(error(reason, {path, ruleId: 'style-name', place}))
      }
      const other = first.get(keyOf(word))
      if (isOfWord.has(keyOf(word))) say(`Word itself has a style ${quote(word)}. Write another name.`)
      else if (other) {
        // At the one that the root wrote, whichever stands first.
        const isLater = source?.data.isOwn([group, name, 'word']) ?? true
        const [at, having] = isLater ? [{group, name}, other] : [other, {group, name}]
        say(`The style ${quote(having.name)} has the name ${quote(word)} in Word already. Write another.`, at)
      } else first.set(keyOf(word), {group, name})
      const own = fixed.get(name)
      if (own !== undefined && own !== word)
        say(`Word looks for this style under its own name. Write ${quote(own)}.`)
    }
  }
  return messages
}

function keyOf(word: string): string {
  return word.toLowerCase().replaceAll(' ', '')
}
