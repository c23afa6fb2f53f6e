import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {caps} from './caps.ts'

// A marker of a list has a space behind it, so that a line of hyphens opens none.
const container = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)+/
const fence = /^[ \t]*(:::+)(.*)$/
const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const underline = /^[ \t]*(?:=+|-+)[ \t]*$/

/** What is counted from line to line. */
interface Counts {
  marks: number
  bytes: number
  /** Whether the run has become a table, whose cells are parsed one by one. */
  isTable: boolean
  containers: number
  underlines: number
  notes: number
  open: {line: number; name: string; colons: number}[]
  fencesInside: number
}

/** What is wrong with a line: words, rule, and the column if it is not the first. */
type Fault = {reason: string; ruleId: string; column?: number} | undefined

/** Looks at one line and counts on; the line before it is given too. */
type Look = (line: string, counts: Counts, before: string, number: number) => Fault

/**
 * Findings about Markdown that would make the parser slow or overflow; one linear pass over the lines.
 *
 * @param text  the whole file, decoded
 * @param path  for the findings
 * @returns the first finding, if there is one
 */
export function markdownLimits(text: string, path: string): VFileMessage[] {
  const counts: Counts = {
    marks: 0,
    bytes: 0,
    isTable: false,
    containers: 0,
    underlines: 0,
    notes: 0,
    open: [],
    fencesInside: 0,
  }
  let before = ''
  for (const [index, line] of text.split('\n').entries()) {
    for (const look of looks) {
      const fault = look(line, counts, before, index + 1)
      if (fault) return [at(path, index + 1, fault)]
    }
    before = line
  }
  const unclosed = counts.open.at(-1)
  if (!unclosed) return []
  const reason = `The block ${quote(`:::${unclosed.name}`)} that opens here is never closed. Write a line “:::” after its last line.`
  return [at(path, unclosed.line, {reason, ruleId: 'directive-unclosed'})]
}

function at(path: string, line: number, {reason, ruleId, column = 1}: NonNullable<Fault>): VFileMessage {
  return error(reason, {path, ruleId, place: {start: {line, column}, end: {line, column}}})
}

const rowOfList = /^[*+-] [*+-] /

const run: Look = (line, counts, before) => {
  if (/^\s*$/.test(line)) {
    Object.assign(counts, {marks: 0, bytes: 0, isTable: false})
    return undefined
  }
  if (!counts.isTable && before.includes('|') && line.includes('-') && delimiterRow.test(line))
    counts.isTable = true
  // A row of a table that is typed as a list: each of its cells ends the paragraph before it.
  if (rowOfList.test(line)) counts.isTable = true
  const marks = line.match(/[[\](*_~<&`]/g)?.length ?? 0
  counts.marks = counts.isTable ? marks : counts.marks + marks
  counts.bytes += Buffer.byteLength(line) + 1
  if (counts.marks > caps.marksInRun.most)
    return {
      reason: `More than ${caps.marksInRun.most} brackets, stars and other marks stand without a blank line. Put in blank lines.`,
      ruleId: caps.marksInRun.rule,
    }
  const bytes = counts.isTable ? caps.tableRunBytes : caps.runBytes
  if (counts.bytes > bytes.most)
    return {
      reason: `More than ${bytes.most / 1024} KiB stand without a blank line. Put in blank lines.`,
      ruleId: bytes.rule,
    }
  return undefined
}

const tab: Look = (line) =>
  /^ *\t/.test(line) && line.trim() !== ''
    ? {
        reason: 'This line is indented with a tab. Use spaces: three for each level of a list.',
        ruleId: 'markdown-tab',
      }
    : undefined

const containers: Look = (line, counts) => {
  const opened = container.exec(line)?.[0].match(/>|[-*+]|\d{1,9}[.)]/g)?.length ?? 0
  counts.containers += opened
  const {containersOnLine, containersInFile} = caps
  if (opened > containersOnLine.most)
    return {
      reason: `This line opens ${opened} lists or quotations. Open at most ${containersOnLine.most}.`,
      ruleId: containersOnLine.rule,
    }
  if (counts.containers > containersInFile.most)
    return {
      reason: `The file has more than ${containersInFile.most} list items. Split it.`,
      ruleId: containersInFile.rule,
    }
  return undefined
}

const indent: Look = (line) => {
  const columns = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
  if (columns <= caps.indentColumns.most || line.trim() === '') return undefined
  return {
    reason: `This line is indented by more than ${caps.indentColumns.most} columns. Move it to the left.`,
    ruleId: caps.indentColumns.rule,
  }
}

const fences: Look = (line, counts, _before, number) => {
  const {open} = counts
  const inside = line.replace(container, '')
  const fenced = fence.exec(line)
  if (fenced?.[2]?.trim() === '') open.pop()
  else if (fenced) {
    const [, colons = '', rest = ''] = fenced
    const outer = open.at(-1)
    const name = /^[a-z-]*/.exec(rest)?.[0] ?? ''
    open.push({line: number, name, colons: colons.length})
    if (name !== '' && outer && outer.name !== '' && colons.length >= outer.colons)
      return {
        reason: `${quote(`${colons}${name}`)} stands inside ${quote(`${':'.repeat(outer.colons)}${outer.name}`)} (line ${outer.line}), which has no more colons, so that the first “:::” would close that one. Write both lines of the outer block with one colon more than those inside: “${':'.repeat(colons.length + 1)}${outer.name}” … “${':'.repeat(colons.length + 1)}”.`,
        ruleId: 'directive-form',
        column: line.indexOf(':') + 1,
      }
  } else if (inside !== line && fence.test(inside)) counts.fencesInside += 1
  if (open.length <= caps.openFences.most && counts.fencesInside <= caps.openFences.most) return undefined
  return {
    reason: 'Too many blocks that begin with “:::” are open. Close each with a line of “:::”.',
    ruleId: caps.openFences.rule,
  }
}

const underlines: Look = (line, counts, before) => {
  if (!underline.test(line) || before.trim() === '') return undefined
  counts.underlines += 1
  if (counts.underlines <= caps.underlines.most) return undefined
  return {
    reason: `More than ${caps.underlines.most} lines of hyphens or equals signs stand under words. Begin headings with “## ”.`,
    ruleId: caps.underlines.rule,
  }
}

const notes: Look = (line, counts) => {
  if (!/^[ \t>]*\[\^[^\]]*\]:/.test(line)) return undefined
  counts.notes += 1
  if (counts.notes <= caps.notes.most) return undefined
  return {reason: `The file has more than ${caps.notes.most} notes. Split it.`, ruleId: caps.notes.rule}
}

const hidden: Look = (line) => {
  const found = /<[!?]/.exec(line)
  if (!found) return undefined
  return {
    reason: `A hidden note or instruction that begins with ${quote(found[0])} is not used here. Delete it up to its “>”.`,
    ruleId: 'markdown-html',
    column: found.index + 1,
  }
}

const looks: readonly Look[] = [run, tab, containers, indent, fences, underlines, notes, hidden]
