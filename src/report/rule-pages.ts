import {nearest} from '../message/index.ts'

/** What is known of a rule from its page. */
export interface RulePage {
  /** Name of the page without its extension. */
  name: string
  /** Its first sentence. */
  summary: string
  /** The page as Markdown, or the row of the page that several share. */
  text: string
}

/** Names of pages that are not about one rule. */
const shared = new Set(['README', 'sources'])

/**
 * The page of each message id: a page of its own, that of its rule, or a row of the page about files and facts.
 *
 * @param pages  Markdown by name, as docs/rules/ has it
 */
export function rulePages(pages: ReadonlyMap<string, string>): Map<string, RulePage> {
  const found = new Map<string, RulePage>()
  for (const [name, text] of pages) {
    if (shared.has(name)) continue
    const [, , summary = '', , about = ''] = text.split('\n')
    const ids = [...about.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map(([, id = '']) => id)
    for (const id of [name, ...ids]) found.set(id, {name, summary, text})
  }
  for (const line of (pages.get('sources') ?? '').split('\n')) {
    const [, ids = '', wrong = '', ...rest] = line.split('|')
    const [example, remedy] = [rest[0], rest[1]].map((cell = '') => cell.trim())
    for (const [, id = ''] of ids.matchAll(/`([a-z0-9-]+)`/g)) {
      const summary = wrong.trim()
      found.set(id, {
        name: 'sources',
        summary,
        text: `# ${id}\n\n${summary}\n\nFor example: ${example}\n\n${remedy}\n`,
      })
    }
  }
  return found
}

/**
 * What `cites-docs explain` prints about a rule.
 *
 * @param id  id of a message
 * @returns its page, or the id that was probably meant where there is none
 */
export function explained(
  pages: ReadonlyMap<string, RulePage>,
  id: string,
): {text: string} | {near: string | undefined} {
  const page = pages.get(id)
  return page ? {text: page.text} : {near: nearest(id, pages.keys())}
}
