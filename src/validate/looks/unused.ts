import type {Nodes} from 'mdast'
import type {Look} from './types.ts'

/** A node that is known and not used, with what is said to its author. */
export function unused(ruleId: string, reason: string): Look<Nodes> {
  return (node, _ancestors, {say}) => say(node, ruleId, reason)
}
