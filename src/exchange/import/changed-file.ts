import type {Nodes} from 'mdast'
import type {Edit} from '../../fix/index.ts'
import {load, type MarkdownSource, type Source} from '../../load/index.ts'
import type {TranslatedFile} from '../../resolve/index.ts'
import {type TranslationUnit, translationUnits} from '../../translation/index.ts'
import {missingBlocks} from './missing-blocks.ts'
import {type Pattern, renderedBlocks} from './rendered-block.ts'
import {pointersOf, type YamlWords, yamlEdits, yamlText} from './yaml-edits.ts'

/** A file of a translation with the words that came back, as edits of what is there or as a new file. */
export type ChangedFile = {path: string} & ({edits: Edit[]; text: string} | {text: string; edits?: undefined})

/**
 * Puts words into a file of a translation; every other character stays.
 *
 * @param file  the original and its translation, which may not be there
 * @param words  as they are typed in Markdown, by the keys of their units
 * @returns undefined where a unit has no place, or where something else would be read of the file than is meant
 */
export function changedFile(
  file: TranslatedFile,
  words: ReadonlyMap<string, string>,
): ChangedFile | undefined {
  const {translation, path} = file
  const edits = translation ? editsOf(file, translation, words) : undefined
  if (translation && !edits) return undefined
  const before = translation ? String(translation.file) : ''
  const text = edits ? edited(before, edits) : newFile(file.original, words)
  if (!isAsMeant(path, text, translation, words)) return undefined
  return edits ? {path, edits, text} : {path, text}
}

function editsOf(
  {original}: TranslatedFile,
  translation: Source,
  words: ReadonlyMap<string, string>,
): Edit[] | undefined {
  const own = new Map(translationUnits(translation).map((unit) => [unit.key, unit]))
  const text = String(translation.file)
  const originals = new Map(translationUnits(original).map((unit) => [unit.key, unit]))
  const edits: Edit[] = []
  for (const [key, typed] of words) {
    const [unit, from] = [own.get(key), originals.get(key)]
    if (!unit || unit.kind === 'words') continue
    const {start, end} = unit
    const written = text.slice(start, end) + String(original.file).slice(from?.start, from?.end)
    edits.push({start, end, text: withBreaks(typed, written)})
  }
  const yaml = yamlEdits(text, translation.kind, yamlWords(original, words), original.data.value)
  if (!yaml) return undefined
  if (original.kind !== 'markdown' || translation.kind !== 'markdown') return [...edits, ...yaml]
  const missing = new Map([...words].filter(([key]) => !own.has(key)))
  const pattern = patternOf(original, missing, text)
  const start = text.indexOf('\n---', 3) + '\n---\n'.length
  const blocks = missingBlocks(
    original.tree.children as Nodes[],
    translation.tree.children as Nodes[],
    pattern,
    start,
  )
  return [...edits, ...yaml, ...blocks]
}

/** Words of a YAML file, or of a front matter, with the keys that lead to them, in the order of the original. */
function yamlWords(original: Source, words: ReadonlyMap<string, string>): YamlWords[] {
  const pointers = pointersOf(original.data.value)
  const before = original.kind === 'markdown' ? 'front-matter.' : ''
  return translationUnits(original).flatMap(({key, kind}) => {
    const typed = words.get(key)
    if (kind !== 'words' || typed === undefined) return []
    const pointer = pointers.get(key.slice(key.indexOf('#') + 1 + before.length))
    return pointer ? [{pointer, words: typed}] : []
  })
}

function patternOf(
  original: MarkdownSource,
  words: ReadonlyMap<string, string>,
  translation: string,
): Pattern {
  const units = translationUnits(original).filter(({kind}) => kind !== 'words')
  const text = String(original.file)
  return {
    text,
    translation,
    units: new Map(
      units.map(({key, start, end}) => {
        const typed = words.get(key)
        return [
          start,
          {end, words: typed === undefined ? undefined : withBreaks(typed, text.slice(start, end))},
        ]
      }),
    ),
  }
}

/** Lines are ended by a backslash as they are in the words that stand there, with what the next one begins with. */
function withBreaks(words: string, written: string): string {
  const gap = /\\(\n[ \t>]*)/.exec(written)?.[1]
  return gap === undefined ? words : words.replace(/(?<!\\)\\ /g, () => `\\${gap}`)
}

/** A file that is not there yet: its front matter, and the blocks of the original as far as their words came back. */
function newFile(original: Source, words: ReadonlyMap<string, string>): string {
  const yaml = yamlText(yamlWords(original, words))
  if (original.kind !== 'markdown') return yaml
  const body = renderedBlocks(original.tree.children as Nodes[], patternOf(original, words, ''))
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, {start, end, text: put}) => all.slice(0, start) + put + all.slice(end), text)
}

/** Whether the file holds all its units as they were, but for the words that came back. */
function isAsMeant(
  path: string,
  text: string,
  before: Source | undefined,
  words: ReadonlyMap<string, string>,
): boolean {
  const source = load(new Map([[path, new TextEncoder().encode(text)]])).sources.get(path)
  if (!source) return false
  const now = new Map(translationUnits(source).map((unit) => [unit.key, unit.source]))
  const old: readonly TranslationUnit[] = before ? translationUnits(before) : []
  const expected = new Map([...old.map((unit) => [unit.key, unit.source] as const), ...words])
  return now.size === expected.size && [...expected].every(([key, typed]) => now.get(key) === typed)
}
