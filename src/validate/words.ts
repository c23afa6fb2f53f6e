import type {Paragraph, RootContent} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import {caps, type Pointer, type Source, textsIn, treeOfWords} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import {validateTree} from './markdown-tree.ts'

// a) (a) ii) A. 1) 1. 14.35 14.XX: a label and white space before the words.
const typed = /^(\(?(?:[a-z]{1,2}|[ivxlc]+|[A-Z]|\d{1,3})\)|\d{1,3}\.|\d{1,2}\.(?:\d{1,3}|XX))\s/
const plain = /^\p{L}[\p{L}\p{N} ,;.'’«»()-]*$/u

/**
 * Findings about the words of a YAML file or a front matter: each text is one paragraph of inline Markdown, and
 * may hold what a paragraph may; a provision has no label typed before it.
 *
 * @param source  a file whose texts are printed
 * @param isAsked  whether the words at a place are asked for
 */
export function wordsFindings(
  source: Source,
  isAsked: (pointer: Pointer) => boolean = () => true,
): VFileMessage[] {
  const {path, data} = source
  const texts = textsIn(data.value).filter(({pointer}) => isAsked(pointer))
  const opened = texts.find(({text}) => containers(text) > caps.containersOnLine.most)
  if (opened) {
    const reason = `These words begin with more than ${caps.containersOnLine.most} marks of lists or quotations. Delete them.`
    return [error(reason, {path, ruleId: 'markdown-containers', place: data.locate(opened.pointer)})]
  }
  const hasLabels = /\/decisions\.[a-z]{2}\.yaml$/.test(path)
  return texts.flatMap(({text, pointer}) => {
    const label = hasLabels ? typed.exec(text)?.[1] : undefined
    if (label) {
      const reason = `${quote(label)} is typed before this text. Delete it; the build prints the labels.`
      return [error(reason, {path, ruleId: 'typed-label', place: data.locate(pointer)})]
    }
    // Nothing to look for: a tree takes a fifth of a short check, and a place is looked for in all keys above it.
    if (plain.test(text)) return []
    const place = data.locate(pointer)
    const tree = treeOfWords(text)
    const other = tree.children.find((node) => !isParagraph(node)) ?? tree.children[1]
    if (other) {
      const reason = `These words are read as ${namesOf.get(other.type) ?? 'more than one paragraph'}. Write one paragraph without a mark at its beginning.`
      return [error(reason, {path, ruleId: 'words-form', place})]
    }
    return validateTree(tree, path, place).slice(0, 1)
  })
}

/** Marks that open a list or quotation at the head of any line: nested too deep they overflow the parser. */
function containers(text: string): number {
  return Math.max(
    ...text
      .split('\n')
      .map(
        (line) =>
          /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+/.exec(line)?.[0].match(/>|[-*+]|\d{1,9}[.)]/g)?.length ??
          0,
      ),
  )
}

const namesOf = new Map<string, string>([
  ['list', 'a list'],
  ['heading', 'a heading'],
  ['blockquote', 'a quotation'],
  ['code', 'program code'],
  ['html', 'HTML'],
  ['leafDirective', 'a block of its own'],
  ['containerDirective', 'a block of its own'],
])

function isParagraph(node: RootContent): node is Paragraph {
  return node.type === 'paragraph'
}
