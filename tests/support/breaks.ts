import {mutationsOf, sitesOf} from './mutate.ts'

/** One source with something wrong in it, or at least another. */
export interface Break {
  /** What was done, and where. */
  name: string
  path: string
  text: string
}

/** What an author's hand may do to a unit of Markdown: from its line to what stands there then. */
const slips: Readonly<Record<string, (line: string) => string>> = {
  'left out': () => '',
  'without its id': (line) => line.replace(/ \^[a-z0-9-]+$/, ''),
  'with a fact that there is not': (line) => `:fact[no-such-fact] ${line}`,
  'with a decision that there is not': (line) => `:decision[no-such-decision] ${line}`,
  'with a reference to nothing': (line) => `:ref[no-such-unit] ${line}`,
  'with a tag': (line) => `<b> ${line}`,
  'as a heading': (line) => `# ${line}`,
  'with an ill-formed directive': (line) => `:::table[x]\n\n${line}`,
}

/**
 * Every key of a YAML file or of a front matter deleted, renamed or of another type, and every unit of Markdown with a
 * slip, one at a time.
 *
 * @param sources  texts by path
 */
export function breaksOf(sources: ReadonlyMap<string, string>): Break[] {
  return [...sources].flatMap(([path, text]) => [...ofKeys(path, text), ...ofUnits(path, text)])
}

function ofKeys(path: string, text: string): Break[] {
  return sitesOf(path, text)
    .flatMap((site) => mutationsOf(site))
    .map(({what, site, text: changed}) => ({
      name: `${path}: ${what} ${site.pointer.join('/')}`,
      path,
      text: changed,
    }))
}

function ofUnits(path: string, text: string): Break[] {
  if (!path.endsWith('.md')) return []
  const lines = text.split('\n')
  const start = lines.indexOf('---', 1) + 1
  return lines.flatMap((line, index) => {
    if (index < start || line === '') return []
    return Object.entries(slips).map(([what, slip]) => ({
      name: `${path}:${index + 1} ${what}`,
      path,
      text: [...lines.slice(0, index), slip(line), ...lines.slice(index + 1)].join('\n'),
    }))
  })
}
