import type {Nodes} from 'mdast'
import {linkFault} from '../links.ts'
import {blockCell} from './block-cell.ts'
import {blockDirective, textDirective} from './directive.ts'
import {heading} from './heading.ts'
import {html} from './html.ts'
import {list} from './list.ts'
import {note} from './note.ts'
import {paragraph} from './paragraph.ts'
import {image, imageReference} from './picture.ts'
import {quotation} from './quotation.ts'
import {table} from './table.ts'
import {text} from './text.ts'
import type {Look} from './types.ts'
import {unused} from './unused.ts'

const nothing: Look<Nodes> = () => undefined

const address: Look<Extract<Nodes, {url: string}>> = (node, _ancestors, {say}) => {
  const fault = linkFault(node.url)
  if (fault) say(node, 'link-address', fault)
}

/** Every node that Markdown may hold and what is looked at in it. A type that is not here is not used at all. */
const looks: {readonly [Type in Nodes['type']]?: Look<Extract<Nodes, {type: Type}>>} = {
  root: nothing,
  paragraph,
  emphasis: nothing,
  strong: nothing,
  delete: nothing,
  break: nothing,
  listItem: nothing,
  tableRow: nothing,
  tableCell: nothing,
  blockCell,
  footnoteReference: nothing,
  linkReference: nothing,
  text,
  heading,
  list,
  blockquote: quotation,
  table,
  footnoteDefinition: note,
  link: address,
  definition: address,
  textDirective,
  leafDirective: blockDirective,
  containerDirective: blockDirective,
  html,
  image,
  imageReference,
  code: unused(
    'markdown-node',
    'This paragraph is read as program code, because it is indented by four spaces or stands between ``` lines. Move it to the left, or delete the lines.',
  ),
  inlineCode: unused(
    'markdown-node',
    'Words between ` marks are not used in these documents. Delete the marks.',
  ),
  thematicBreak: unused(
    'markdown-node',
    'A line of hyphens or stars is not used inside the text. Delete it.',
  ),
  yaml: unused('front-matter', 'A second front matter stands inside the text. Keep only the one at the top.'),
}

/** What looks at a node; undefined where documents do not use its type. */
export function lookFor(node: Nodes): Look<Nodes> | undefined {
  return Object.hasOwn(looks, node.type) ? (looks[node.type] as Look<Nodes>) : undefined
}
