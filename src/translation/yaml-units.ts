import type {Paragraph, PhrasingContent} from 'mdast'
import {location} from 'vfile-location'
import {type Source, textsIn, treeOfWords} from '../load/index.ts'
import type {Place} from '../message/index.ts'
import {oneLine} from './one-line.ts'
import {wordsFile} from './stem.ts'
import type {TranslationUnit, UnitSurroundings} from './types.ts'

const alone: UnitSurroundings = {isExample: false, conditions: [], depth: 0, isQuoted: false}

/** The texts of a YAML file of words, or of a front matter, each known by the keys that lead to it. */
export function yamlUnits({path, data, file, kind}: Source): TranslationUnit[] {
  const {stem = ''} = wordsFile(path) ?? {}
  // A paragraph may have the id “title” too.
  const before = kind === 'markdown' ? `${stem}#front-matter.` : `${stem}#`
  const {toOffset} = location(file)
  return textsIn(data.value).map(({text, pointer}): TranslationUnit => {
    // Looked for where somebody asks: of most units nobody does.
    let place: Place | undefined
    const placed = (): Place => {
      place ??= data.locate(pointer)
      return place
    }
    return {
      key: `${before}${pointer.join('.')}`,
      kind: 'words',
      source: oneLine(text),
      get nodes() {
        return inlineNodes(text)
      },
      path,
      get place() {
        return placed()
      },
      get start() {
        return toOffset(placed().start) ?? 0
      },
      get end() {
        return toOffset(placed().end) ?? 0
      },
      around: alone,
    }
  })
}

function inlineNodes(text: string): PhrasingContent[] {
  return treeOfWords(text).children.flatMap((block) =>
    'children' in block ? ((block as Paragraph).children as PhrasingContent[]) : [],
  )
}
