import {location} from 'vfile-location'
import {type Pointer, type Source, textsIn, treeOfWords} from '../../load/index.ts'
import {align} from './align.ts'
import {passageOf} from './passage.ts'
import type {Passage} from './types.ts'

/** A passage and the keys that lead to its words. */
export interface YamlPassage extends Passage {
  pointer: Pointer
}

/**
 * Passages of a YAML file of words, or of a front matter: one for each text.
 *
 * @param source  a file that has been validated
 * @returns in the order of the file
 */
export function yamlWords(source: Source): YamlPassage[] {
  const file = String(source.file)
  const {toOffset} = location(file)
  return textsIn(source.data.value).flatMap(({text, pointer}) => {
    const whole = source.data.locate(pointer)
    const from = toOffset(whole.start) ?? 0
    const to = toOffset(whole.end) ?? from
    const paragraph = treeOfWords(text).children[0]
    const passage = paragraph?.type === 'paragraph' ? passageOf(paragraph, text, 'words') : undefined
    if (!passage) return []
    const places = align(text, file, /["']/.test(file[from] ?? '') ? from + 1 : from, to)
    const offsets = passage.offsets.map((offset) => (offset < 0 ? -1 : (places[offset] ?? -1)))
    return [{...passage, offsets, whole, pointer}]
  })
}
