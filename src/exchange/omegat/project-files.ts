import {compare} from '../../message/index.ts'
import type {Dossier, Translation} from '../../resolve/index.ts'
import {folderName} from '../../translate/index.ts'
import {withoutOwn} from '../aligned.ts'
import {writeGlossary} from '../glossary/write-glossary.ts'
import {confirmedPairs, earlierPairs, type SegmentPair, unconfirmedPairs} from '../memory-pairs.ts'
import {writeTmx} from '../tmx/write-tmx.ts'
import type {ExportedFolder, Segment} from '../types.ts'
import {writeXliff} from '../xliff/write-xliff.ts'

/** What a project is made of. */
export interface OmegatContent {
  folders: readonly ExportedFolder[]
  dossier: Pick<Dossier, 'glossary'>
  /** All translations between the two languages, for the memories. */
  translations: readonly Translation[]
  original: string
  language: string
}

/**
 * A project of OmegaT (3.6), by path in its folder: the units of each folder of words as a file of its own, what was
 * confirmed as a memory, translations that nobody has confirmed where OmegaT puts them in by itself, the glossary.
 */
export function omegatProject({
  folders,
  dossier,
  translations,
  original,
  language,
}: OmegatContent): Map<string, string> {
  const files = new Map([
    ['omegat.project', settings(original, language)],
    // It opens no project without these folders.
    ['target/README.txt', 'OmegaT writes here what is translated; “cites-docs translate import” reads it.\n'],
    ['omegat/filters.xml', filters],
    ['dictionary/README.txt', 'Dictionaries of your own for OmegaT belong here.\n'],
  ])
  for (const folder of [...folders].sort((a, b) => compare(a.folder, b.folder))) {
    // OmegaT shows no words but those of the target, so that what is not to be changed would be taken for an original.
    const units = folder.units.filter(({isAdopted, target}) => !(isAdopted && target))
    if (units.length === 0) continue
    files.set(`source/${sourceName(folder.folder)}`, writeXliff([{...folder, units}], {isForOmegat: true}))
  }
  const memory = [...confirmedPairs(translations), ...earlierPairs(translations)]
  for (const [name, pairs] of [
    ['tm/confirmed.tmx', memory],
    ['tm/auto/present.tmx', withOneTranslation([...unconfirmedPairs(translations), ...confirmedIn(folders)])],
  ] as const)
    files.set(name, writeTmx(pairs.map(inOmegat), {original, language, tool: 'OmegaT', write: omegatSegment}))
  files.set('glossary/glossary.txt', writeGlossary(dossier, original, language))
  return files
}

/** Of confirmed units that go out as well: OmegaT puts them in by itself, so that they come back as they are. */
function confirmedIn(folders: readonly ExportedFolder[]): SegmentPair[] {
  return folders.flatMap(({folder, units}) =>
    units.flatMap(({key, verdict, source, target}) =>
      verdict === 'current' && target ? [{folder, key, source, target}] : [],
    ),
  )
}

/** Name of the file of a folder of words. */
export function sourceName(folder: string): string {
  return `${folderName(folder).replaceAll('/', '-')}.xlf`
}

/** A unit is a segment: nothing is cut at the ends of sentences. */
function settings(original: string, language: string): string {
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary']
  const lines = [
    ...folders.map((name) => `<${name}_dir>__DEFAULT__</${name}_dir>`),
    '<glossary_file>__DEFAULT__</glossary_file>',
    `<source_lang>${original}</source_lang>`,
    `<target_lang>${language}</target_lang>`,
    '<sentence_seg>false</sentence_seg>',
    '<support_default_translations>true</support_default_translations>',
    '<remove_tags>false</remove_tags>',
  ]
  const body = lines.map((line) => `    ${line}\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<omegat>\n  <project version="1.0">\n${body}  </project>\n</omegat>\n`
}

/** Codes at the ends of a segment are shown, too: in another language they may stand elsewhere. */
const filters = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<filters removeTags="false" removeSpacesNonseg="true" preserveSpaces="true" ignoreFileContext="false"/>
`

/** A pair as OmegaT has it in memory, where codes of the original are known alone. */
function inOmegat(pair: SegmentPair): SegmentPair {
  return {...pair, target: withoutOwn(pair.target, pair.source)}
}

/** Those whose original has one translation: OmegaT takes a repeated text for one segment, and would give all the first. */
function withOneTranslation(pairs: readonly SegmentPair[]): SegmentPair[] {
  const targets = new Map<string, Set<string>>()
  const nameOf = ({source}: SegmentPair): string => omegatSegment(source).join('')
  for (const pair of pairs) {
    const known = targets.get(nameOf(pair)) ?? new Set()
    targets.set(nameOf(pair), known.add(omegatSegment(inOmegat(pair).target).join('')))
  }
  return pairs.filter((pair) => targets.get(nameOf(pair))?.size === 1)
}

/** Codes as OmegaT shows them: the first letter of the element and its place, counted from 0, in angle brackets. */
export function omegatSegment(segment: Segment): string[] {
  return segment.flatMap((piece) => {
    if (typeof piece === 'string') return [piece]
    const number = piece.id - 1
    if (!piece.pieces) return [`<x${number}/>`]
    return [`<g${number}>`, ...omegatSegment(piece.pieces), `</g${number}>`]
  })
}
