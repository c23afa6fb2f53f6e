/**
 * Upper limits on what is read and made, each with the rule that reports it; those on bytes, lines, marks and folders
 * are looked at before any parser runs. Past them the parsers' time grows faster than the text, or Word gives up.
 * Those on bytes, marks, cells and elements are at least four times what the longest document here uses
 * (tests/hostile/caps.test.ts).
 */
export const caps = {
  yamlBytes: {most: 1024 * 1024, rule: 'file-size'},
  markdownBytes: {most: 128 * 1024, rule: 'file-size'},
  yamlLineBytes: {most: 64 * 1024, rule: 'line-length'},
  markdownLineBytes: {most: 16 * 1024, rule: 'line-length'},
  /** One text of a YAML file: schemas look for patterns in it even when it is too long for them. */
  yamlTextBytes: {most: 16 * 1024, rule: 'yaml-text'},
  yamlDepth: {most: 32, rule: 'yaml-depth'},
  /** `: , - [ {` in a YAML file, before it is parsed. */
  yamlMarks: {most: 100_000, rule: 'yaml-keys'},
  /** Keys in one mapping. */
  yamlKeys: {most: 1_000, rule: 'yaml-keys'},
  /** Files in the content root; past it nothing is read. */
  files: {most: 10_000, rule: 'file-count'},
  /** Bytes of the texts in one folder: those of a document, of a subject, of templates/. They are read one by one. */
  folderBytes: {most: 4 * 1024 * 1024, rule: 'folder-size'},
  folderDepth: {most: 12, rule: 'path-depth'},
  pathBytes: {most: 200, rule: 'path-name'},
  /** Bytes of Markdown without a blank line: one paragraph is one quadratic search. Tables have many short cells. */
  runBytes: {most: 16 * 1024, rule: 'markdown-run'},
  tableRunBytes: {most: 64 * 1024, rule: 'markdown-run'},
  /** `[ ] ( * _ ~ < &` and backticks in one run of lines without a blank one, or in one row of a table. */
  marksInRun: {most: 2_000, rule: 'markdown-marks'},
  /** List markers and quotation marks opened on one line. */
  containersOnLine: {most: 16, rule: 'markdown-containers'},
  /** Container markers in one file. */
  containersInFile: {most: 5_000, rule: 'markdown-containers'},
  /** Columns of white space before text. */
  indentColumns: {most: 40, rule: 'markdown-indent'},
  /** Directive fences open at once, and in all those that stand inside lists and quotations. */
  openFences: {most: 8, rule: 'markdown-fences'},
  /** Lines of `===` or `---` under words. */
  underlines: {most: 200, rule: 'markdown-underlines'},
  /** Notes of one file. */
  notes: {most: 500, rule: 'markdown-notes'},
  /** Word stops at 63 columns. */
  tableColumns: {most: 63, rule: 'table-size'},
  tableRows: {most: 1_000, rule: 'table-size'},
  tableCells: {most: 10_000, rule: 'table-size'},
  /** One picture: a page in good print has a half of it. */
  pictureBytes: {most: 4 * 1024 * 1024, rule: 'picture-size'},
  /** Pixels of a picture: a whole page has 8.7 million where 300 stand on an inch; and those of its longer side. */
  picturePixels: {most: 9_000_000, rule: 'picture-size'},
  pictureSide: {most: 10_000, rule: 'picture-size'},
  /** Pixels of the pictures of a document, and of a root, as `work` of a picture counts them: they are unpacked to be proven. */
  documentPixels: {most: 200_000_000, rule: 'picture-count'},
  allPixels: {most: 1_000_000_000, rule: 'picture-count'},
  /** Pictures of one document, their bytes together, and the bytes of all pictures of a root. */
  pictures: {most: 60, rule: 'picture-count'},
  documentPictureBytes: {most: 8 * 1024 * 1024, rule: 'picture-count'},
  allPictureBytes: {most: 128 * 1024 * 1024, rule: 'picture-count'},
  /** A sheet that is to become a table, and one of its cells; looked at before either is parsed. */
  sheetBytes: {most: 1024 * 1024, rule: 'table-size'},
  sheetCellCharacters: {most: 4_000, rule: 'table-size'},
  linkCharacters: {most: 2_048, rule: 'link-address'},
  /** Nodes of one finished document, and how deep they stand: what walks a tree goes as deep. */
  elements: {most: 100_000, rule: 'document-size'},
  /** What is made of words and facts while a document is put together, as `Made` counts it; and of one fact or title. */
  madePieces: {most: 100_000, rule: 'document-size'},
  namedPieces: {most: 5_000, rule: 'document-size'},
  /** Words of quotations, each as often as it is compared with one of a text; and of a text that is amended. */
  comparedWords: {most: 10_000_000, rule: 'quotation-verbatim'},
  elementDepth: {most: 100, rule: 'document-size'},
  /** One file of out/. */
  outputBytes: {most: 32 * 1024 * 1024, rule: 'output-size'},
  /** A list of files of out/: pages about ten thousand documents have fewer names. A longer one is not read. */
  manifestBytes: {most: 4 * 1024 * 1024, rule: 'output-size'},
} as const

/**
 * What ends the program where no cap has foreseen something: seconds of CPU time for one source in one stage, and bytes of
 * memory for a large one. Both are more than ten times what the largest text within the caps needs.
 */
export const backstops = {parseSeconds: 10, parseBytes: 384 * 1024 * 1024}
