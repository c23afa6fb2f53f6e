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
  for (let round = 0; round < mostRounds; round++) {
    let isDone = true
    const byFile = new Map<string, VFileMessage[]>()
    for (const message of await checkWordsOf({root, documents, changes: texts})) {
      const path = message.file ?? ''
      if (message.fix) byFile.set(path, [...(byFile.get(path) ?? []), message])
    }
    for (const [path, messages] of byFile) {
      const raw = texts.get(path) ?? (await readRaw(join(root, path)))
      const {text, applied} = withEdits(path, raw, withoutOverlap(messages))
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

/** All edits at once; where together they change more than they should, those that do not by themselves. */
function withEdits(path: string, raw: string, edits: readonly Edit[]): {text: string; applied: number} {
  const together = applyEdits(raw, edits)
  if (isSafe(path, raw, together)) return {text: together, applied: edits.length}
  const alone = edits.filter((edit) => isSafe(path, raw, applyEdits(raw, [edit])))
  const text = applyEdits(raw, alone)
  return isSafe(path, raw, text) ? {text, applied: alone.length} : {text: raw, applied: 0}
}

/** Whether a file still has the same blocks, keys, ids, letters and digits: in YAML, “x :” and “x:” are not alike. */
function isSafe(path: string, before: string, after: string): boolean {
  const [one, other] = [before, after].map((text) => {
    const {sources, messages} = load(new Map([[path, new TextEncoder().encode(text)]]))
    const source = sources.get(path)
    return source && messages.length === 0 ? shapeOf(source) : undefined
  })
  return one !== undefined && one === other
}
