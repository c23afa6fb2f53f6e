import {constants} from 'node:fs'
import {open} from 'node:fs/promises'
import {EnvironmentError, UsageError} from '../failure/index.ts'
import {caps} from '../load/index.ts'
import {quote} from '../message/index.ts'

/**
 * The bytes of a sheet, and no more of them than one byte over the cap: whoever decodes them says that they are too many.
 *
 * @param path  of an ordinary file; a pipe would be waited for, and a device never ends
 * @throws UsageError  when there is no such file
 * @throws EnvironmentError  when the disk will not give it
 */
export async function bytesOfFile(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      if (!(await handle.stat()).isFile())
        throw new UsageError(`${quote(path)} is no ordinary file. Name a sheet that was saved as CSV.`)
      const bytes = Buffer.alloc(caps.sheetBytes.most + 1)
      let length = 0
      for (;;) {
        const {bytesRead} = await handle.read(bytes, length, bytes.length - length, length)
        length += bytesRead
        if (bytesRead === 0) return bytes.subarray(0, length)
      }
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const {code, message} = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE')
      throw new UsageError(
        `There is no file ${quote(path)}. Name a sheet that was saved as CSV, or “-” for what is pasted or comes through a pipe.`,
      )
    throw new EnvironmentError(`Cannot read ${path}: ${message}. Nothing was written.`)
  }
}

/** The bytes that come through a pipe or are pasted, up to one over the cap. */
export async function bytesOfInput(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of input) {
    chunks.push(chunk)
    length += chunk.length
    if (length > caps.sheetBytes.most) break
  }
  return Buffer.concat(chunks)
}
