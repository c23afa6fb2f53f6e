import {visit} from 'unist-util-visit'
import type {VFileMessage} from 'vfile-message'
import {type Pointer, type Source, textsIn, treeOfWords} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {OwnNotes} from './note-findings.ts'

/** Files of words that have notes of their own, and the keys under which one note of a name may stand. */
const files = [
  // The notes of each decision stand beside its words.
  {path: /^documents\/decisions\/[^/]+\/decisions\.[a-z]{2}\.yaml$/, depth: 2, owner: 'the decision'},
  // Those of a text that is quoted stand beside its paragraphs.
  {path: /^documents\/texts\/[^/]+\.[a-z]{2}\.yaml$/, depth: 0, owner: 'this file'},
]

/** Names of the notes to which words refer. */
function notesIn(text: string): Set<string> {
  const names = new Set<string>()
  if (text.includes('[^'))
    visit(treeOfWords(text), 'footnoteReference', ({identifier}) => void names.add(identifier))
  return names
}

/** Names of the notes to which the front matter of a Markdown file refers, such as a note on its title. */
export function notesOfFrontMatter({data}: Source): OwnNotes {
  const names = textsIn(data.value).flatMap(({text}) => [...notesIn(text)])
  return {names: new Set(names), reason: missing}
}

/**
 * The notes to which the words at a place may refer.
 *
 * @param isRead  whether the text of a Markdown file was read, so that its notes are known
 * @returns undefined where nothing can be said
 */
export function notesFor(source: Source, pointer: Pointer, isRead: boolean): OwnNotes | undefined {
  if (source.kind === 'markdown') {
    if (!isRead) return undefined
    const names = new Set<string>()
    visit(source.tree, 'footnoteDefinition', ({identifier}) => void names.add(identifier))
    return {names, reason: (name) => `${missing(name)} Add a line “[^${name}]: …” at the end of the file.`}
  }
  const file = files.find(({path}) => path.test(source.path))
  if (!file)
    return {
      names: new Set(),
      reason: (name) => `${missing(name)} These words have no notes: write it in a sentence.`,
    }
  const owner = pointer.slice(0, file.depth)
  if (pointer[file.depth] === 'notes')
    return {names: new Set(), reason: () => 'A note refers to a note. Move the words into the text.'}
  const notes = notesAt(source.data.value, owner)
  return {
    names: new Set(Object.keys(notes)),
    reason: (name) =>
      owner.length < file.depth
        ? `${missing(name)} A heading has no notes: write it in the words of a decision.`
        : `${missing(name)} Add “${name}: …” under “notes” of ${file.owner}.`,
  }
}

/** Notes of words to which no words refer. */
export function unusedNotes(source: Source): VFileMessage[] {
  const file = files.find(({path}) => path.test(source.path))
  if (!file) return []
  const used = new Map<string, Set<string>>()
  for (const {text, pointer} of textsIn(source.data.value)) {
    const owner = pointer.slice(0, file.depth).join('/')
    const names = used.get(owner) ?? new Set()
    used.set(owner, names)
    if (pointer[file.depth] !== 'notes') for (const name of notesIn(text)) names.add(name)
  }
  return [...used].flatMap(([owner, names]) => {
    const pointer = owner === '' ? [] : owner.split('/')
    return Object.keys(notesAt(source.data.value, pointer))
      .filter((name) => !names.has(name))
      .map((name) =>
        error(
          `No words refer to the note ${quote(name)}. Put “[^${name}]” where it belongs, or delete the note.`,
          {
            path: source.path,
            ruleId: 'note-unused',
            place: source.data.locate([...pointer, 'notes', name], 'key'),
          },
        ),
      )
  })
}

function missing(name: string): string {
  return `The note ${quote(`[^${name}]`)} has no text.`
}

function notesAt(value: unknown, owner: Pointer): object {
  const own = owner.reduce<unknown>((below, key) => Object(below)[key], value)
  return Object(Object(own).notes)
}
