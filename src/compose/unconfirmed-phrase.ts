import type {Parent} from 'unist'
import type {Pointer, YamlData} from '../load/index.ts'
import {quote} from '../message/index.ts'
import {unconfirmedAt} from '../resolve/index.ts'
import {type InlineNode, toText} from '../tree/index.ts'
import type {Context, ExampleAt} from './context.ts'
import {asExample} from './examples.ts'

/** A place in a file of the root, such as its document.yaml. */
interface CalledAt {
  path: string
  data: YamlData
  pointer: Pointer
}

/**
 * Where it is said that no document confirms a phrase in the language, and what confirms it; undefined where one does.
 *
 * @param key  of the phrase
 * @param what  of it is not confirmed: a sentence
 * @param at  what calls for it: there it is told of words that are ours, in whose file the author cannot mend anything
 */
export function unconfirmedPhrase(
  context: Context,
  key: string,
  what: string,
  at: CalledAt,
): ExampleAt | undefined {
  const yaml = context.dossier.templates.phrases.get(context.language.code)
  const pointer = yaml && unconfirmedAt(yaml, key)
  if (!pointer) return undefined
  const remedy = `Once confirmed, write “unconfirmed: {${key}: false}” in ${yaml.path}, or build without --final.`
  const where = yaml.data.isOwn(pointer)
    ? {path: yaml.path, place: yaml.data.locate(pointer)}
    : {path: at.path, place: at.data.locate(at.pointer, 'key')}
  return {...where, what, remedy}
}

/**
 * A phrase of a kind, with the sign of an example where its file says that no document confirms it in the language.
 *
 * @param key  of the phrase
 * @param nodes  what it prints
 * @param at  what calls for it
 */
export function unlessConfirmed(
  context: Context,
  key: string,
  nodes: InlineNode[],
  at: CalledAt,
): InlineNode[] {
  const words: Parent = {type: 'words', children: nodes}
  const what = `The words ${quote(toText(words))} on this cover are not confirmed.`
  const example = unconfirmedPhrase(context, key, what, at)
  return example ? asExample(context, nodes, example) : nodes
}
