import type {Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import type {MarkdownSource} from '../load/index.ts'

/** What the words of a file name of other files: an error in one of these refuses the document. */
export interface NamedInWords {
  /** Names of the texts that they quote (`::text{of=…}`). */
  quotes: ReadonlySet<string>
  /** Ids of subjects whose decisions they print (`::decisions{of="… …"}`, `::sources{of=…}`, `:decision[<subject>/…]`), or `all`. */
  registers: ReadonlySet<string>
  /** Whether they print the agenda of their meeting (`::agenda`). */
  agenda: boolean
}

const nothing: NamedInWords = {quotes: new Set(), registers: new Set(), agenda: false}

// Most files have none of them, and the paragraphs of a document that nobody asks for are not parsed to find that out.
const maybe = /::(?:text|decisions|sources|agenda)(?![a-z-])|:decision\[[^\]]*\//

// A build asks for each file that a document may depend on, and a source does not change.
const known = new WeakMap<MarkdownSource, NamedInWords>()

/** What the words of a Markdown file name of other files. */
export function namedInWords(source: MarkdownSource): NamedInWords {
  const found = known.get(source) ?? (maybe.test(String(source.file)) ? named(source) : nothing)
  known.set(source, found)
  return found
}

function named({tree}: MarkdownSource): NamedInWords {
  const quotes = new Set<string>()
  const registers = new Set<string>()
  let agenda = false
  visit(tree as Nodes, (node) => {
    if (node.type === 'leafDirective') {
      const of = node.attributes?.of
      agenda ||= node.name === 'agenda'
      if (of && node.name === 'text') quotes.add(of)
      if (of && (node.name === 'decisions' || node.name === 'sources'))
        for (const id of of.split(' ')) registers.add(id)
    } else if (node.type === 'textDirective' && node.name === 'decision') {
      const [label] = node.children
      for (const name of label?.type === 'text' ? label.value.split(/\s+|\.\./) : []) {
        const [id, reference] = name.split('/')
        if (id && reference) registers.add(id)
      }
    }
  })
  return {quotes, registers, agenda}
}
