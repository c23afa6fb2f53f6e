import type {Parent} from 'unist'
import type {Pointer, YamlData} from '../load/index.ts'
import {quote} from '../message/index.ts'
import {unconfirmedAt} from '../resolve/index.ts'
import {type InlineNode, toText} from '../tree/index.ts'
import type {Context} from './context.ts'
import {asExample} from './examples.ts'

/**
 * A phrase of a kind, with the sign of an example where its file says that no document confirms it in the language.
 *
 * @param key  of the phrase
 * @param nodes  what it prints
 * @param at  what calls for it: there it is told of words that are ours, in whose file the author cannot mend anything
 */
export function unlessConfirmed(
  context: Context,
  key: string,
  nodes: InlineNode[],
  at: {path: string; data: YamlData; pointer: Pointer},
): InlineNode[] {
  const yaml = context.dossier.templates.phrases.get(context.language.code)
  const pointer = yaml && unconfirmedAt(yaml, key)
  if (!pointer) return nodes
  const words: Parent = {type: 'words', children: nodes}
  const what = `The words ${quote(toText(words))} on this cover are not confirmed.`
  const remedy = `Once confirmed, write “unconfirmed: {${key}: false}” in ${yaml.path}, or build without --final.`
  const where = yaml.data.isOwn(pointer)
    ? {path: yaml.path, place: yaml.data.locate(pointer)}
    : {path: at.path, place: at.data.locate(at.pointer, 'key')}
  return asExample(context, nodes, {...where, what, remedy})
}
