import type {Node} from 'unist'
import {visit as visitAll} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {type AnyNode, visit} from '../../src/tree/index.ts'
import {checkedProject} from '../support/built.ts'

// Who looks for blocks does not pass the words of paragraphs: nothing that is looked for may stand among them.
test('every type of node is found wherever it stands, in its order, with its parent and its place', async () => {
  const {compositions} = await checkedProject()
  const seen = new Set<string>()
  for (const {tree} of compositions) {
    const due = new Map<string, unknown[][]>()
    visitAll(tree as Node, (node, index, parent) => {
      due.set(node.type, [...(due.get(node.type) ?? []), [node, index, parent]])
    })
    for (const [type, nodes] of due) {
      const found: unknown[][] = []
      visit(tree, type as AnyNode['type'], (node, index, parent) => {
        found.push([node, index, parent])
      })
      const differing = nodes.findIndex((one, at) => one.some((part, index) => part !== found[at]?.[index]))
      expect([type, found.length, differing]).toEqual([type, nodes.length, -1])
      seen.add(type)
    }
  }
  expect(seen.size).toBeGreaterThan(25)
})
