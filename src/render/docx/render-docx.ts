import type {Finished} from '../types.ts'
import {collect} from './collect.ts'
import {pack} from './pack.ts'
import {shell} from './shell.ts'

/**
 * The document as a Word file that can be edited: native lists, styles, sections, fields.
 *
 * remark-docx turns nodes into Word's; docx gives the shell around them; the package is then put in a fixed order.
 *
 * @returns bytes of the .docx, the same for the same tree, styles and version
 */
export async function renderDocx(finished: Finished): Promise<Uint8Array> {
  return pack(shell(await collect(finished), finished), finished)
}
