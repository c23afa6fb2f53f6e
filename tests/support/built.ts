import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {visit} from 'unist-util-visit'
import {check} from '../../src/index.ts'
import type {
  Decision,
  DocumentTree,
  NumberedCaption,
  NumberedParagraph,
  Provision,
  ReferenceLink,
} from '../../src/tree/index.ts'
import {toText} from '../../src/tree/index.ts'
import {deepFreeze} from './deep-freeze.ts'
import {story} from './story.ts'

/** Folder of the project, with a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** One document in one language: its finished tree and the committed files. */
export interface Built {
  /** Path and language, such as `sc58/internet-trade.fr`. */
  name: string
  path: string
  language: string
  tree: DocumentTree
  docxPath: string
  docx: Uint8Array
  html: string
  text: string
}

let project: ReturnType<typeof check> | undefined

/** What `check` finds of the project: once for all tests of a process, none of which can change the trees. */
export function checkedProject(): ReturnType<typeof check> {
  project ??= check({root: story}).then((checked) => {
    for (const {tree} of checked.compositions) deepFreeze(tree)
    return checked
  })
  return project
}

/**
 * Every document of a content root in every language, from the sources and from its out/.
 *
 * @param root  the project unless another is named
 */
export async function builtDocuments(root = story): Promise<Built[]> {
  const {compositions} = await (root === story ? checkedProject() : check({root}))
  return Promise.all(
    compositions.map(async ({plan, language, tree}) => {
      const base = join(root, 'out', `${plan.path}.${language.code}`)
      return {
        name: `${plan.path}.${language.code}`,
        path: plan.path,
        language: language.code,
        tree,
        docxPath: `${base}.docx`,
        docx: await readFile(`${base}.docx`),
        html: await readFile(`${base}.html`, 'utf8'),
        text: await readFile(`${base}.txt`, 'utf8'),
      }
    }),
  )
}

/** A label of a tree with the words beside it, and the numbered sequence it belongs to. */
export interface LabelledUnit {
  label: string
  /** What stands before the words: the label of the text that is amended, where it was another. */
  oldLabel?: string
  words: string
  sequence: string
  /** Kind of the sequence, a key of templates/numbering.yaml. */
  kind: string
  /** Depth in the sequence, from 0. */
  level: number
}

/** Labels of a tree in order: of numbered paragraphs, decisions and the items under them and under clauses, and of captions. */
export function labelledUnits(tree: DocumentTree): LabelledUnit[] {
  const units: LabelledUnit[] = []
  visit(tree as never, (node: NumberedParagraph | Provision | Decision | NumberedCaption) => {
    if (!('sequence' in node)) return
    const {label = '', sequence, sequenceKind: kind, level} = node
    const {oldLabel} = node as NumberedParagraph
    const old = oldLabel === undefined ? {} : {oldLabel}
    // The words of a caption are its children.
    const words =
      node.type === 'tableCaption' || node.type === 'pictureCaption' ? toText(node) : toText(node.children[0])
    units.push({label, ...old, words, sequence, kind, level})
  })
  return units
}

/** Results of the references of a tree but those to notes, one for each level: `12`, `b)`, `i)`; only those that lead somewhere. */
export function referenceResults(tree: DocumentTree): string[] {
  const results: string[] = []
  visit(tree as never, 'crossReference', (node: {links?: ReferenceLink[]}) => {
    for (const {unit, note, stretches, label} of node.links ?? []) {
      if (!unit || note !== undefined) continue
      if (stretches) for (const words of stretches) results.push(words.map((word) => toText(word)).join(''))
      else results.push(label)
    }
  })
  return results
}
