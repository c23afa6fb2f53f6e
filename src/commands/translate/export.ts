import {isAbsolute, join, relative, resolve} from 'node:path'
import {documentPath} from '../../asked.ts'
import {resolveContent} from '../../content.ts'
import {
  adoptedPairs,
  confirmedPairs,
  type ExportedFolder,
  exportedFolder,
  omegatProject,
  tmxSegment,
  writeGlossary,
  writeTable,
  writeTmx,
  writeXliff,
} from '../../exchange/index.ts'
import {UsageError} from '../../failure/index.ts'
import {choices, isError, printable, printed, quote} from '../../message/index.ts'
import {causesLast, count, grouped, terminalReport} from '../../report/index.ts'
import type {Dossier, Translation} from '../../resolve/index.ts'
import {selected} from '../../translate/index.ts'
import {memoryOf} from '../../translation/index.ts'
import {flushFolders, readEarlier, replaceFile} from '../../write/index.ts'
import {parse, rootOf} from '../options.ts'
import type {Terminal} from '../terminal.ts'

/** What `translate export --help` prints. */
export const help = `cites-docs translate export --to fr               writes what is to be translated into French
cites-docs translate export <document…> --to fr   writes that of these documents

What is missing, stale or not confirmed goes out, each unit under a name that stays, with what may not be lost in codes;
“translate import” puts it back into the sources.

  --to L         the language, such as fr
  --format F     xliff    a file for a translator's tool, XLIFF 1.2 (default)
                 omegat   a whole project for OmegaT: units, memories, glossary
                 table    a Word file with three columns, for people without a tool
                 tmx      what is confirmed, as a memory (TMX 1.4)
                 glossary the terms of documents/glossary.yaml, as OmegaT reads them
  --all          what is confirmed as well
  --out DIR      where it is written (default: translation/ beside documents/)
  --root DIR     folder that holds documents/ (default: here)
  -h, --help     this text
`

const formats = ['xliff', 'omegat', 'table', 'tmx', 'glossary'] as const
type Format = (typeof formats)[number]

/**
 * @param args  what stands after `translate export`
 * @returns exit status: 0 written, or nothing to be translated; 1 the sources have errors, or a file is in the way
 * @throws UsageError  where no language is named, or something that is not there
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {
    to: {type: 'string'},
    format: {type: 'string'},
    all: {type: 'boolean'},
    out: {type: 'string'},
    root: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  if (values.to === undefined)
    throw new UsageError('Write after “--to” the language into which is translated, such as “--to fr”.')
  const format = formatOf(values.format)
  const root = rootOf(values.root)
  const folder = folderOf(root, values.out)
  const {dossier, messages, texts, sources} = await resolveContent({root})
  const asked = selected(dossier, {folders: positionals, languages: [values.to]})
  const errors = messages
    .filter(isError)
    .filter(({file = ''}) =>
      asked.some((translation) => file.slice(0, file.lastIndexOf('/')) === translation.folder),
    )
  if (errors.length > 0) {
    const {color, width} = terminal
    terminal.err(terminalReport(causesLast(grouped(errors, texts)), {texts, color, width, isAll: true}))
    terminal.err(printed('Nothing was written.\n'))
    return 1
  }
  const lines: string[] = []
  const originals = [...new Set(asked.map((translation) => translation.original))]
  for (const original of originals) {
    const between = {original, language: values.to}
    const made = madeBetween(between, asked, {
      dossier,
      isAdopted: adoptedPairs(sources),
      all: values.all === true,
    })
    const base = [nameOf(positionals), ...(originals.length > 1 ? [original] : []), values.to].join('.')
    const files = await filesOf(format, base, made)
    const inTheWay = await fileInTheWay(folder, files, format)
    if (inTheWay !== undefined) {
      const reason = `${inTheWay} is there already, and what somebody translated in it would be lost. Import it and delete it, or write another folder after “--out”.`
      terminal.err(printed(`${printable(reason)} Nothing was written.\n`))
      return 1
    }
    for (const [path, bytes] of files) await replaceFile(folder, path, bytes)
    await flushFolders(folder, [...files.keys()])
    const path = format === 'omegat' ? base : [...files.keys()][0]
    if (files.size > 0) lines.push(`${shown(root, folder, path ?? '')}: ${told(format, made)}.`)
  }
  const nothing = `Nothing is to be translated into ${values.to}: everything is confirmed. Write “--all” to have it all the same.`
  terminal.out(printed((lines.length > 0 ? lines : [nothing]).map((line) => `${printable(line)}\n`).join('')))
  return 0
}

/** What goes out between two languages. */
function madeBetween(
  between: Made['between'],
  asked: readonly Translation[],
  {dossier, isAdopted, all}: {dossier: Dossier; isAdopted: ReturnType<typeof adoptedPairs>; all: boolean},
): Made {
  const isBetween = ({original, language}: Translation): boolean =>
    original === between.original && language === between.language
  const own = asked.filter(isBetween)
  const others = dossier.translations.filter(isBetween)
  const memory = memoryOf(others)
  const folders = own
    .map((translation) => exportedFolder(translation, {all, memory, isAdopted}))
    .filter(({units}) => units.length > 0)
  return {folders, own, all: others, dossier, between}
}

