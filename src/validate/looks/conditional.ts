import type {List, Nodes, Parents} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {quote} from '../../message/index.ts'
import {conditionLine, conditionsOf, isConditional} from '../../tree/index.ts'
import {canHold} from '../can-hold.ts'
import type {Report} from '../say.ts'

/** Words that were to join conditions, and how that is said. */
const joining = new Map([
  ['not', 'Words that stand only while a fact does not hold are put between “:::unless{…}” and “:::”.'],
  ['or', 'Of several facts one is enough: write them one after the other, with a space between.'],
  [
    'and',
    'For words that need both facts, put one “:::when{…}” inside the other, whose lines have four colons.',
  ],
])

type Fault = {ruleId: string; reason: string; node?: Nodes} | undefined

/** Words that stand only while a fact holds: the line that opens them names facts that can hold there, and words follow. */
export function lookAtConditional(
  node: ContainerDirective,
  ancestors: readonly Parents[],
  {say}: Report,
): void {
  const fault = formFault(node) ?? placeFault(node, ancestors) ?? chainFault(node, ancestors)
  if (fault) say(fault.node ?? node, fault.ruleId, fault.reason)
}

function formFault(node: ContainerDirective): Fault {
  const {name, attributes} = node
  const typed = quote(`:::${name}`)
  const form = `“:::${name}{outcome.draft-resolution}”`
  const facts = conditionsOf(node)
  const isLabelled = node.children.some(({data}) => data && 'directiveLabel' in data)
  if (isLabelled)
    return {
      ruleId: 'directive-form',
      reason: `${typed} takes no words between [ and ]. It is written ${form}.`,
    }
  if (facts.length === 0)
    return {
      ruleId: 'directive-form',
      reason: `${typed} names no fact. It is written ${form}, with the name of a fact between braces.`,
    }
  const joint = facts.find((fact) => joining.has(fact))
  if (joint)
    return {ruleId: 'directive-attribute', reason: `${quote(joint)} is no fact. ${joining.get(joint)}`}
  const valued = Object.entries(attributes ?? {}).find(([, value]) => value)
  if (valued) {
    const [key, value] = valued
    const meant = /^(?:class|id)$/.test(key) ? `${value}` : `${key}.${value}`
    return {
      ruleId: 'directive-attribute',
      reason: `${quote(`${key}=${value}`)} is no fact. Write ${quote(meant)}, with full stops between the words and nothing before them.`,
    }
  }
  if (node.children.length === 0)
    return {
      ruleId: 'directive-form',
      reason: `Nothing stands between ${quote(conditionLine(node))} and “:::”. Write the words there that depend on it, or delete both lines.`,
    }
  return undefined
}

function placeFault(node: ContainerDirective, ancestors: readonly Parents[]): Fault {
  const parent = ancestors.at(-1)
  const line = quote(conditionLine(node))
  if (ancestors.some(({type}) => type === 'blockquote'))
    return {
      ruleId: 'directive-place',
      reason: `${line} stands inside a quotation, of which all is printed or nothing. Put its lines around the whole quotation.`,
    }
  if (parent?.type === 'containerDirective' && parent.name === 'table')
    return {
      ruleId: 'directive-place',
      reason: `${line} stands inside a table, of which all is printed or nothing. Put its lines around the whole table, and write the other table under an id of its own.`,
    }
  if (parent?.type === 'listItem' && parent.children[0] === node)
    return {
      ruleId: 'directive-place',
      reason: `${line} stands where the words of an item begin. Put it on a line of its own before the item, and “:::” on one after it.`,
    }
  const before = parent && listBefore(node, parent)
  const own = node.children.find(({type}) => type === 'list') as List | undefined
  if (!before || !own || node.children[0] !== own) return undefined
  const columns = [before, own].map(({position}) => position?.start.column ?? 1)
  if (columns[0] === columns[1]) return undefined
  return {
    ruleId: 'list-indent',
    reason: `The items in ${line} are not indented as those of the list that they go on with. Put both, and the lines with colons, right under one another.`,
    node: own,
  }
}

/** The list with which a list in the lines goes on: other such lines may stand between. */
function listBefore(node: Nodes, parent: Parents): List | undefined {
  const siblings = parent.children as Nodes[]
  const before = siblings.slice(0, siblings.indexOf(node)).findLast((other) => !isConditional(other))
  return before?.type === 'list' ? before : undefined
}

function chainFault(node: ContainerDirective, ancestors: readonly Parents[]): Fault {
  const around = (ancestors as readonly Nodes[]).filter(isConditional)
  if (around.length === 0 || canHold([...around, node])) return undefined
  const outer = around.map((other) => quote(conditionLine(other))).join(', ')
  return {
    ruleId: 'condition-never',
    reason: `${quote(conditionLine(node))} stands inside ${outer}, and the two never hold together, so that its words would never be printed. Move it out, or delete it.`,
  }
}
