import type {Nodes, Parents, Root} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import type {Place} from '../message/index.ts'
import type {Disable} from './types.ts'

/**
 * Plugin: takes every `::disable{rule=… reason="…"}` out of the tree and keeps it as `data.disables` of the root. Each
 * holds for the block behind it. Later stages do not see the directive.
 */
export function takeDisables(): (tree: Root) => void {
  return (tree) => {
    const disables: Disable[] = []
    take(tree, disables)
    tree.data = {...tree.data, disables}
  }
}

function take(parent: Parents, disables: Disable[]): void {
  parent.children = withoutDisables(parent, disables) as typeof parent.children
  for (const node of parent.children) if ('children' in node) take(node, disables)
}

function withoutDisables(parent: Parents, disables: Disable[]): Nodes[] {
  const children = parent.children as Nodes[]
  return children.filter((node, index) => {
    if (node.type !== 'leafDirective' || node.name !== 'disable') return true
    const next = children.slice(index + 1).find((other) => !isDisable(other))
    const attributes = new Map(Object.entries(node.attributes ?? {}))
    const place = node.position as Place
    disables.push({
      rule: attributes.get('rule') ?? '',
      reason: attributes.get('reason') ?? '',
      place,
      lines: next?.position ? [next.position.start.line, next.position.end.line] : [0, 0],
      ...(node.children.length > 0 || [...attributes.keys()].some((key) => key !== 'rule' && key !== 'reason')
        ? {isMalformed: true}
        : {}),
    })
    return false
  })
}

function isDisable(node: Nodes): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === 'disable'
}

const comment = /^([ \t]*)#[ \t]*disable\b(.*)$/

/**
 * Comments `# disable <rule>: <reason>` on a line of their own in YAML. Each holds for the next line that is no comment,
 * and for what is nested under it.
 *
 * @param text  the YAML
 * @param isInside  whether a line, from 1, lies inside a text of several lines, where nothing is a comment
 * @param lineOffset  lines of the file before the text
 */
export function yamlDisables(
  text: string,
  isInside: (line: number) => boolean,
  lineOffset: number,
): Disable[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const match = comment.exec(line)
    if (!match || isInside(index + 1)) return []
    const [, before = '', rest = ''] = match
    const [, rule = '', reason = ''] = /^[ \t]+([a-z0-9-]+)[ \t]*(?::[ \t]*(.*?)[ \t]*)?$/.exec(rest) ?? []
    const first = lines.findIndex((other, at) => at > index && !/^[ \t]*(?:#|$)/.test(other))
    const number = index + 1 + lineOffset
    return [
      {
        rule,
        reason,
        place: {
          start: {line: number, column: before.length + 1},
          end: {line: number, column: line.length + 1},
        },
        lines: first < 0 ? [0, 0] : [first + 1 + lineOffset, lastUnder(lines, first) + 1 + lineOffset],
      } satisfies Disable,
    ]
  })
}

/** The last line that is nested under a line, or that line itself. */
function lastUnder(lines: readonly string[], first: number): number {
  const depth = indentation(lines[first] ?? '')
  let last = first
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    if (indentation(line) <= depth) break
    last = at
  }
  return last
}

function indentation(line: string): number {
  return line.length - line.trimStart().length
}
