import type {VFileMessage} from 'vfile-message'
import {type Asked, caps, type Loaded, mapWithin} from '../load/index.ts'
import {addAll, error} from '../message/index.ts'
import {type Picture, provePicture} from '../picture/index.ts'

/** Pictures that may be put into documents, by path. */
export type Pictures = ReadonlyMap<string, Picture>

const limits = {pixels: caps.picturePixels.most, side: caps.pictureSide.most}

/**
 * Proves the pictures that are asked for: each is of the type that its name says, whole, and not too large.
 *
 * @param work  pixels that were handled so far, by folder and of all; those of these pictures come to it
 * @returns those that are, without what is not to be seen in them, and a finding for each other
 */
export function provenPictures(
  {pictures}: Loaded,
  isAsked: Asked,
  work: Map<string, number> = new Map(),
): {pictures: Pictures; messages: VFileMessage[]} {
  const paths = [...pictures.keys()].filter((path) => isAsked(path))
  const all = mapWithin(
    paths,
    (path) => proven(path, pictures.get(path) ?? new Uint8Array(), work),
    (path) => path,
  )
  const found = new Map<string, Picture>()
  const messages: VFileMessage[] = []
  for (const [index, one] of all.entries()) {
    if (one.picture) found.set(paths[index] ?? '', one.picture)
    addAll(messages, one.messages)
  }
  return {pictures: found, messages}
}

interface Found {
  picture?: Picture
  messages: VFileMessage[]
}

const ofAll = 'all'

/** What the pictures of all documents so far took, of the `work` of `provenPictures`: pixels. */
export function workOfAll(work: ReadonlyMap<string, number>): number {
  return work.get(ofAll) ?? 0
}

/**
 * Adds what the pictures of a document took when they were proven before.
 *
 * @param pixels  of that document
 * @returns whether all of them would be proven now: with those of the documents before it they are not too many
 */
export function addWork(work: Map<string, number>, pixels: number): boolean {
  if (pixels > 0 && workOfAll(work) + pixels > caps.allPixels.most) return false
  work.set(ofAll, workOfAll(work) + pixels)
  return true
}

/** @param sums  pixels that were handled so far, by folder and of all; more are not */
function proven(path: string, bytes: Uint8Array, sums: Map<string, number>): Found {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const fault = sumFault(sums.get(folder) ?? 0, sums.get(ofAll) ?? 0)
  if (fault) return {messages: [error(fault.reason, {path, ruleId: fault.rule})]}
  const found = provePicture(bytes, path.endsWith('.png') ? 'png' : 'jpeg', limits)
  if ('fault' in found) {
    const {reason, ruleId} = found.fault
    return {messages: [error(reason, {path, ruleId})]}
  }
  const {picture} = found
  for (const key of [folder, ofAll]) sums.set(key, (sums.get(key) ?? 0) + picture.work)
  return {picture, messages: []}
}

function sumFault(own: number, all: number): {reason: string; rule: string} | undefined {
  const {documentPixels, allPixels} = caps
  const remedy = 'Save them with fewer pixels, and photographs upright.'
  if (own > documentPixels.most)
    return {
      reason: `The pictures of this document before this one have more than ${documentPixels.most / 1_000_000} million pixels together, where one that lies on its side counts eight times. ${remedy}`,
      rule: documentPixels.rule,
    }
  if (all <= allPixels.most) return undefined
  const reason = `The pictures of all documents before this one have more than ${allPixels.most / 1_000_000} million pixels together. ${remedy}`
  return {reason, rule: allPixels.rule}
}
