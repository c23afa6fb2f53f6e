/** Upper limits on a file that comes back; those on bytes are looked at before anything is parsed. */
export const exchangeCaps = {
  /** Four times what all units of this project are in one file. */
  bytes: 8 * 1024 * 1024,
  elements: 400_000,
  depth: 64,
  units: 50_000,
  /** Characters of one unit, as of a text of a source. */
  characters: 16 * 1024,
} as const
