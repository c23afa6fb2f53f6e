import {type Maker, makers} from './slip-makers.ts'

/** A slip put into one place of one real file, and what may be said of it. */
export interface Slip {
  rule: string
  path: string
  text: string
  /** Where the rule has to find it; in the changed file unless another is named. */
  at: {path: string; line: number}
  /** Ids of other messages that follow from the same change, and why. */
  allowed: readonly string[]
}

const languages = ['en', 'fr', 'es']

/**
 * Every slip, made anew from the files: the first place that a pattern finds, in up to three files of each language.
 *
 * @param content  texts by path
 * @returns in the order of the rules; a maker that finds no place in a language it names is an error
 */
export function slips(content: ReadonlyMap<string, string>): Slip[] {
  return makers.flatMap((maker) =>
    Object.entries(maker.change).flatMap(([code, change]) => {
      const codes = code === 'any' && maker.file.includes('{lang}') ? languages : [code]
      return codes.flatMap((language) => {
        const made = slipsIn(maker, change, language, content)
        if (made.length === 0) throw new Error(`${maker.rule}: no place in ${maker.file} (${language})`)
        return made
      })
    }),
  )
}

/** The slips of one maker in one language: of one change, in the first files that have a place for it. */
export function slipsIn(
  {rule, file, allowed = [], most = 3, at}: Maker,
  [pattern, replacement]: Maker['change'][string],
  language: string,
  content: ReadonlyMap<string, string>,
): Slip[] {
  const suffix = file.replace('{lang}', language)
  const found: Slip[] = []
  for (const [path, text] of content) {
    const match = path.endsWith(suffix) ? pattern.exec(text) : null
    if (!match || found.length === most) continue
    const put = typeof replacement === 'string' ? replacement : replacement(match[0], content, language)
    const changed = text.slice(0, match.index) + put + text.slice(match.index + match[0].length)
    const file = at && 'file' in at ? at.file : undefined
    const holding = file === undefined ? changed : (content.get(file) ?? '')
    const line = !at ? lineAt(changed, match.index) : 'line' in at ? at.line : lineOf(holding, at.holds)
    found.push({rule, path, text: changed, at: {path: file ?? path, line}, allowed})
  }
  return found
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function lineOf(text: string, pattern: RegExp): number {
  const lines = text.split('\n')
  return lines.findLastIndex((line) => pattern.test(line)) + 1
}
