import type {VFileMessage} from 'vfile-message'
import {type Edited, editedFiles} from '../edited/index.ts'
import {UsageError} from '../failure/index.ts'
import {keepBuild, keeperOf, type Observed} from '../kept/index.ts'
import type {MakersWish} from '../makers.ts'
import {asTyped, isError, printed, quote, sortMessages} from '../message/index.ts'
import {type BuildOptions, type BuildResult, build, buildEach} from '../pipeline.ts'
import {formats} from '../render/index.ts'
import {
  buildSummary,
  causesLast,
  certificateReport,
  editedMessages,
  editedReport,
  grouped,
  outputFaults,
  removedReport,
  terminalReport,
} from '../report/index.ts'
import {verify, type Written, withLock} from '../write/index.ts'
import {type OutputsWriter, outputsWriter, writeOutputs} from '../write-outputs.ts'
import {lookAtPages, makePdfs, outdatedNotes, pdf, renderedFormats} from './build-pdf.ts'
import {contentHelp, contentOptions, parse, rootOf} from './options.ts'
import {lookOf, type Terminal} from './terminal.ts'
import {memoryTightener} from './tight-memory.ts'

/** What `build --help` prints. */
export const help = `cites-docs build [document…]   builds the documents into out/

A document is named by its folder: sc58/internet-trade. Without one, all are built.
A document with an error is not written; its earlier files stay, the others are written.

  --format F        only this format: ${[...formats.keys()].join(', ')} or ${pdf}; may be repeated.
                    A PDF is made of its Word file by an installed LibreOffice; it is not among the
                    usual formats, and it is for you alone: it is not handed in with out/
  --verify          write nothing; fail when what is committed of out/ is not what the sources give
  --no-site         without the pages about all documents (index, search and the like), and without those
                    of an earlier build; the links of documents to them lead nowhere then
  --certificate     list what was proven of each Word file from its bytes
  --no-cache        look at everything anew, also where nothing seems to have changed
  --workers N       make documents in N threads at once (default 1): worth while where hundreds are to be
                    made. Each needs its own memory. With --verify, --final and PDF there is one
${contentHelp}`

/**
 * @param args  what stands after `build`
 * @param observed  how the sources stood before, where what a build of everything says is to be kept
 * @returns exit status: 0 done, 1 the sources have errors or out/ is not current
 */
export async function run(args: string[], terminal: Terminal, observed?: Observed): Promise<number> {
  const {values, positionals} = parse(args, {
    ...contentOptions,
    format: {type: 'string', multiple: true},
    verify: {type: 'boolean'},
    certificate: {type: 'boolean'},
    'no-cache': {type: 'boolean'},
    workers: {type: 'string'},
    'no-site': {type: 'boolean'},
  })
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const root = rootOf(values.root)
  const work = (): Promise<number> => buildAll(root, positionals, values, terminal, observed)
  return values.verify ? work() : withLock(root, work)
}

interface Values {
  format?: string[] | undefined
  language?: string[] | undefined
  final?: boolean | undefined
  verify?: boolean | undefined
  certificate?: boolean | undefined
  workers?: string | undefined
  'no-site'?: boolean | undefined
}

/** This one makes so many documents itself, before it is sure that others pay, which have to read all that these share. */
const patience = 8

/** As many threads as anybody has use for; each needs some hundred MiB. */
const mostWorkers = 64

function makersIn(given: string | undefined): MakersWish | undefined {
  if (given === undefined) return undefined
  const threads = /^\d{1,2}$/.test(given) ? Number(given) : 0
  if (threads < 1 || threads > mostWorkers)
    throw new UsageError(`${quote(given)} is no number of workers. Write one from 1 to ${mostWorkers}.`)
  return {threads, patience}
}

