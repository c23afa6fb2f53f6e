/**
 * The unit in which a line of a source stands: in Markdown the id at the end of the paragraph, in YAML and in a front
 * matter the keys that lead to the line. It need only be the same in every language, and is looked for in the text, since
 * a source with errors may have no tree.
 *
 * @param lines  of the source: taken apart once, since a file may have thousands of findings
 * @param path  ends with `.md` or `.yaml`
 * @param line  from 1
 * @returns such as `#late-replies` or `.tasks.review.action`; nothing where there is none
 */
export function unitAt(lines: readonly string[], path: string, line: number): string {
  const frontMatter = path.endsWith('.md') && /^---\s*$/.test(lines[0] ?? '') ? endOfFrontMatter(lines) : 0
  return path.endsWith('.yaml') || line <= frontMatter ? keysAt(lines, line - 1) : idAfter(lines, line - 1)
}

function endOfFrontMatter(lines: readonly string[]): number {
  return lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line)) + 1
}

/** The id at the end of the block that a line is in, or that it opens. */
function idAfter(lines: readonly string[], from: number): string {
  for (const line of lines.slice(from)) {
    if (line.trim() === '') break
    const id = /\s\^([a-z0-9-]+)(?:\s*$|\s*\|)/.exec(line)?.[1]
    if (id) return `#${id}`
  }
  return ''
}

/** The keys above a line, each less indented than what stands below it. */
function keysAt(lines: readonly string[], at: number): string {
  const keys: string[] = []
  let limit = Number.POSITIVE_INFINITY
  for (let index = at; index >= 0 && limit > 0; index--) {
    const match = /^(\s*(?:- )*)([^\s:#][^:]*):(?:\s|$)/.exec(lines[index] ?? '')
    if (!match) continue
    const indentation = (match[1] ?? '').length
    if (indentation >= limit) continue
    keys.unshift(match[2] ?? '')
    limit = indentation
  }
  return keys.map((key) => `.${key}`).join('')
}
