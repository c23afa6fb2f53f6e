import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {compareWords} from '../../difference/index.ts'
import {folderName} from '../../translate/index.ts'
import {digestOf, type TranslationState} from '../../translation/index.ts'
import type {ExportedFolder, ExportedUnit} from '../types.ts'
import {inlineElements} from './inline-elements.ts'
import {namespace, ownNamespace} from './names.ts'

/** What stands in `<target>`. */
export interface XliffForm {
  /** Whether the original stands there where a unit is to be translated: OmegaT reads no others. */
  isForOmegat: boolean
}

/**
 * Folders of units as XLIFF (Version 1.2, OASIS Standard of 1 February 2008): a `file` each, whose units are known by
 * their keys. Digests of the words are attributes of a namespace of our own, so that what is older than the sources is
 * known when it comes back; tools may drop them.
 *
 * @param folders  between the same languages
 */
export function writeXliff(folders: readonly ExportedFolder[], form: XliffForm): string {
  const root = x(
    'xliff',
    {version: '1.2', xmlns: namespace, 'xmlns:cd': ownNamespace},
    folders.flatMap((folder) => ['\n', fileElement(folder, form)]),
    '\n',
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root, {closeEmptyElements: true, tightClose: true})}\n`
}

function fileElement({folder, original, language, units}: ExportedFolder, form: XliffForm): Element {
  return x(
    'file',
    {
      original: folder,
      'source-language': original,
      'target-language': language,
      datatype: 'plaintext',
      'xml:space': 'preserve',
    },
    '\n',
    x(
      'body',
      units.flatMap((unit) => ['\n', unitElement(folder, unit, form)]),
      '\n',
    ),
    '\n',
  )
}

function unitElement(folder: string, unit: ExportedUnit, form: XliffForm): Element {
  const {key, pair, source, isAdopted, match} = unit
  const {original, translation} = pair
  return x(
    'trans-unit',
    {
      id: key,
      resname: `${folderName(folder)} ${key} (${original.kind})`,
      ...(isAdopted ? {translate: 'no'} : {}),
      ...(unit.verdict === 'current' && unit.state !== 'draft' ? {approved: 'yes'} : {}),
      'xml:space': 'preserve',
      'cd:source': digestOf(original.source),
      ...(translation ? {'cd:translation': digestOf(translation.source)} : {}),
    },
    x('source', {}, inlineElements(source)),
    targetElement(unit, form),
    noteOf(unit).map((text) => x('note', {from: 'cites-docs', annotates: 'source'}, text)),
    match
      ? x(
          'alt-trans',
          {
            'match-quality': String(match.percent),
            origin: 'cites-docs',
            ...(match.isOwn ? {alttranstype: 'previous-version'} : {}),
          },
          x('source', {}, inlineElements(match.source)),
          x('target', {}, inlineElements(match.target)),
        )
      : [],
  )
}

/** States of XLIFF, by how far what was confirmed is. */
const states: Record<TranslationState, string> = {draft: 'translated', reviewed: 'signed-off', final: 'final'}

function targetElement(unit: ExportedUnit, {isForOmegat}: XliffForm): Element {
  const {verdict, state, source, target, isAdopted} = unit
  const isRight = target && (verdict === 'current' || isAdopted)
  // OmegaT shows the words of the target as those that are to be translated.
  if (isRight && !(isForOmegat && !isAdopted))
    return x('target', {state: states[state ?? 'draft']}, inlineElements(target))
  if (isForOmegat) return x('target', {state: 'needs-translation'}, inlineElements(source))
  if (!target) return x('target', {state: 'new'})
  return x('target', {state: 'needs-review-translation'}, inlineElements(target))
}

/** What a translator is told: why the unit is there, and what changed, word by word. */
function noteOf({verdict, pair: {entry, original}}: ExportedUnit): string[] {
  if (verdict === 'stale')
    return [`Changed since it was translated: ${changeOf(entry?.source ?? '', original.source)}`]
  if (verdict === 'unconfirmed')
    return [
      entry
        ? 'The translation was changed since it was confirmed.'
        : 'Nobody has confirmed this translation yet.',
    ]
  return []
}

/** Words that went in square brackets with minus signs, words that came in braces with plus signs. */
function changeOf(before: string, after: string): string {
  return compareWords(before, after)
    .map(({kind, text}) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}
