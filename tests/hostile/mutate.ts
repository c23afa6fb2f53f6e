/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Gives numbers from 0 to 1, one after the other. */
export type Next = () => number
/** A whole number from 0 on that is less than some number. */
export const below = (next: Next, most: number): number => Math.floor(next() * most)
/** One of a list that has some. */
export const one = <T>(next: Next, list: readonly T[]): T => list[below(next, list.length)] as T

/** Pieces that mean something to YAML, Markdown, HTML, Word or a terminal. */
export const pieces: readonly string[] = [
  '\n',
  '\n\n',
  ' ',
  '  ',
  '    ',
  '\t',
  '\r',
  '\r\n',
  ':',
  ': ',
  '::',
  ':::',
  ':::example\n',
  ':::\n',
  '::status\n',
  '- ',
  '1. ',
  '> ',
  '# ',
  '## ',
  '|',
  '|---|\n',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```\n',
  '[',
  ']',
  '(',
  ')',
  '[^1]',
  '[^1]: x\n',
  '](javascript:alert(1))',
  '](https://a.b)',
  '<',
  '>',
  '<script>',
  '</',
  '<!--',
  '<![CDATA[',
  '<?',
  ']]>',
  '&amp;',
  '&#1;',
  '&#x202e;',
  '&lt;',
  '{',
  '}',
  '{a=b}',
  '{id=x}',
  '{{',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
  '${x}',
  '%s',
  '\\',
  '\\x00',
  '"',
  "'",
  '"\\x01"',
  '"\\uD800"',
  '---\n',
  '...\n',
  '===\n',
  '&a ',
  '*a ',
  '<<: *a\n',
  '!!js/function ',
  '!x ',
  '%YAML 1.1\n',
  '? ',
  '__proto__: ',
  'constructor: ',
  'null',
  '~',
  '.nan',
  '1e999',
  '0o14',
  '2009-02-30',
  'no',
  ':ref[x]',
  ':decision[secretariat]',
  ':meeting[sc58]',
  ':document[sc58/bear-trade]',
  ':fact[x]',
  ':ins[',
  ':del[',
  ':lang[x]{is=fr}',
  ':sup[e]',
  ':hint[x]',
  '::decision{of=secretariat}\n',
  '::disable{rule=spelling reason="x"}\n',
  ' ^id\n',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ufffe',
  'é',
  'e\u0301',
  'а',
  '😀',
  '\ud800',
  '∞',
  'DDEAUTO',
  '=cmd|',
  '../',
  '/etc/passwd',
  'file:///',
]

/**
 * A text with a few random changes: pieces put in, ranges taken out, doubled, moved, lines swapped.
 *
 * @param most  bytes at most, roughly: a doubling never passes it
 */
export function mutated(text: string, next: Next, most: number): string {
  let changed = text
  for (let count = next() < 0.4 ? 1 : 1 + below(next, 6); count > 0; count--) {
    const at = below(next, changed.length + 1)
    const to = Math.min(changed.length, at + below(next, one(next, [4, 40, 400])))
    const kind = below(next, 8)
    if (kind < 3) changed = changed.slice(0, at) + one(next, pieces) + changed.slice(at)
    else if (kind === 3)
      changed = changed.slice(0, at) + one(next, pieces).repeat(1 + below(next, 60)) + changed.slice(at)
    else if (kind === 4) changed = changed.slice(0, at) + changed.slice(to)
    else if (kind === 5) changed = changed.slice(0, to) + changed.slice(at)
    else if (kind === 6) {
      const lines = changed.split('\n')
      const [a, b] = [below(next, lines.length), below(next, lines.length)]
      ;[lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? '']
      changed = lines.join('\n')
    } else
      changed = Array.from({length: below(next, 30)}, () => one(next, pieces)).join('') + changed.slice(at)
    if (changed.length > most) changed = changed.slice(0, most)
  }
  return changed
}

/** Random pieces alone, with the head that a file of Markdown needs. */
export function made(next: Next, length: number, isMarkdown: boolean): string {
  let text = isMarkdown ? '---\ntitle: x\n---\n\n' : ''
  while (text.length < length)
    text += next() < 0.3 ? `${one(next, ['word', 'le', 'kind: x\n', 'a', '1'])} ` : one(next, pieces)
  return text.slice(0, length)
}

/** Bytes of a text, now and then with some that are no UTF-8. */
export function bytesOf(text: string, next: Next): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  if (next() < 0.03 && bytes.length > 0) bytes[below(next, bytes.length)] = below(next, 256)
  return bytes
}
