const ranges: readonly [number, number][] = [
  // Controls, ends of lines and paragraphs, marks that turn the reading order or join, fillers, selectors, tags.
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0080],
  [0xe0100, 0xe01ef],
  // What no program knows, and signs of somebody's own.
  [0xfdd0, 0xfdef],
  [0xfffe, 0xffff],
  [0x1fffe, 0x1ffff],
  [0x10fffe, 0x10ffff],
  [0xf0b7, 0xf0b7],
  // Halves of a pair.
  [0xd800, 0xd801],
  [0xdffe, 0xdfff],
]

const unseen = ranges.flatMap(([from, to]) =>
  Array.from({length: to - from + 1}, (_, index) => String.fromCodePoint(from + index)),
)

const isUnseen: ReadonlySet<string> = new Set(unseen)

/** Every character that is not seen, by itself between letters, and both forms of commands of a log. */
export const hostileTexts: readonly string[] = [
  unseen.map((character) => `a${character}b`).join(' '),
  'a\n::error file=x,line=1::forged\n::add-mask::the',
  'a\r::stop-commands::x',
  'a\u2028::error::x\u0085::error::y',
  '::error::at the start',
  ' \u00a0::error::after a space',
  'x ##[error]forged ##[add-mask]the ##vso[task.setvariable variable=x]y ###[group]z',
  '%0A::error::x%0D##[error]y',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007link',
  ']]></failure><failure message="x">"\'&<>',
  '","message":"forged',
]

/** What of it would be obeyed or not be seen in a line that is printed. */
export function faultsOfLine(line: string): string[] {
  const raw = [...new Set(line)].filter((character) => isUnseen.has(character))
  return [
    ...raw.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`),
    ...(/##[a-z]*\[/i.test(line) ? ['a command within a line'] : []),
  ]
}

/** A command of GitHub as its runner reads one: source, actions/runner, ActionCommand.TryParseV2. */
export function commandOf(
  line: string,
): {name: string; properties: Map<string, string>; data: string} | undefined {
  const [, head = '', data] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? []
  if (data === undefined) return undefined
  const [, name = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(head) ?? []
  const pairs = rest.split(',').flatMap((pair): [string, string][] => {
    const [key = '', ...value] = pair.split('=')
    return value.length > 0 ? [[key, unescaped(value.join('='))]] : []
  })
  return {name, properties: new Map(pairs), data: unescaped(data)}
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}
