import type {VFileMessage} from 'vfile-message'
import {type Document, isMap, isPair, isScalar, isSeq, type Node, visit, type YAMLMap} from 'yaml'
import {addAll, error, type Place, quote} from '../message/index.ts'
import {caps} from './caps.ts'
import {characterFindings} from './decode.ts'
import {isText, type PlaceAt, placeOfSpan} from './yaml-places.ts'

// As many as are shown of one file (src/report/messages/capped.ts): the others come to light when these are mended.
const mostFindings = 100

const keyPattern = /^[a-z0-9][a-z0-9-]{0,63}$/

/**
 * What no source may hold: anchors, aliases, tags, keys of another form or twice, too many keys, too deep, numbers that
 * are none, characters that no output may hold.
 *
 * @param document  parsed without an error; its value has not been made yet
 * @param text  from which it was parsed
 * @param path  for the findings
 * @param placeAt  from offsets to a place in the file
 */
export function refusedNodes(
  document: Document,
  text: string,
  path: string,
  placeAt: PlaceAt,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  const place = (node: Node): Place => placeAt(node.range?.[0] ?? 0, node.range?.[1] ?? 0)
  const say = (reason: string, ruleId: string, node: Node): void => {
    messages.push(error(reason, {path, ruleId, place: place(node)}))
  }
  /** At the mark that is written before a value. */
  const sayBefore = (reason: string, ruleId: string, mark: string, node: Node): void => {
    const value = node.range?.[0] ?? 0
    const at = text.lastIndexOf(mark, value)
    messages.push(error(reason, {path, ruleId, place: placeAt(at < 0 ? value : at)}))
  }
  const look = (node: Node, ancestors: readonly unknown[]): symbol | undefined => {
    if (messages.length >= mostFindings) return visit.BREAK
    if ('anchor' in node && node.anchor) {
      const reason = `${quote(`&${node.anchor}`)} is not used here. Delete it, and write the value out again where ${quote(`*${node.anchor}`)} stands.`
      sayBefore(reason, 'yaml-alias', '&', node)
    }
    if (node.tag) {
      const tag = node.tag.replace('tag:yaml.org,2002:', '!!')
      sayBefore(`The tag ${quote(tag)} is not used here. Delete it.`, 'yaml-tag', tag, node)
    }
    if (
      ancestors.length > caps.yamlDepth.most &&
      ancestors.filter((ancestor) => isMap(ancestor) || isSeq(ancestor)).length > caps.yamlDepth.most
    ) {
      say(
        `The keys are nested more than ${caps.yamlDepth.most} deep. Move them up.`,
        caps.yamlDepth.rule,
        node,
      )
      return visit.BREAK
    }
    return undefined
  }
  visit(document, {
    Alias: (_, node) => {
      if (messages.some(({ruleId}) => ruleId === 'yaml-alias')) return // Said at the value that it repeats.
      const name = quote(`*${node.source}`)
      say(
        `${name} is not used here. Write the value out again, or put quotation marks around it.`,
        'yaml-alias',
        node,
      )
    },
    // One visitor for every Node would not be called for scalars, since there is one for scalars alone.
    Map: (_, node, ancestors) => {
      addAll(messages, keyFindings(node, path, placeAt))
      return look(node, ancestors)
    },
    Seq: (_, node, ancestors) => look(node, ancestors),
    Pair: (_, pair) => {
      const key = isPair(pair) && isScalar(pair.key) ? pair.key : undefined
      const name = key ? String(key.value) : ''
      if (key && isExplicit(text, key.range?.[0] ?? 0))
        say('A question mark before a key is not used here. Delete it.', 'yaml-key', key)
      // This form leaves out names such as __proto__. Which other keys are unknown, the schema decides.
      if (key && !keyPattern.test(name)) {
        say(
          `The key ${quote(name)} has a character that keys do not have. Write small letters a to z, digits and hyphens.`,
          'yaml-key',
          key,
        )
      }
    },
    Scalar: (key, node, ancestors) => {
      const found = look(node, ancestors)
      if (found || key === 'key') return found
      if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
        say(
          `${quote(String(node.source))} is not a number that can be printed. Write digits.`,
          'yaml-number',
          node,
        )
      }
      if (!isText(node)) return undefined
      if (node.value.length > caps.yamlTextBytes.most)
        say(
          `This text is longer than ${caps.yamlTextBytes.most / 1024} KiB. Shorten it.`,
          caps.yamlTextBytes.rule,
          node,
        )
      const placeIn = (start: number, end: number): Place => placeOfSpan(node, text, {start, end}, placeAt)
      addAll(messages, characterFindings(node.value, path, placeIn))
      return undefined
    },
  })
  return messages
}

/** Whether a question mark stands before a key, on its line or alone on the line above. */
function isExplicit(text: string, start: number): boolean {
  // The question mark must stand alone: French words may end with a space and a question mark.
  return /(?:^|[\s{,[-])\?[ \t]*$|(?:^|\n)[ \t-]*\?[ \t]*\n[ \t]*$/.test(
    text.slice(Math.max(0, start - 100), start),
  )
}

/** A key that occurs twice, and more keys than a block may have. */
function keyFindings({items, range}: YAMLMap, path: string, placeAt: PlaceAt): VFileMessage[] {
  if (items.length > caps.yamlKeys.most) {
    const reason = `This block has more than ${caps.yamlKeys.most} keys. Split it.`
    return [error(reason, {path, ruleId: caps.yamlKeys.rule, place: placeAt(range?.[0] ?? 0)})]
  }
  const seen = new Map<string, number>()
  return items.flatMap(({key}) => {
    if (!isScalar(key)) return []
    const name = String(key.value)
    const [start = 0, end = 0] = key.range ?? []
    const first = seen.get(name)
    if (first === undefined) {
      seen.set(name, start)
      return []
    }
    const reason = `The key ${quote(name)} occurs twice in the same block. Keep one of the two.`
    const other = {path, place: placeAt(first)}
    return [error(reason, {path, ruleId: 'yaml-syntax', place: placeAt(start, end), other})]
  })
}
