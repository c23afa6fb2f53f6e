import type {Root} from 'mdast'
import {VFile} from 'vfile'
import {textOf} from './decode.ts'
import {forgetfulData} from './forgetful-data.ts'
import {markdown} from './markdown.ts'
import {markdownLimits} from './markdown-limits.ts'
import {mapWithin} from './time-limit.ts'
import type {MarkdownSource, YamlData} from './types.ts'

/**
 * A Markdown file that nobody asks for: only its front matter is printed, as a title for example. Its text, its tree and
 * the places in its front matter are made for whoever looks at them, and kept by nobody else.
 *
 * @param bytes  gives the file
 * @param data  its front matter
 * @param parse  gives that again
 */
export function unaskedSource(
  path: string,
  bytes: () => Uint8Array,
  data: YamlData,
  parse: () => YamlData | undefined,
): MarkdownSource {
  let tree: WeakRef<Root> | undefined
  return {
    kind: 'markdown',
    path,
    data: forgetfulData(data, parse, data),
    isUnasked: true,
    get file() {
      return new VFile({path, value: textOf(bytes())})
    },
    get tree() {
      const known = tree?.deref()
      if (known) return known
      const read = treeOf(path, textOf(bytes()))
      tree = new WeakRef(read)
      return read
    },
  }
}

/** Nobody asked about this file, so that no finding says when it is too much to be read: it counts as one without words. */
function treeOf(path: string, text: string): Root {
  const none = (): Root => ({type: 'root', children: []})
  if (markdownLimits(text, path).length > 0) return none()
  const [root = none()] = mapWithin([new VFile({path, value: text})], treeOfFile, () => path)
  root.children.shift()
  return root
}

/** The tree of a file, its front matter first. */
export function treeOfFile(file: VFile): Root {
  return markdown.runSync(markdown.parse(file), file) as Root
}
