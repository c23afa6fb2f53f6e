/**
 * Upper limits on sources, checked before any parser runs. Each is at least four times what the longest
 * document here uses; past them the parsers' time grows faster than the text.
 */
export const caps = {
  yamlBytes: 1024 * 1024,
  markdownBytes: 128 * 1024,
  yamlLineBytes: 64 * 1024,
  markdownLineBytes: 16 * 1024,
  yamlDepth: 32,
  /** Files in the content root. */
  files: 10_000,
  folderDepth: 12,
  pathBytes: 200,
  /** List markers and quotation marks opened on one line. */
  containersOnLine: 16,
  /** Columns of white space before text. */
  indentColumns: 40,
  /** Directive fences open at once. */
  openFences: 8,
  /** `[ ] ( * _ ~ < &` and backticks in one run of lines without a blank one, tables apart. */
  marksInRun: 2_000,
  /** Container markers in one file. */
  containersInFile: 5_000,
} as const
