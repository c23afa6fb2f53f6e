import type {Image, Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'

declare module 'unist' {
  interface Data {
    /** Of a picture: that its description has marks of Markdown or directives, which nobody would see. */
    hasMarks?: true
  }
}

/**
 * Plugin: gives the description of each picture as it is typed. It is plain text; the parser takes “10:30” in it for a
 * directive, and leaves that out.
 */
export function pictureDescriptions(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file)
    if (source.includes('![')) walk(tree, source)
  }
}

function walk(node: Nodes, source: string): void {
  if (node.type === 'image') describe(node, source)
  else if ('children' in node) for (const child of node.children) walk(child, source)
}

const marks = /[*_`[\]<~]/
const directive = /:[\p{L}\p{N}[]/u

function describe(node: Image, source: string): void {
  const {start, end} = node.position ?? {}
  const typed = source.slice(start?.offset, end?.offset)
  const words = typed.slice('!['.length, typed.lastIndexOf('](')).replace(/[ \t]*\n[ \t]*/g, ' ')
  const alt = (node.alt ?? '').replaceAll('\n', ' ')
  const bare = words.replace(/\\[!-/:-@[-`{-~]/g, '')
  if (!marks.test(words) && !/[\\&]/.test(words)) node.alt = words
  else if (alt === words || !(marks.test(bare) || directive.test(words))) node.alt = alt
  else node.data = {...node.data, hasMarks: true}
}
