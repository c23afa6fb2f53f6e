import {type Pointer, type Source, textsIn, treeOfWords} from '../../load/index.ts'
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
export function yamlWords({data}: Source): YamlPassage[] {
  return textsIn(data.value).flatMap(({text, pointer}) => {
    const paragraph = treeOfWords(text).children[0]
    const passage = paragraph?.type === 'paragraph' ? passageOf(paragraph, text, 'words') : undefined
    if (!passage) return []
    const inFile = data.offsetsOf(pointer)
    const offsets = passage.offsets.map((offset) => inFile?.[offset] ?? -1)
    return [{...passage, offsets, whole: data.locate(pointer), pointer}]
  })
}
