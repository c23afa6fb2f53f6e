import {execFile, spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {test} from 'vitest'
import {makeProfile} from '../../../src/pdf/index.ts'
import {
  child,
  childrenOf,
  descendants,
  readPackage,
  writePackage,
  type XmlElement,
} from '../../../src/word/index.ts'
import {testWith} from '../programs.ts'

/** What LibreOffice is asked of a file, and what it then says. */
export interface OfficeJob {
  bytes: Uint8Array
  action: 'accept' | 'reject' | 'none'
}

/** A file as LibreOffice has it, with all fields updated (those that it does not update, `office.py` counts). */
export interface OfficeAnswer {
  /** Before anything was accepted or rejected, and after it. */
  revisions: number
  left: number
  /** Labels and words of paragraphs, cells between them. */
  lines: string[]
  notes: string[]
}

// That of Debian knows uno; the first of PATH may be another one.
const python = '/usr/bin/python3'
const script = fileURLToPath(new URL('office.py', import.meta.url))

const modules = ['/usr/lib/python3/dist-packages/uno.py', '/usr/lib/libreoffice/program/uno.py']

/** A test that asks LibreOffice through its interface for programs (package python3-uno). In CI it is never skipped. */
export function testInOffice(): ReturnType<typeof testWith> {
  if (modules.some((path) => existsSync(path)) || process.env.CITES_DOCS_ALL_TESTS) return testWith('soffice')
  console.warn('Skipped: python3-uno not installed (CI runs these tests).')
  return test.skip
}

/** Asks one LibreOffice of all files, with a profile of its own. */
export async function askOffice(jobs: readonly OfficeJob[]): Promise<OfficeAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'redline-test-'))
  const profile = join(folder, 'profile')
  await makeProfile(profile)
  const pipe = `redline${process.pid}`
  const office = spawn(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore', '--nologo', `--accept=pipe,name=${pipe};urp`],
    ],
    {stdio: 'ignore'},
  )
  const ended = new Promise((done) => office.on('exit', done))
  try {
    const asked = await Promise.all(
      jobs.map(async ({bytes, action}, index) => {
        const path = join(folder, `${index}.docx`)
        await writeFile(path, bytes)
        return {path, action}
      }),
    )
    await writeFile(join(folder, 'jobs.json'), JSON.stringify({pipe, jobs: asked}))
    const {stdout} = await promisify(execFile)(python, [script, join(folder, 'jobs.json')], {maxBuffer: 1e9})
    await ended
    return JSON.parse(stdout) as OfficeAnswer[]
  } finally {
    office.kill()
    await rm(folder, {recursive: true, force: true, maxRetries: 5})
  }
}

/** What stands for the mark of a comment. */
const standIn = '\u203b'

/**
 * A file with a sign in the place of each comment: LibreOffice without a screen falls when it opens one through its
 * interface for programs (7.4, package libreoffice-core-nogui), though it prints them. Without anything there, it would take
 * what has been moved for a move of its own, and give what stands behind it the style of what went.
 */
export function withoutComments(bytes: Uint8Array): Uint8Array {
  const pkg = readPackage(bytes)
  const root = pkg.parts.get('word/document.xml')
  if (root) pkg.parts.set('word/document.xml', withSigns(root))
  pkg.parts.delete('word/comments.xml')
  for (const name of ['word/_rels/document.xml.rels', '[Content_Types].xml']) {
    const part = pkg.parts.get(name)
    const isOther = ({attributes}: XmlElement): boolean =>
      !/comments\.xml$/.test(attributes.Target ?? attributes.PartName ?? '')
    if (part) pkg.parts.set(name, {...part, children: childrenOf(part).filter(isOther)})
  }
  return writePackage({...pkg, names: pkg.names.filter((name) => name !== 'word/comments.xml')})
}

function withSigns(element: XmlElement): XmlElement {
  const children = element.children.map((one): XmlElement | string => {
    if (typeof one === 'string') return one
    if (one.name === 'w:commentReference') return {name: 'w:t', attributes: {}, children: [standIn]}
    return withSigns(one)
  })
  return {...element, children}
}

/**
 * Lines of an answer, as they can be compared: without the signs of comments, and without the empty paragraph that stands
 * behind a table, which LibreOffice leaves out where a section ends with it.
 */
export function linesOfAnswer({lines, notes}: OfficeAnswer): string[] {
  const all = lines.map((line) => line.replaceAll(standIn, ''))
  return [...all.filter((line, index) => line !== '\t' || all[index - 1] !== '[/table]'), ...notes]
}

/**
 * Whether LibreOffice (7.4) does with a file what it is asked to. It does not take away a row in which a field repeats the mark
 * of a note: the ends of a field that it does not know are never part of a revision, so that it empties the row and leaves it.
 */
export function isForOffice(redline: Uint8Array, action: 'accept' | 'reject'): boolean {
  const goes = action === 'accept' ? 'w:del' : 'w:ins'
  return !inDocument(redline, 'w:tr').some((row) => repeatsMarkInGoneRow(row, goes))
}

/**
 * Lines in which LibreOffice (7.4) may leave empty paragraphs, as they can be compared with those that are due: without
 * labels, which are counted on over them, and without the first empty paragraphs that are not due. It leaves one where a
 * section with a foot of its own goes: it reads the foot in the middle of the last paragraph, and takes what is said of the
 * end of this paragraph for said of the end of that in the foot. An end that comes is saved by the words that come around it.
 */
export function withoutEnds(lines: readonly string[], due: readonly string[], count: number): string[] {
  const [found, wanted] = [lines.map(withoutLabel), due.map(withoutLabel)]
  for (let left = count; left > 0; left--) {
    const at = wanted.findIndex((line, index) => line !== found[index])
    if (found[at] === '\t') found.splice(at, 1)
  }
  return found
}

/** A line of an answer without the label of its paragraph. */
export function withoutLabel(line: string): string {
  return line.replace(/^[^\t]*(?=\t)/, '')
}

/** How many sections with a foot of their own go when a redline is accepted. */
export function goneSections(redline: Uint8Array): number {
  return inDocument(redline, 'w:p').filter(endsGoneSection).length
}

function inDocument(redline: Uint8Array, name: string): XmlElement[] {
  return descendants(readPackage(redline).parts.get('word/document.xml'), name)
}

/** Whether a section with a foot of its own ends with a paragraph whose end is deleted. */
function endsGoneSection(paragraph: XmlElement): boolean {
  const properties = child(paragraph, 'w:pPr')
  const hasFoot = child(child(properties, 'w:sectPr'), 'w:footerReference') !== undefined
  return hasFoot && child(child(properties, 'w:rPr'), 'w:del') !== undefined
}

function repeatsMarkInGoneRow(row: XmlElement, goes: string): boolean {
  const instructions = [...descendants(row, 'w:instrText'), ...descendants(row, 'w:delInstrText')]
  const isGone = child(child(row, 'w:trPr'), goes) !== undefined
  return isGone && instructions.some(({children}) => String(children[0]).includes('NOTEREF'))
}
