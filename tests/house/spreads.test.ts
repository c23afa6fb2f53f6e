import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseAst} from 'rolldown/parseAst'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

// What is spread into the arguments of a call stands on the stack, and 120,000 of them end the process.

/** Lists that a program of ours makes, and nobody makes longer. */
const known = new Map([
  ['src/certify/certify.ts', 'proofs.map(({proven}) => proven)'], // one for each look
  ['src/resolve/templates.ts', 'others'], // maps of phrases: openPhrases
  ['src/resolve/facts/task-findings.ts', 'pointer'], // as deep as YAML may be
])

type Tree = {type?: string; start?: number; end?: number} & Record<string, unknown>

/** What is spread into a call, with its line. */
function spreadsOf(path: string, text: string): {line: number; words: string}[] {
  const found: {line: number; words: string}[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const child of node) visit(child)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const tree = node as Tree
    if (tree.type === 'CallExpression' || tree.type === 'NewExpression')
      for (const argument of tree.arguments as Tree[])
        if (argument.type === 'SpreadElement') {
          const {start = 0, end} = argument.argument as Tree
          found.push({line: text.slice(0, start).split('\n').length, words: text.slice(start, end)})
        }
    for (const child of Object.values(tree)) visit(child)
  }
  visit(parseAst(text, {lang: 'ts'}, path))
  return found
}

test('no list of unknown length is spread into the arguments of a call', () => {
  const faults = readdirSync(join(repository, 'src'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const path = `src/${name.replaceAll('\\', '/')}`
      const text = readFileSync(join(repository, path), 'utf8')
      // Most files spread nothing, and none is parsed for nothing.
      const spreads = /[(,]\s*\.\.\./.test(text) ? spreadsOf(path, text) : []
      return spreads
        .filter(({words}) => known.get(path) !== words)
        .map(({line, words}) => `${path}:${line} spreads ${words}: use addAll or largest of message/.`)
    })
  expect(faults).toEqual([])
})

test('a spread is found in a call, and not in a list or an object', () => {
  const text =
    'const a = [...b, c]\nconst d = {...e}\nf.push(...g)\nnew Map(...h)\nMath.max(0, ...i.map((x) => x))\n'
  expect(spreadsOf('x.ts', text)).toEqual([
    {line: 3, words: 'g'},
    {line: 4, words: 'h'},
    {line: 5, words: 'i.map((x) => x)'},
  ])
})
