import {quote} from '../../message/index.ts'
import {toText} from '../../tree/index.ts'
import {type DocumentContext, type InlineDirective, reportError} from '../context.ts'
import {authorsNoted, namesNoted, openingSentence} from '../opening-words.ts'

const forms = new Map([
  ['sentence', openingSentence],
  ['author', authorsNoted],
  ['name', namesNoted],
])

/** In an opening that the author writes: the sentence that is printed otherwise, or who the authors are. */
export const openingDirective: InlineDirective = (node, context, source) => {
  const name = toText(node)
  const form = forms.get(name)
  const isInBody = /\/body\.[a-z]{2}\.md$/.test(source.path)
  const kind = (context as Partial<DocumentContext>).plan?.kind
  const fault = !form
    ? `There is no ${quote(`:opening[${name}]`)}. Write “:opening[sentence]” for the sentence with which documents of this kind open, or “:opening[author]” for the names of the authors.`
    : !isInBody || !kind?.opening
      ? '“:opening” stands only in the first paragraph of a document whose kind opens with a sentence. Write the words themselves.'
      : undefined
  if (form && fault === undefined) return form(context as DocumentContext)
  reportError(context, source.path, node.position ?? source.place, 'opening-form', fault ?? '')
  // What was meant is nearly that, and its note is not missing as well.
  return isInBody && kind?.opening ? authorsNoted(context as DocumentContext) : []
}
