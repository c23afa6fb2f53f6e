import {nearest, quote} from '../message/index.ts'
import type {Looking} from './description-findings-types.ts'
import {unknown} from './findings.ts'

/** A phrase that a description names and no language has. */
export function phraseFinding(
  {yaml, say, templates}: Looking,
  key: string,
  pointer: (string | number)[],
): void {
  const known = templates.names.phrases
  if (known.has(key)) return
  const reason = nearest(key, known)
    ? unknown('phrase', key, known)
    : `There is no phrase ${quote(key)}. Add “${key}: …” under “of-facts” in templates/phrases.<language>.yaml, in every language.`
  say(yaml, pointer, 'unknown-phrase', reason)
}
