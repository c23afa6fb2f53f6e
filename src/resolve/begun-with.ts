import type {Kind} from './kind-types.ts'

/**
 * The blocks that a new document of a kind begins with, such as the table for which there are such documents. What
 * they are for is known by them, whatever one document made of it.
 *
 * @returns names of directives
 */
export function begunWith({starter, needs}: Kind): string[] {
  if (!starter) return needs?.directives ?? []
  return starter.body.flatMap(({block}) => /^[a-z-]+/.exec(block ?? '') ?? [])
}
