// The largest profiles of printers have half of it.
/** Bytes of a profile of colours. */
export const mostProfileBytes = 4 * 1024 * 1024

const signatureAt = 36

/** Whether bytes are a profile of colours (ICC.1:2022, 7.2.11: its signature). */
export function isProfile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(signatureAt, signatureAt + 4)).toString('latin1') === 'acsp'
}
