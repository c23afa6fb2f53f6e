import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {addAll, error, nearest, quote} from '../message/index.ts'
import type {Kind} from './kind-types.ts'
import type {Located} from './located.ts'
import {numberingFindings} from './numbering-findings.ts'
import {styleCircles} from './style-circles.ts'
import {styleNameFindings} from './style-names.ts'
import type {Numbering, Styles} from './template-types.ts'

const stylesPath = 'templates/styles.yaml'
const numberingPath = 'templates/numbering.yaml'

/** Styles that the build names itself; every other style is named by a kind, by numbering.yaml or by another style. */
const houseStyles = {
  'paragraph-styles': [
    'notice',
    'box',
    'answer',
    'addressee',
    'unnumbered',
    'preambular',
    'pivot',
    'operative',
    'quotation',
    'annex-symbol',
    'annex',
    'annex-type',
    'annex-title',
    'table-text',
    'table-heading',
    'caption',
    'heading-1',
    'heading-2',
    'heading-3',
    'word-title',
    'footer',
    'footnote',
  ],
  'character-styles': [
    'hyperlink',
    'footnote-reference',
    'inserted',
    'deleted',
    'old-label',
    'example',
    'missing',
    'hint',
  ],
} as const

/**
 * Findings about styles: names that lead nowhere, names in Word, labels of the levels that print with them.
 *
 * @param sources  valid sources by path, for the places
 */
export function styleFindings(
  kinds: Map<string, Located<Kind>>,
  styles: Styles,
  numbering: Numbering,
  sources: ReadonlyMap<string, Source>,
): VFileMessage[] {
  const known = new Set(Object.keys(styles['paragraph-styles']))
  const messages: VFileMessage[] = [
    ...missingStyles(styles, sources.get(stylesPath)),
    ...styleNameFindings(styles, sources.get(stylesPath)),
    ...styleCircles(styles, sources.get(stylesPath)),
  ]
  const say = (
    path: string,
    style: string,
    source: Source | undefined,
    pointer: (string | number)[],
  ): void => {
    if (known.has(style)) return
    messages.push(
      error(
        `There is no style ${quote(style)} in templates/styles.yaml. Add it there, or write one of its names.`,
        {path, ruleId: 'unknown-style', place: source?.data.locate(pointer)},
      ),
    )
  }
  for (const {path, value} of kinds.values()) {
    for (const [index, block] of value.cover.entries())
      say(path, block.style, sources.get(path), ['cover', index, 'style'])
  }
  const numbered = sources.get(numberingPath)
  const pointerOf = (name: string): string[] =>
    Object.hasOwn(Object(numbered?.data.value), name) ? [name] : ['of-kinds', name]
  for (const [name, {levels}] of Object.entries(numbering)) {
    for (const [index, level] of levels.entries())
      say(numberingPath, level.style, numbered, [...pointerOf(name), 'levels', index, 'style'])
  }
  addAll(messages, numberingFindings(numbering, pointerOf, numbered))
  for (const [name, style] of Object.entries(styles['paragraph-styles'])) {
    if (style['based-on'])
      say('templates/styles.yaml', style['based-on'], sources.get('templates/styles.yaml'), [
        'paragraph-styles',
        name,
        'based-on',
      ])
  }
  return messages
}

/** A style that the build needs; where one of an unknown name is near, that is the mistyped one. */
function missingStyles(styles: Styles, source: Source | undefined): VFileMessage[] {
  return (['paragraph-styles', 'character-styles'] as const).flatMap((group) => {
    const wanted: readonly string[] = houseStyles[group]
    const others = Object.keys(styles[group]).filter((name) => !wanted.includes(name))
    return wanted
      .filter((name) => !Object.hasOwn(styles[group], name))
      .map((name) => {
        const near = nearest(name, others)
        const remedy = near ? `Call ${quote(near)} so, or add it` : 'Add it'
        return error(`The style ${quote(name)} is missing; the build prints with it. ${remedy}.`, {
          path: stylesPath,
          ruleId: 'style-missing',
          place: source?.data.locate(near ? [group, near] : [group], 'key'),
        })
      })
  })
}
