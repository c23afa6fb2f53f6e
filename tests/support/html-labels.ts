import {formatNumber} from '../../src/word/index.ts'

/** @returns the labels that a page prints, in order: text of elements of the class `num` */
export function htmlLabels(html: string): string[] {
  return [...html.matchAll(/<(?:a|span) class="num"[^>]*>([^<]*)</g)].map((match) => match[1] ?? '')
}

/** @returns what the lists of a page count by themselves, from their `type` and `value`: it is what is read aloud; labels of another text are not counted */
export function countedLabels(html: string): string[] {
  const formats: Record<string, string> = {a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman'}
  const open: string[] = []
  const counted: string[] = []
  for (const [tag] of html.matchAll(/<\/?ol\b[^>]*>|<li\b[^>]* class="(?:paragraph|provision)"[^>]*>/g)) {
    const value = Number(/ value="(\d+)"/.exec(tag)?.[1])
    if (tag === '</ol>') open.pop()
    else if (tag.startsWith('<ol')) open.push(formats[/ type="(.)"/.exec(tag)?.[1] ?? ''] ?? 'decimal')
    else if (!Number.isNaN(value)) counted.push(formatNumber(open.at(-1) ?? '', value))
  }
  return counted
}
