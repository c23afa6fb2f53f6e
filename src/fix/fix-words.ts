import {join} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {checkWordsOf} from '../content.ts'
import {load} from '../load/index.ts'
import {replaceFile} from '../write/index.ts'
import {applyEdits, type Edit, readRaw} from './edit.ts'
import {shapeOf} from './shape.ts'

// One mend may make room for another, such as a space that is doubled and stands before a colon.
const mostRounds = 10

/**
 * Puts in what rules about words can put in without asking: spaces, dashes, punctuation. Everything else of a file
 * stays byte for byte, and so does a file in which a mend would change more than its own place.
 *
 * @param root  the content root
 * @param documents  as `sc58/internet-trade`; all when empty
 * @returns the files that changed, with the number of mends in each
 */
export async function fixWords(
  root: string,
  documents: readonly string[],
): Promise<{path: string; mended: number}[]> {
  const texts = new Map<string, string>()
  const counts = new Map<string, number>()
  const tries = new Map<string, {left: number}>()
  for (let round = 0; round < mostRounds; round++) {
    let isDone = true
    const byFile = new Map<string, VFileMessage[]>()
    for (const message of await checkWordsOf({root, documents, changes: texts})) {
      const path = message.file ?? ''
      if (message.fix) byFile.set(path, [...(byFile.get(path) ?? []), message])
    }
    for (const [path, messages] of byFile) {
      const raw = texts.get(path) ?? (await readRaw(join(root, path)))
      const own = tries.get(path) ?? {left: mostTries}
      tries.set(path, own)
      const {text, applied} = withEdits(path, raw, withoutOverlap(messages), own)
      if (applied === 0) continue
      isDone = false
      texts.set(path, text)
      counts.set(path, (counts.get(path) ?? 0) + applied)
    }
    if (isDone) break
  }
  for (const [path, text] of texts) await replaceFile(root, path, new TextEncoder().encode(text))
  return [...counts].map(([path, mended]) => ({path, mended}))
}

/** Edits of a round: of two that touch, the first; the other has its turn in the next round. */
function withoutOverlap(messages: readonly VFileMessage[]): Edit[] {
  const edits = messages.flatMap(({fix}) => fix ?? []).sort((a, b) => a.start - b.start || a.end - b.end)
  const kept: Edit[] = []
  for (const edit of edits) if (edit.start > (kept.at(-1)?.end ?? -1)) kept.push(edit)
  return kept
}

/** How many texts of a file may be read to find the mends that change more than they should. */
const mostTries = 40

/** All edits at once; where together they change more than they should, those that are found not to. */
function withEdits(
  path: string,
  raw: string,
  edits: readonly Edit[],
  tries: {left: number},
): {text: string; applied: number} {
  const before = shapeIn(path, raw)
  const isSafe = (some: readonly Edit[]): boolean => {
    if (before === undefined || tries.left <= 0) return false
    tries.left--
    return shapeIn(path, applyEdits(raw, some)) === before
  }
  const safe = safeOnes(edits, isSafe)
  const areAll = safe.length === edits.length || (safe.length > 0 && isSafe(safe))
  return areAll ? {text: applyEdits(raw, safe), applied: safe.length} : {text: raw, applied: 0}
}

/** Halves are tried where the whole is not safe: one wrong mend among a thousand is found in twenty tries. */
function safeOnes(edits: readonly Edit[], isSafe: (some: readonly Edit[]) => boolean): readonly Edit[] {
  if (edits.length === 0 || isSafe(edits)) return edits
  if (edits.length === 1) return []
  const half = edits.length >> 1
  return [...safeOnes(edits.slice(0, half), isSafe), ...safeOnes(edits.slice(half), isSafe)]
}

/** Blocks, keys, ids, letters and digits of a file; undefined where it is refused. In YAML, “x :” and “x:” are not alike. */
function shapeIn(path: string, text: string): string | undefined {
  const {sources, messages} = load(new Map([[path, new TextEncoder().encode(text)]]))
  const source = sources.get(path)
  return source && messages.length === 0 ? shapeOf(source) : undefined
}
