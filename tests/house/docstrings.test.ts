import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

const exported =
  /^export (?:default )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/

/** Exported names without a docstring that ends on the line before. (`export {x} from` hands on what has its own.) */
function bareExports(path: string, text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const name = exported.exec(line)?.[1]
    return name && !lines[index - 1]?.trimEnd().endsWith('*/') ? [`${path}:${index + 1} ${name}`] : []
  })
}

test('everything that src exports says what it is', () => {
  const bare = readdirSync(join(repository, 'src'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => bareExports(`src/${name}`, readFileSync(join(repository, 'src', name), 'utf8')))
  expect(bare).toEqual([])
})

test('an export without a docstring is found', () => {
  const text =
    '/** A. */\nexport const a = 1\n\nexport interface B {}\n/** C. */\n\nexport async function c() {}\n'
  expect(bareExports('x.ts', text)).toEqual(['x.ts:4 B', 'x.ts:7 c'])
  expect(bareExports('x.ts', "export {a} from './a.ts'\nexport type {B} from './b.ts'\n")).toEqual([])
})
