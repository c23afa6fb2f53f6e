import assert from 'node:assert/strict'
import type {FileChild} from 'docx'
import remarkDocx from 'remark-docx'
import {unified} from 'unified'
import {sectionsOf} from '../../tree/index.ts'
import type {Finished} from '../types.ts'
import {blockBuilders} from './nodes/index.ts'
import {notesOf} from './nodes/notes.ts'
import {runBuilders} from './nodes/runs.ts'
import type {Builder, BuilderContext, Collected} from './types.ts'

/**
 * The tree's nodes as Word's, through remark-docx: one root node whose builder renders every part and keeps the
 * results. It ends where remark-docx would make a document of its own (its shell knows no footers, sections or numbering
 * of ours).
 */
export async function collect(finished: Finished): Promise<Collected> {
  const collected: Collected = {sections: [], notes: {}}
  const collectedAll = new Error('All is collected.')
  const citesDocument: Builder = (_node, context) => {
    // What comes next is a document of its own, with nothing in it, put together and compressed.
    context.footnote.toConfig = () => {
      throw collectedAll
    }
    const own: BuilderContext = {
      ...context,
      house: {finished, textWidth: 0, textHeight: 0, marks: {}, bookmarks: {next: 1}, pictures: {next: 1}},
    }
    // Its render would otherwise hand on its own context, which has no keys of ours.
    own.render = (nodes, inner) => context.render(nodes, inner ?? own)
    for (const part of finished.tree.children) {
      for (const {isLandscape, children} of sectionsOf(part)) {
        const {width, height, margin} = finished.styles.page
        own.house.textWidth = (isLandscape ? height : width) - 2 * margin
        own.house.textHeight = (isLandscape ? width : height) - 2 * margin
        const blocks = children.filter((node) => node.type !== 'note')
        collected.sections.push({part, isLandscape, children: own.render(blocks, own) as FileChild[]})
      }
      Object.assign(collected.notes, notesOf(part, own))
    }
    return []
  }
  const builders = {citesDocument, ...guarded(blockBuilders), ...guarded(runBuilders)}
  const processor = unified().use(remarkDocx as never, {plugins: [async () => builders]} as never)
  // Without its children, which remark-docx would look through for definitions.
  const root = {type: 'root', children: [{type: finished.tree.type}]}
  const ended = await (processor.stringify(root as never) as unknown as Promise<ArrayBuffer>).catch(
    (reason: unknown) => reason,
  )
  if (ended instanceof Error && ended !== collectedAll) throw ended
  assert(
    ended === collectedAll,
    'remark-docx asks for the footnotes through toConfig; a version that does not needs another adapter.',
  )
  return collected
}

/** remark-docx takes an empty result for a section break, and null for its own default: neither is ever meant. */
function guarded(builders: ReadonlyMap<string, Builder>): Record<string, Builder> {
  return Object.fromEntries(builders)
}
