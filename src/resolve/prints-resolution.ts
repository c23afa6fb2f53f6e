import type {Kind} from './kind-types.ts'
import {namesIn, phraseTokens} from './message-format.ts'
import type {Templates} from './template-types.ts'

/** Whether the cover of a kind names the resolution that a document amends (`amends`), by one of its phrases. */
export function printsResolution({cover}: Kind, {phrases}: Pick<Templates, 'phrases'>): boolean {
  const texts = [...phrases.values()][0]?.value ?? {}
  return cover.some(({phrase}) => {
    const tokens = phraseTokens(texts[phrase ?? ''] ?? '')
    const names = 'reason' in tokens ? [] : namesIn(tokens)
    return names.includes('resolution') || names.includes('amended')
  })
}
