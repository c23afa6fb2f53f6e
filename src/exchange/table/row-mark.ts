const none = '0'.repeat(16)
const form = /^u\d{1,5}_([0-9a-f]{16})_([0-9a-f]{16})$/

/**
 * Name of the bookmark around the name of a unit: it outlives Word and LibreOffice, and says which words went out.
 *
 * @param row  from 1 on
 * @param source  digest of the original
 * @param translation  that of the translation, where there was one
 */
export function bookmarkName(row: number, source: string, translation: string | undefined): string {
  return `u${row}_${source}_${translation ?? none}`
}

/** The digests that a bookmark names; undefined where it is none of ours. */
export function digestsOf(name: string): {digest: string; translation: string | undefined} | undefined {
  const [, digest, translation] = form.exec(name) ?? []
  if (digest === undefined) return undefined
  return {digest, translation: translation === none ? undefined : translation}
}
