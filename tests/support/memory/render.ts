import {createHash} from 'node:crypto'
import type {renderCertified as renderOf} from '../../../src/certify/index.ts'

type Render = typeof renderOf
type File = Awaited<ReturnType<Render>>

const digests = new WeakMap<object, string>()

/**
 * Remembers the bytes of a format by the finished tree that they were made from: a document that a change does not
 * reach is rendered once.
 *
 * @param render  the real one
 */
export function rememberingRender(render: Render): Render {
  const memory = new Map<string, File>()
  return async (name, format, finished) => {
    const {tree, styles, numbering} = finished
    const key = [format, ...[tree, styles, numbering].map(digestOf)].join(' ')
    const known = memory.get(key)
    if (known) return known
    const file = await render(name, format, finished)
    memory.set(key, file)
    return file
  }
}

/** Of all that a value says. It is taken once: what is finished does not change (tests/house/memory.test.ts). */
function digestOf(value: object): string {
  const digest = digests.get(value) ?? createHash('sha1').update(JSON.stringify(value)).digest('hex')
  digests.set(value, digest)
  return digest
}
