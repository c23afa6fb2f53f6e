import type {Node, Parent} from 'unist'
import type {VFileMessage} from 'vfile-message'
import {finding, quote, severalOf} from '../../message/index.ts'
import {
  amendedUnits,
  type Change,
  changeOf,
  firstWords,
  type NodeOf,
  type Part,
  visitBlocks,
} from '../../tree/index.ts'
import {ruleFamily} from '../define-rule.ts'
import {acceptedText} from './accepted-text.ts'

type Led = NodeOf<'numberedParagraph' | 'provision' | 'clause' | 'continuation'>

/**
 * What is struck is struck whole: an item with all of its words and the conjunction behind them, a paragraph with the list
 * and the quotation that it introduces. What stands under new words is new. Otherwise the text that is accepted would have
 * an item of one “and”, or items that nothing introduces. Source: cases of amended resolutions, where a struck item shows
 * its old letter and what it held is struck with it.
 */
export const struckItem = ruleFamily('struck-item', ['struck-item'], ({compositions, templates}) =>
  [...compositions.values()].flatMap(({tree, language}) => {
    const forms = templates.usage.get(language.code)?.value.conjunctions ?? []
    const conjunctions = forms.flatMap(({word, 'before-vowel': other}) => [word, other ?? word])
    return tree.children.flatMap((part): VFileMessage[] =>
      [...unmarkedIn(part), ...remaindersIn(part, conjunctions)].map(({severity, reason, node}) =>
        finding(severity, reason, {
          path: part.file,
          place: node.position,
          ruleId: 'struck-item',
          language: language.code,
        }),
      ),
    )
  }),
)

type Found = {severity: 'error' | 'warning'; reason: string; node: Node}

/** What stands under words that are struck or new and is not: told once for each, where the first of it stands. */
function unmarkedIn(part: Part): Found[] {
  const changes = amendedUnits(part)
  const under = new Map<Led, Led[]>()
  const add = (above: Led | undefined, node: Led): void => {
    const change = above && changes.get(above)
    if (!above || !change || !hasWords(node) || changeOf(node.children[0].children) === change) return
    under.set(above, [...(under.get(above) ?? []), node])
  }
  visitBlocks(part, (node, ancestors) => {
    // Adopted words that a paragraph quotes keep their form.
    if (node.type === 'decision') return 'skip'
    if (!isLed(node)) return undefined
    add(
      ancestors.find((above): above is Led => isLed(above) && changes.has(above)) ??
        introducing(node, ancestors),
      node,
    )
    return undefined
  })
  return [...under].map(([above, nodes]) => unmarked(above, changes.get(above) ?? 'struck', nodes))
}

/** The paragraph that introduces the quotation in which a node stands. */
function introducing(node: Node, ancestors: readonly Parent[]): Led | undefined {
  const at = ancestors.findIndex(({type}) => type === 'quotation')
  const [holder, quotation] = [ancestors[at - 1], ancestors[at]]
  if (!holder || !quotation || node.position === undefined) return undefined
  const before = holder.children[holder.children.indexOf(quotation) - 1]
  return before && isLed(before) && before.type !== 'provision' && before.isKeptWithNext ? before : undefined
}

function unmarked(above: Led, change: Change, nodes: readonly Led[]): Found {
  const what = severalOf(nodes.map((node) => quote(firstWords(node.children[0]))))
  const [is, it] = nodes.length === 1 ? ['is', 'it'] : ['are', 'each of them']
  const lead = quote(firstWords(above.children[0]))
  const [first] = nodes
  const found = {node: first ?? above}
  if (change === 'new')
    return {
      ...found,
      severity: 'warning',
      reason: `${what} ${is} not marked as new, but ${lead} above is. Put ${it} into “:ins[…]” as well, or leave some words above as they are.`,
    }
  return {
    ...found,
    severity: 'error',
    reason: `${what} ${is} not struck, but ${lead} above is, which introduces ${it}. Put ${it} into “:del[…]” as well, or keep some words above.`,
  }
}

/** Items of which a conjunction or a mark is left when all else is struck. */
function remaindersIn(part: Part, conjunctions: readonly string[]): Found[] {
  const found: Found[] = []
  visitBlocks(part, (node) => {
    if (!isLed(node) || (node.type !== 'numberedParagraph' && node.type !== 'provision') || !node.position)
      return
    const [lead] = node.children
    // Brackets around what is not decided yet are no words.
    const rest = acceptedText(lead).replace(/[[\]]/g, '').trim()
    const words = rest.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    if (rest === '' || !holdsStruck(lead) || !(words === '' || conjunctions.includes(words))) return
    const what = node.type === 'provision' ? 'item' : 'numbered paragraph'
    const reason = `All words of this ${what} are struck but for ${quote(rest)}. Put that between the brackets of “:del[…]” as well.`
    found.push({severity: words === '' ? 'warning' : 'error', reason, node})
  })
  return found
}

function holdsStruck(node: Node): boolean {
  if (node.type === 'deleted' || node.type === 'delete') return true
  return 'children' in node && (node as Parent).children.some(holdsStruck)
}

function hasWords({children: [lead]}: Led): boolean {
  return /[\p{L}\p{N}]/u.test(firstWords(lead))
}

function isLed(node: Node): node is Led {
  return ['numberedParagraph', 'provision', 'clause', 'continuation'].includes(node.type)
}
