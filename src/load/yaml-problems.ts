import {type Document, visit} from 'yaml'
import {quote} from '../message/index.ts'

/** What an author reads about a syntax problem, and where: not always where the parser gave up. */
export interface SyntaxProblem {
  reason: string
  /** Offset of the place to mend, when it is not the parser's. */
  at?: number | undefined
}

/**
 * A problem of the YAML parser in an author's words.
 *
 * @param document  what the parser could read
 * @param code  of the problem
 * @param original  the parser's words, by which some problems of one code are told apart
 * @param where  the whole text, and the offset at which the parser gave up
 */
export function syntaxProblem(
  document: Document.Parsed,
  code: string,
  original: string,
  {text, start}: {text: string; start: number},
): SyntaxProblem {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(lineStart).split('\n', 1)[0] ?? ''
  if (/^\s*\t/.test(line) || code === 'TAB_AS_INDENT')
    return {reason: 'This line is indented with a tab. Use spaces.'}
  if (/^\s*(?:- )*\?(?:\s|$)/.test(line))
    return {reason: 'This line begins with “?”, which is not used here. Write “key: value”.', at: lineStart}
  if (/^Missing closing .quote/.test(original)) {
    return {
      reason: 'A text opens with a quotation mark that is never closed. Close it at the end of the text.',
      at: lastQuotedText(document) ?? start,
    }
  }
  if (/^Flow .* must be sufficiently indented/.test(original) || code === 'BLOCK_IN_FLOW') {
    const close = original.endsWith(']') ? ']' : '}'
    const opened = text.lastIndexOf(close === ']' ? '[' : '{', start - 1)
    return {
      reason: `A bracket that opens here is not closed, or a comma is missing in it. Close it with ${quote(close)}.`,
      at: opened < 0 ? start : opened,
    }
  }
  if (code === 'BAD_INDENT' || /without - indicator/.test(original))
    return {
      reason:
        'This line does not stand under the one it belongs to. Give it the same indentation as its neighbours.',
    }
  if (code === 'MULTILINE_IMPLICIT_KEY' && text.startsWith('- ', start))
    return {
      reason:
        'An item of a list stands here, where a key is due. Write the key of the list above it, on a line of its own.',
    }
  if (code === 'MULTILINE_IMPLICIT_KEY' || /need to be followed by map values/.test(original)) {
    const [, key, rest] = /^\s*(?:- )*([a-z0-9-]+):(\S.*)$/.exec(line) ?? []
    if (key) return {reason: `A space is missing after the colon. Write ${quote(`${key}: ${rest}`)}.`}
    const word = /^\s*(?:- )*(\S+)/.exec(line)?.[1] ?? 'key'
    return {
      reason: `This line has no key, or its colon is missing. Write a key, a colon, a space and its value, such as ${quote(`${word}: …`)}.`,
    }
  }
  if (/^- /.test(line) && code === 'BLOCK_AS_IMPLICIT_KEY')
    return {
      reason:
        'This item begins at the margin, and the list it belongs to does not. Indent it like the items above it.',
      at: lineStart,
    }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const after = text.slice(lineStart + line.length + 1).split('\n', 1)[0] ?? ''
    if (/: /.test(text.slice(start, lineStart + line.length)))
      return {reason: 'A text holds “: ”, which ends a key. Put quotation marks around the whole text.'}
    if (/^\s/.test(after))
      return {
        reason:
          'This line does not stand under the one it belongs to. Give it the same indentation as its neighbours.',
        at: lineStart + line.length + 1 + (after.length - after.trimStart().length),
      }
  }
  if (code === 'UNEXPECTED_TOKEN' && /at node end$/.test(original))
    return {
      reason:
        'Words follow a quotation mark that closes here. Put one pair of quotation marks around the whole text; write "…" when it holds an apostrophe.',
    }
  const reason = reasons.get(code)
  if (reason) return {reason}
  return {
    reason: `The file cannot be read from here on (${original.replace(/ at line.*$/s, '')}). Look for a missing quotation mark, colon or space.`,
  }
}

const reasons = new Map([
  ['RESOURCE_EXHAUSTION', 'The keys are nested too deep here. Move them up.'],
  ['MULTIPLE_DOCS', 'A line of three hyphens or dots stands inside the file. Delete it.'],
  ['NON_STRING_KEY', 'A key here is not text. Put quotation marks around it.'],
  [
    'TAG_RESOLVE_FAILED',
    'A word that begins with “!” is not used here. Delete it, or put quotation marks around the text.',
  ],
  [
    'BAD_SCALAR_START',
    'A text begins with a character that needs quotation marks. Put quotation marks around the whole text.',
  ],
  ['BAD_DQ_ESCAPE', 'A text between quotation marks holds a backslash. Delete it, or write it twice.'],
])

/** Offset of the last text that opens with a quotation mark. */
function lastQuotedText(document: Document.Parsed): number | undefined {
  let last: number | undefined
  visit(document, {
    Scalar: (_, {type, range}) => {
      if ((type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range) last = range[0]
    },
  })
  return last
}
