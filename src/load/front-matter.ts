/**
 * The beginning of a Markdown file up to the line that closes its front matter, as bytes: of thousands of files only this
 * is read for their titles.
 *
 * @returns undefined where no line closes it
 */
export function frontMatterBytes(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = ['\n---\n', '\n---\r\n'].flatMap((close) => {
    const at = file.indexOf(close)
    return at < 0 ? [] : [at + close.length]
  })
  const [one, other = one] = ends
  return one === undefined || other === undefined ? undefined : file.subarray(0, Math.min(one, other))
}
