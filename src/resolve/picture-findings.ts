import type {Image, Nodes} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {error, nearest, quote, warning} from '../message/index.ts'
import {visit} from '../tree/index.ts'
import type {DocumentContext} from './document-context.ts'
import type {DocumentPlan} from './types.ts'

const pictureFile = /\.(?:png|jpe?g)$/

// Every document asks, and there may be thousands.
const known = new WeakMap<ReadonlySet<string>, string[]>()

/** Those of some paths that are of pictures; looked for once. */
function picturesAmong(paths: ReadonlySet<string>): readonly string[] {
  const found = known.get(paths) ?? [...paths].filter((path) => pictureFile.test(path))
  known.set(paths, found)
  return found
}

/**
 * Pictures that a document names and that do not lie in its folder, and those that lie there and that none of its files
 * names: a map that was replaced is no longer sent with it.
 *
 * @param context  the paths of every file that was seen, so that a picture with errors is not called missing, and the
 *   pictures that are sound, since of another more is to be said
 */
export function pictureFindings(
  {path, parts}: Pick<DocumentPlan, 'path' | 'parts'>,
  {paths, dossier}: Pick<DocumentContext, 'paths' | 'dossier'>,
): VFileMessage[] {
  const folder = `documents/${path}/`
  const namesIn = (files: Iterable<string>): string[] =>
    [...files].flatMap((file) =>
      file.startsWith(folder) && pictureFile.test(file) ? [file.slice(folder.length)] : [],
    )
  const there = namesIn(picturesAmong(paths))
  const sources = [...parts.values()].flat().map(({source}) => source)
  return [
    ...sources.flatMap((source) => missing(source, there)),
    ...namesIn(dossier.pictures.keys())
      .filter((name) => !sources.some((source) => names(source, name)))
      .map((name) => unused(folder + name)),
  ]
}

/** Whether the text of a file names a picture; it is not parsed for that, since it may be that of a document not asked for. */
function names({file}: MarkdownSource, name: string): boolean {
  return String(file).includes(`](${name}`)
}

function missing(source: MarkdownSource, there: readonly string[]): VFileMessage[] {
  if (source.isUnasked || !String(source.file).includes('![')) return []
  const found: VFileMessage[] = []
  visit(source.tree as Nodes, 'image', (image) => {
    if (!there.includes(image.url)) found.push(missingPicture(image, source.path, there))
  })
  return found
}

function missingPicture(image: Image, path: string, there: readonly string[]): VFileMessage {
  const near = nearest(image.url, there) ?? there.find((name) => stem(name) === stem(image.url))
  const remedy = near
    ? `Write ${quote(near)}, which is there, or put the file there.`
    : 'Put the file there, or write the name that it has.'
  return error(`There is no picture ${quote(image.url)} in the folder of this document. ${remedy}`, {
    path,
    ruleId: 'picture-missing',
    place: image.position,
  })
}

function stem(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

function unused(path: string): VFileMessage {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const reason = `No text of this document shows this picture. Show it with a line “![What it shows](${name})” between “:::picture[Caption]{id=…}” and “:::”, or delete the file.`
  return warning(reason, {path, ruleId: 'picture-unused'})
}
