import assert from 'node:assert/strict'
import {isMap, isSeq, type Node, parseDocument} from 'yaml'
import type {Posting} from '../resolve/index.ts'

/** An edit of a text: what stands from one offset to the other is replaced. */
interface Edit {
  from: number
  to: number
  text: string
}

/**
 * A document.yaml with another number and revision, every other byte as it was.
 *
 * @param text  of the file; one without a `symbol`, or that is not YAML, comes back as it is
 * @param revision  left as it is where undefined
 */
export function withSymbol(text: string, number: string, revision: number | undefined): string {
  const document = parseDocument(text)
  const edits: Edit[] = []
  const set = (key: string, value: string | number): void => {
    const node = document.getIn(['symbol', key], true) as (Node & {value?: unknown}) | undefined
    if (!node?.range || node.value === value) return
    const [from, to] = node.range
    const printed = JSON.stringify(value)
    // A key without a value ends with its colon.
    edits.push({from, to, text: text[from - 1] === ':' ? ` ${printed}` : printed})
  }
  set('number', number)
  if (revision !== undefined) set('revision', revision)
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((edited, edit) => edited.slice(0, edit.from) + edit.text + edited.slice(edit.to), text)
}

/**
 * A document.yaml with one posting more, after those that are there, every other byte as it was.
 *
 * @param text  of a file that was found valid
 */
export function withPosting(text: string, posting: Posting): string {
  const words = Object.entries(posting.words ?? {}).map(
    ([code, digest]) => `${code}: ${JSON.stringify(digest)}`,
  )
  const entry = `{revision: ${posting.revision}, date: ${JSON.stringify(posting.date)}, words: {${words.join(', ')}}}`
  const edited = insertEntry(text, entry)
  const {posted: before = [], ...rest} = parseDocument(text).toJS() as {posted?: unknown[]}
  assert.deepEqual(parseDocument(edited).toJS(), {...rest, posted: [...before, posting]})
  return edited
}

function insertEntry(text: string, entry: string): string {
  const document = parseDocument(text)
  const postings = document.get('posted', true)
  const insert = (at: number, what: string): string => text.slice(0, at) + what + text.slice(at)
  const last = isSeq(postings) ? (postings.items.at(-1) as Node | undefined) : undefined
  if (isSeq(postings) && postings.range && last?.range) {
    if (postings.flow) return insert(last.range[1], `, ${entry}`)
    const [start] = postings.range
    const indentation = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
    return insertLines(text, last.range[1], `${indentation}- ${entry}`)
  }
  const top = document.contents
  const value = isMap(top) && top.flow ? (top.items.at(-1)?.value as Node | undefined) : undefined
  if (value?.range) return insert(value.range[1], `, posted: [${entry}]`)
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  return insertLines(text, text.length, `posted:${newline}  - ${entry}`)
}

/** Puts whole lines behind the line that holds an offset. */
function insertLines(text: string, offset: number, lines: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const isLineStart = offset === 0 || text[offset - 1] === '\n'
  const end = isLineStart ? offset - 1 : text.indexOf('\n', offset)
  const at = end < 0 ? text.length : end + 1
  const before = text.slice(0, at)
  return `${before}${before.endsWith('\n') || before === '' ? '' : newline}${lines}${newline}${text.slice(at)}`
}
