import type {Source} from '../load/index.ts'
import {markdownUnits} from './markdown-units.ts'
import type {TranslationUnit} from './types.ts'
import {yamlUnits} from './yaml-units.ts'

const units = new WeakMap<Source, TranslationUnit[]>()

/**
 * The units of a source of words, in the order of the file. What has no id yet is none; `check --fix` gives ids.
 *
 * @param source  Markdown, or a YAML file of words in one language; it is read once
 */
export function translationUnits(source: Source): TranslationUnit[] {
  const known = units.get(source)
  if (known) return known
  const found =
    source.kind === 'markdown' ? [...yamlUnits(source), ...markdownUnits(source)] : yamlUnits(source)
  const withWords = found.filter((unit) => unit.source !== '')
  units.set(source, withWords)
  return withWords
}
