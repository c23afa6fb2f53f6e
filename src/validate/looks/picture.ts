import type {Image, ImageReference, Nodes, Parents} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {characterFindings} from '../../load/index.ts'
import {quote} from '../../message/index.ts'
import {pictureIn} from '../../tree/index.ts'
import type {Report, Say} from '../say.ts'
import {pictureAddressFault} from './picture-address.ts'
import type {Look} from './types.ts'

const form = '“:::picture[Caption]{id=map}”, a line “![What it shows](map.png)” and a line “:::”'

function isInPicture(ancestors: readonly Parents[]): boolean {
  return ancestors.some((above) => above.type === 'containerDirective' && above.name === 'picture')
}

/** A picture stands in a block of its own, says in words what it shows, and names a file beside its text. */
export const image: Look<Image> = (node, ancestors, report) => {
  const {say} = report
  if (!isInPicture(ancestors)) {
    const reason = `A picture stands in a block of its own, between empty lines: write a line ${form}.`
    say(node, 'markdown-image', reason)
    return
  }
  const fault = pictureAddressFault(node.url, report.language)
  if (fault) say(node, 'picture-address', fault)
  if (node.title)
    say(
      node,
      'picture-content',
      `${quote(node.title)} stands behind the name of the picture, where nobody would see it. Write the caption between brackets: “:::picture[Caption]{id=map}”.`,
    )
  const words = descriptionFault(node)
  if (words) say(node, 'picture-description', words)
  const [finding] = characterFindings(node.alt ?? '', '', () => node.position ?? startOfLine)
  if (finding) say(node, finding.ruleId ?? 'character-control', finding.reason)
}

const startOfLine = {start: {line: 1, column: 1}, end: {line: 1, column: 1}}

/** A picture whose file is named elsewhere. */
export const imageReference: Look<ImageReference> = (node, ancestors, {say}) => {
  const reason = isInPicture(ancestors)
    ? 'The name of a picture stands right behind its description, in parentheses. Write “![What it shows](map.png)”.'
    : `A picture stands in a block of its own, between empty lines: write a line ${form}.`
  say(node, 'markdown-image', reason)
}

// As many letters as are read aloud in half a minute; what is longer is for the text.
const mostLetters = 600
const isFileName = /^\S*\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|heic|pdf)$/i
const isPath =
  /^(?:[a-z]:)?[\\/]|^\.{1,2}[\\/]|^(?:https?|file|data):|[^\s\\/]+[\\/]\S*\.[a-z]{3,4}\b|^[a-z]:\\/i

function descriptionFault({alt, data}: Image): string | undefined {
  const words = (alt ?? '').trim()
  const example = 'such as “![Map of the countries that replied](map.png)”'
  // Whether one may be missing, the language of the document decides where it is put together.
  if (words === '') return undefined
  if (data?.hasMarks)
    return `What a picture shows is told in plain words. Take the marks and directives out of ${quote(words)}.`
  if (isPath.test(words) || isFileName.test(words))
    return `${quote(words)} is where a file lies, and not what the picture shows. Write what is to be seen, ${example}.`
  if (!/\p{L}{2}/u.test(words))
    return `${quote(words)} does not say what the picture shows. Write it in words, ${example}.`
  if (words.length > mostLetters)
    return `What this picture shows is told in ${words.length} letters; ${mostLetters} are allowed. Write one or two sentences, and the rest in the text.`
  return undefined
}

/** What stands between the lines: one picture, and under it paragraphs. */
export function lookAtPicture(node: ContainerDirective, {say}: Report): void {
  const blocks = (node.children as Nodes[]).filter(({data}) => !(data && 'directiveLabel' in data))
  const [first, ...under] = blocks
  if (!first) {
    say(
      node,
      'picture-content',
      'Nothing stands between “:::picture” and “:::”. Write “![What it shows](map.png)” there.',
    )
    return
  }
  if (!pictureIn(first)) {
    // That its file is named elsewhere is said at its description.
    const isNamedElsewhere =
      first.type === 'paragraph' && first.children.some(({type}) => type === 'imageReference')
    if (!isNamedElsewhere) say(first, 'picture-content', withoutPicture(first))
    return
  }
  if (first.data?.unitMark)
    say(
      first,
      'picture-content',
      `The id ${quote(`^${first.data.unitMark.id}`)} stands behind the picture. Its id is the one in the braces, “{id=…}”: delete this one.`,
    )
  for (const block of under) lookUnder(block, say)
}

/** What the first block is instead of a picture. */
function withoutPicture(first: Nodes): string {
  const held = first.type === 'paragraph' ? first.children : []
  if (held.filter(({type}) => type === 'image').length > 1)
    return 'Two pictures stand here. Give each a block of its own, with its own id.'
  if (held.some(({type}) => type === 'image'))
    return 'Words stand on the lines of the picture. Put an empty line between the two: the picture first, and what belongs to it under it.'
  return 'Between “:::picture” and “:::” the picture comes first. Begin with a line “![What it shows](map.png)” and an empty line.'
}

function lookUnder(block: Nodes, say: Say): void {
  if (pictureIn(block))
    say(
      block,
      'picture-content',
      'A second picture stands in this block. Give it a block of its own, with its own id.',
    )
  else if (block.type !== 'paragraph')
    say(
      block,
      'picture-content',
      'Under a picture stand paragraphs that belong to it, such as its source. Move the rest behind the line “:::”.',
    )
}
