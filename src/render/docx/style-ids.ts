import assert from 'node:assert/strict'
import type {Styles} from '../../resolve/index.ts'

/**
 * Word's id of a style: its name without spaces, each word with a capital. LibreOffice rewrites ids to this form
 * when it saves, so other ids would not come back.
 *
 * @param name  key in styles.yaml
 */
export function paragraphStyleId(styles: Styles, name: string): string {
  const style = styles['paragraph-styles'][name]
  assert(style, `compose uses only styles of styles.yaml, not ${name}`)
  return idOf(style.word)
}

/** The same for a character style. */
export function characterStyleId(styles: Styles, name: string): string {
  const style = styles['character-styles'][name]
  assert(style, `compose uses only styles of styles.yaml, not ${name}`)
  return idOf(style.word)
}

/** `footnote text` to `FootnoteText`. */
export function idOf(word: string): string {
  return word
    .split(' ')
    .map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1))
    .join('')
}