async function buildAll(
  root: string,
  documents: readonly string[],
  values: Values,
  terminal: Terminal,
  observed: Observed | undefined,
): Promise<number> {
  const started = performance.now()
  const isPdfWanted = values.format?.includes(pdf) ?? false
  const makers = makersIn(values.workers)
  const rendered = renderedFormats(values.format, values.verify === true)
  terminal.progress(printed('reading the sources'))
  const tighten = memoryTightener()
  const options: BuildOptions = {
    root,
    // Only of a build of everything, with nothing else that decides what is made.
    keeper: observed && keeperOf(root, observed.program),
    documents,
    languages: values.language,
    formats: rendered,
    final: values.final,
    hasSite: !values['no-site'],
    onDocument: (path) => terminal.progress(printed(`checking ${path}`)),
    onTotal: tighten,
    onProgress: (done, total, name) => {
      tighten(total)
      terminal.progress(printed(`${done + 1}/${total} ${name}`))
    },
  }
  // Who looks at all files at once needs them all at once; else they are written while others are made.
  const writer = values.verify || values.final || isPdfWanted ? undefined : outputsWriter(root)
  const result = await (writer ? buildInto(writer, {...options, makers}) : build(options))
  const pages = isPdfWanted || values.final ? await lookAtPages(result, terminal) : undefined
  const messages = sortMessages([...result.messages, ...(pages?.messages ?? [])])
  const told = grouped(messages, result.texts)
  terminal.progress(printed(''))
  const report = terminalReport(causesLast(told), {
    texts: result.texts,
    color: terminal.color,
    width: terminal.width,
  })
  terminal.err(report)
  const hasErrors = messages.some(isError)
  if (values.certificate) terminal.out(printed(certificateReport(result.certificates)))
  if (values.verify) {
    const faults = await verify(root, result.outputs, result)
    terminal.err(printed(outputFaults(faults)))
    if (faults.length > 0) tellEdited(await editedFiles(root, result.outputs, result), result, terminal)
    if (faults.length > 0)
      terminal.err(
        printed(`Run “${asTyped('build')}”, and hand in what it writes in out/ with your change.\n`),
      )
    else if (!hasErrors)
      terminal.out(printed(`out/ is what the sources give (${committedIn(result)} files).\n`))
    return faults.length > 0 || hasErrors ? 1 : 0
  }
  const writePdfs = isPdfWanted ? await makePdfs(root, result, terminal) : undefined
  terminal.progress(printed(''))
  const finished = await writer?.finish(result)
  const {edited, ...written} = finished ?? (await writeOutputs(root, result.outputs, result))
  tellEdited(edited, result, terminal)
  const ofPdfs = writePdfs ? await writePdfs() : await outdatedNotes(root, written.written)
  terminal.out(removedReport(written.removed, result.dossier))
  terminal.out(
    printed(
      buildSummary(
        result.documents,
        [...told, ...editedMessages(edited)],
        result.formats,
        written,
        result,
        (performance.now() - started) / 1000,
      ),
    ),
  )
  terminal.out(printed(`${pages?.note ?? ''}${ofPdfs}`))
  const status = hasErrors ? 1 : 0
  if (observed && finished && edited.length === 0) {
    const summary = summaryAgain(result, told, written)
    keepBuild(observed, {report, terminal: lookOf(terminal), summary, status}, finished.digests)
  }
  return status
}

/** What a build says that finds nothing to do. */
function summaryAgain(
  result: BuildResult,
  told: readonly VFileMessage[],
  {written, unchanged}: Written,
): string {
  const again = {written: [], unchanged: [...written, ...unchanged], removed: []}
  return buildSummary(result.documents, told, result.formats, again, result, 0)
}

/** As `build`; what is made is handed on and not kept. */
async function buildInto(writer: OutputsWriter, options: BuildOptions): Promise<BuildResult> {
  const certificates: BuildResult['certificates'] = new Map()
  const built = await buildEach(options, async (made) => {
    for (const [path, certificate] of made.certificates) certificates.set(path, certificate)
    writer.leave(made.left)
    await writer.take(made.outputs)
  })
  return {...built, certificates, outputs: new Map(), compositions: []}
}

/** How many outputs are committed. */
function committedIn({outputs}: BuildResult): number {
  return [...outputs.values()].filter(({document, isOnlyBuilt}) => document && !isOnlyBuilt).length
}

/** Says which Word files of out/ were edited. */
function tellEdited(edited: readonly Edited[], {texts}: BuildResult, terminal: Terminal): void {
  terminal.err(editedReport(edited, {texts, color: terminal.color, width: terminal.width}))
}
