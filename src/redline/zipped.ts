import assert from 'node:assert/strict'
import {strToU8, type Zippable, zipSync} from 'fflate'
import {serialize, type WordPackage} from '../word/index.ts'

// Local fields, since fflate reads local time: the same bytes in every time zone.
const zipTime = new Date(1980, 0, 1, 12)

/** A package as bytes: its parts in the order of its names, deflated, all of one time; pictures, which are packed, as they are. */
export function zipped({names, parts, others}: WordPackage): Uint8Array {
  const entries: Zippable = {}
  for (const name of names) {
    const root = parts.get(name)
    const bytes = root ? strToU8(serialize(root)) : others.get(name)
    assert(bytes, `the package has ${name}`)
    entries[name] = [bytes, {mtime: zipTime, level: root ? 6 : 0, os: 0, attrs: 0}]
  }
  return zipSync(entries)
}