function formatOf(given = 'xliff'): Format {
  const found = formats.find((format) => format === given)
  if (found) return found
  throw new UsageError(`There is no format ${quote(given)}. Write ${choices(given, formats)}.`)
}

/** Where it is written: never among what is built or built from. */
function folderOf(root: string, out: string | undefined): string {
  const folder = out === undefined ? join(root, 'translation') : resolve(out)
  const inRoot = relative(root, folder)
  const [first = ''] = inRoot.split(/[\\/]/)
  if (!isAbsolute(inRoot) && ['documents', 'templates', 'out', 'release', 'edited'].includes(first))
    throw new UsageError(
      `Nothing is exported into ${quote(first)}, which holds the dossier. Write another folder after “--out”.`,
    )
  return folder
}

function nameOf(documents: readonly string[]): string {
  const most = 3
  if (documents.length === 0) return 'all'
  const names = documents.slice(0, most).map((given) => documentPath(given).replaceAll('/', '-'))
  return documents.length > most ? `${names.join('+')}+more` : names.join('+')
}

interface Made {
  folders: readonly ExportedFolder[]
  own: readonly Translation[]
  all: readonly Translation[]
  dossier: Dossier
  between: {original: string; language: string}
}

async function filesOf(format: Format, base: string, made: Made): Promise<Map<string, Uint8Array>> {
  const {folders, own, all, dossier, between} = made
  const text = (path: string, written: string): Map<string, Uint8Array> =>
    new Map([[path, new TextEncoder().encode(written)]])
  if (format === 'glossary')
    return text(`${base}.txt`, writeGlossary(dossier, between.original, between.language))
  if (format === 'tmx')
    return text(
      `${base}.tmx`,
      writeTmx(confirmedPairs(own), {...between, tool: 'cites-docs', write: tmxSegment}),
    )
  if (folders.length === 0) return new Map()
  if (format === 'xliff') return text(`${base}.xlf`, writeXliff(folders, {isForOmegat: false}))
  if (format === 'table') {
    const names = new Map(dossier.languages.map((language) => [language.code, language.english]))
    return new Map([[`${base}.docx`, await writeTable(folders, names)]])
  }
  const project = omegatProject({folders, dossier, translations: all, ...between})
  return new Map(
    [...project].map(([path, written]) => [`${base}/${path}`, new TextEncoder().encode(written)]),
  )
}

/** A file that somebody else may have written into: memories, terms and the sources of a project are made anew. */
async function fileInTheWay(
  folder: string,
  files: Map<string, Uint8Array>,
  format: Format,
): Promise<string | undefined> {
  if (format === 'glossary' || format === 'tmx') return undefined
  const settings = [...files.keys()].filter((path) => /\/omegat(?:\.project$|\/)/.test(path))
  if (settings[0] !== undefined && (await readEarlier(folder, settings[0]))) {
    // What OmegaT keeps there is its own.
    for (const path of settings) files.delete(path)
    return undefined
  }
  for (const [path, bytes] of files) {
    const earlier = await readEarlier(folder, path)
    if (earlier && Buffer.compare(earlier, bytes) !== 0) return path
  }
  return undefined
}

function shown(root: string, folder: string, path: string): string {
  const inRoot = relative(root, join(folder, path))
  return inRoot.startsWith('..') ? join(folder, path) : inRoot.replaceAll('\\', '/')
}

function told(format: Format, {folders, own}: Made): string {
  if (format === 'glossary') return 'the terms of documents/glossary.yaml'
  if (format === 'tmx') return `${count(confirmedPairs(own).length, 'unit')} that are confirmed`
  const units = folders.flatMap((folder) => folder.units)
  const kinds = (['missing', 'stale', 'unconfirmed', 'current'] as const)
    .map((verdict) => [verdict, units.filter((unit) => unit.verdict === verdict).length] as const)
    .filter(([, many]) => many > 0)
    .map(([verdict, many]) => `${many} ${verdict}`)
  return `${count(units.length, 'unit')} (${kinds.join(', ')})`
}
