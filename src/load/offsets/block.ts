import {addAll} from '../../message/index.ts'

/** A line of a block: its characters without the indentation of the block, where they begin and where they end. */
interface Line {
  words: string
  start: number
  end: number
}

/**
 * Where the characters of a literal or folded block were written. YAML 1.2.2, 8.1.
 *
 * @param value  the text, which tells how far the block is indented even where its header says so by a number
 * @param isFolded  whether single line breaks are spaces
 * @param text  of the file
 * @param start  offset of `|` or `>`
 * @param end  offset behind the block
 * @returns an offset for each character of the value, and one more for its end
 */
export function blockOffsets(
  value: string,
  isFolded: boolean,
  text: string,
  start: number,
  end: number,
): number[] {
  const lines = linesOf(value, text, start, end)
  const first = lines.findIndex(({words}) => /[^ ]/.test(words))
  const last = lines.findLastIndex(({words}) => words !== '')
  const offsets: number[] = []
  let before: Line | undefined
  let breaks: number[] = []
  for (const [index, line] of lines.slice(0, last + 1).entries()) {
    if (index < first) addAll(offsets, [...placesIn(line), line.end])
    else if (isFolded && line.words === '') breaks.push(line.end)
    else {
      const isKept = !isFolded || isIndented(line) || (before !== undefined && isIndented(before))
      // One line break is a space; of several each but the first stays.
      addAll(offsets, isKept || breaks.length === 1 ? breaks : breaks.slice(1))
      addAll(offsets, placesIn(line))
      before = line
      breaks = [line.end]
    }
  }
  const atEnd = lines.slice(Math.max(0, last))
  for (let index = 0; offsets.length < value.length; index++) offsets.push(atEnd[index]?.end ?? end)
  return [...offsets, end]
}

function linesOf(value: string, text: string, start: number, end: number): Line[] {
  const header = text.slice(start, end).split('\n', 1)[0]?.length ?? 0
  const written = text.slice(start + header + 1, end).split('\n')
  const indented = indentationOfBlock(value, written)
  let at = start + header + 1
  return written.map((line) => {
    const cut = Math.min(indentation(line), indented)
    const own = {words: line.slice(cut), start: at + cut, end: at + line.length}
    at += line.length + 1
    return own
  })
}

/** What stands before the first words and not in the value is the block's own; without words all of it is. */
function indentationOfBlock(value: string, written: readonly string[]): number {
  const first = written.find((line) => /[^ ]/.test(line))
  const inValue = /^(?: *\n)*( *)/.exec(value)?.[1]?.length ?? 0
  return first === undefined ? Number.POSITIVE_INFINITY : indentation(first) - inValue
}

function indentation(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0
}

/** Lines that are set in further than the block keep their breaks. */
function isIndented({words}: Line): boolean {
  return /^[ \t]/.test(words)
}

function placesIn({words, start}: Line): number[] {
  return Array.from({length: words.length}, (_, index) => start + index)
}
