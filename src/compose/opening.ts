import type {Paragraph, RootContent} from 'mdast'
import {quote, warning} from '../message/index.ts'
import {authorsOf, authorWay} from '../resolve/index.ts'
import {type FlowNode, type Note, type Part, visit} from '../tree/index.ts'
import {numberedParagraph, type PartContext} from './blocks/part-context.ts'
import {type DocumentContext, reportMissing} from './context.ts'
import {exampleBlockMark, noteExample} from './examples.ts'
import {asterisk, authorNote, openingSentence} from './opening-words.ts'
import {labelNodes} from './phrases.ts'

const noteIsExample = 'The words of the note on geographical names are an example.'

/**
 * The first paragraph, which the kind prints by itself: who prepared or submitted the document. An author may write it,
 * in a paragraph whose id is that of the opening (`^prepared-by`); it then stands where it is written.
 *
 * @param nodes  top-level nodes of the body
 * @param original  those of the original language
 * @returns nothing where the kind has no such paragraph, or the author has written it
 */
export function openingParagraph(
  part: PartContext,
  nodes: readonly RootContent[],
  original: readonly RootContent[],
): FlowNode[] {
  const {context} = part
  const {opening} = context.plan.kind
  if (!opening) return []
  const own = typedOpening(nodes, opening)
  reportParting(part, own, typedOpening(original, opening))
  if (own) return []
  const children = openingSentence(context)
  if (isOpeningNumbered(part)) return [numberedParagraph(part, opening, children)]
  return [{type: 'clause', style: part.style, unit: opening, children: [{type: 'leadParagraph', children}]}]
}

/** Whether the opening has a number, as the paragraphs after it have. */
export function isOpeningNumbered({context, numbersParagraphs}: PartContext): boolean {
  return numbersParagraphs && context.plan.kind['numbers-opening'] !== false
}

function typedOpening(nodes: readonly RootContent[], opening: string): Paragraph | undefined {
  return nodes.find(
    (node): node is Paragraph => node.type === 'paragraph' && node.data?.unitMark?.id === opening,
  )
}

/** An opening of the author's in one language, and the fixed sentence in another: the numbers agree, the words do not. */
function reportParting(
  {context, path}: PartContext,
  own: Paragraph | undefined,
  original: Paragraph | undefined,
): void {
  const {plan, language, dossier} = context
  const code = plan.yaml.value.original
  if (language.code === code || (own === undefined) === (original === undefined)) return
  const name = dossier.languages.find((other) => other.code === code)?.english ?? code
  const id = quote(`^${plan.kind.opening}`)
  const reason = own
    ? `${language.english} opens with a paragraph of its own (${id}), and ${name} with the sentence that the build prints. Write the paragraph in ${name} too, or delete it here.`
    : `${name} opens with a paragraph of its own (${id}), which ${language.english} lacks. Translate it, with the same id.`
  reportMissing(context, path, own?.position, 'opening-parts', reason)
}

/**
 * The note behind the asterisk on the authors' names, where it stands in the text. That of Parties who submitted a
 * document says that the names of places are theirs (house style, 1c and R17).
 *
 * @param blocks  of the body
 */
export function authorNotes({context, path}: PartContext, blocks: readonly FlowNode[]): Note[] {
  const marked = new Set<string>()
  visit({type: 'root', children: [...blocks]} as Part | {type: 'root'}, 'footnoteReference', (node) => {
    marked.add(node.identifier)
  })
  if (marked.has(authorNote)) return [geographicalNote(context)]
  const typed = blocks.find((node) => 'unit' in node && node.unit === context.plan.kind.opening)
  const isOfParty = authorsOf(context.plan.yaml.value).some(
    (id) => authorWay(context.dossier.templates.authors, id) === 'party',
  )
  if (!typed?.position || !isOfParty) return []
  const [lead] = 'children' in typed ? typed.children : []
  const isStandIn = lead?.type === 'leadParagraph' && lead.children[0]?.type === 'missingMark'
  if (isStandIn) {
    // Its author has still to write it, with the asterisk: the signs of the other notes are right already.
    lead.children.push(asterisk())
    return [geographicalNote(context)]
  }
  context.messages.push(
    warning(
      'The first paragraph has no asterisk for the note on geographical names, which documents of Parties have. Write “:opening[author]” where it names the author.',
      {path, place: typed.position, ruleId: 'opening-author', language: context.language.code},
    ),
  )
  return []
}

/** Whether the author's asterisk stands in the document: signs then mark all of its notes. */
export function hasAuthorNote(parts: readonly Part[]): boolean {
  return parts.some(({children}) =>
    children.some((node) => node.type === 'note' && node.identifier === authorNote),
  )
}

function geographicalNote(context: DocumentContext): Note {
  const {words, example} = context.labels['geographical-note']
  const yaml = context.dossier.templates.labels.get(context.language.code)
  const isExample = ['geographical-note', 'example']
  if (example && yaml?.data.isOwn(isExample))
    noteExample(context, {path: yaml.path, place: yaml.data.locate(isExample), what: noteIsExample})
  else if (example && yaml)
    noteExample(context, {
      path: context.plan.yaml.path,
      place: context.plan.yaml.data.locate(['author']),
      what: noteIsExample,
      remedy: `Once confirmed, write “geographical-note: {example: false}” in ${yaml.path}, or build without --final.`,
    })
  return {
    type: 'note',
    unit: `note-${authorNote}`,
    identifier: authorNote,
    children: [
      {
        type: 'textParagraph',
        style: 'footnote',
        children: [...(example ? exampleBlockMark(context) : []), ...labelNodes(context, words)],
      },
    ],
  }
}
