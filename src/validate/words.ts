import type {Paragraph, RootContent} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import {
  caps,
  type Pointer,
  placesOfWords,
  type Source,
  type Span,
  textsIn,
  treeOfWords,
} from '../load/index.ts'
import {error, quote, startOfFile} from '../message/index.ts'
import {typedLabelOf} from '../tree/index.ts'
import type {Forms} from './directives.ts'
import {validateTree} from './markdown-tree.ts'
import {notesFor, unusedNotes} from './notes-of-words.ts'

const plain = /^\p{L}[\p{L}\p{N} ,;.'’«»()-]*$/u

/**
 * Findings about the words of a YAML file or a front matter: each text is one paragraph of inline Markdown, and
 * may hold what a paragraph may; a provision has no label typed before it.
 *
 * @param source  a file whose texts are printed
 * @param forms  directives that may be written
 * @param isAsked  whether the words at a place are asked for
 * @param isRead  whether the text below a front matter was read, in which its notes stand
 * @param isAdopted  whether the words at a place stand as they were adopted
 */
export function wordsFindings(
  source: Source,
  forms: Forms,
  isAsked: (pointer: Pointer) => boolean = () => true,
  isRead = true,
  isAdopted: (pointer: Pointer) => boolean = () => false,
): VFileMessage[] {
  const {path, data} = source
  const texts = textsIn(data.value).filter(({pointer}) => isAsked(pointer))
  for (const {text, pointer} of texts) {
    const marks = tooManyMarks(text)
    if (!marks) continue
    const reason = `These words begin with more than ${caps.containersOnLine.most} marks of lists or quotations. Delete them.`
    return [error(reason, {path, ruleId: 'markdown-containers', place: data.locate(pointer, marks)})]
  }
  const labels = labelled.find(({path: own}) => own.test(path))
  const found = texts.flatMap(({text, pointer}) => {
    const label = labels ? typedLabelOf(text, true) : undefined
    if (label) {
      const reason = `${quote(label)} is typed before this text. ${labels?.remedy}`
      const place = data.locate(pointer, {start: 0, end: label.length})
      return [error(reason, {path, ruleId: 'typed-label', place})]
    }
    if (plain.test(text)) return [] // Nothing to look for: a tree takes a fifth of a short check.
    const tree = treeOfWords(text)
    const inFile = placesOfWords(data, pointer, text)
    const other = tree.children.find((node) => !isParagraph(node)) ?? tree.children[1]
    if (other) {
      const reason = `These words are read as ${namesOf.get(other.type) ?? 'more than one paragraph'}. Write one paragraph without a mark at its beginning.`
      return [error(reason, {path, ruleId: 'words-form', place: inFile(other.position ?? startOfFile)})]
    }
    return validateTree(
      tree,
      {path, text, inFile, notes: notesFor(source, pointer, isRead), isAdopted: isAdopted(pointer)},
      forms,
    ).slice(0, 1)
  })
  return found.length > 0 ? found : unusedNotes(source)
}

/** Files in whose words no label is typed, and what to do instead. */
const labelled = [
  {path: /\/decisions\.[a-z]{2}\.yaml$/, remedy: 'Delete it; the build prints the labels.'},
  {
    path: /^documents\/texts\/[^/]+\.[a-z]{2}\.yaml$/,
    remedy: 'Delete it here, and write it as “label” of the paragraph in the file beside this one.',
  },
]

/** Marks that open a list or quotation at the head of any line: nested too deep they overflow the parser. */
function tooManyMarks(text: string): Span | undefined {
  let start = 0
  for (const line of text.split('\n')) {
    const head = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+/.exec(line)?.[0] ?? ''
    const marks = head.match(/>|[-*+]|\d{1,9}[.)]/g)?.length ?? 0
    if (marks > caps.containersOnLine.most) return {start, end: start + head.length}
    start += line.length + 1
  }
  return undefined
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
