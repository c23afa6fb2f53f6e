import {readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

// A file can be read without those that come after it: no import, of a value or of a type, leads back to its own file.

const specifiers = /(?:\bfrom|\bimport|\bimport\()\s*['"](\.[^'"]+)['"]/g

/** Paths that each file imports, by its path. */
function importsOf(files: ReadonlyMap<string, string>): Map<string, string[]> {
  return new Map(
    [...files].map(([path, text]) => [
      path,
      [...text.matchAll(specifiers)]
        .map(([, target = '']) => posix.join(posix.dirname(path), target))
        .filter((target) => files.has(target)),
    ]),
  )
}

/** The first circle that is met from each file on, as the way around it. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (path: string): void => {
    way.push(path)
    for (const next of imports.get(path) ?? []) {
      const start = way.indexOf(next)
      if (start >= 0) circles.push([...way.slice(start), next].join(' → '))
      else if (!done.has(next)) visit(next)
    }
    way.pop()
    done.add(path)
  }
  for (const path of imports.keys()) if (!done.has(path)) visit(path)
  return circles
}

const sources = new Map(
  readdirSync(join(repository, 'src'), {recursive: true, encoding: 'utf8'})
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => [path, readFileSync(join(repository, path), 'utf8')]),
)

test('no import leads round to its own file', () => {
  const imports = importsOf(sources)
  expect([...imports.values()].flat().length).toBeGreaterThan(sources.size)
  expect(circlesIn(imports)).toEqual([])
})

test('a circle that is put in is found, also of a type alone, of a file that is exported again, and of three', () => {
  const put = (path: string, line: string): string[] =>
    circlesIn(importsOf(new Map([...sources, [path, `${sources.get(path) ?? ''}\n${line}\n`]])))
  expect(put('src/message/message.ts', "import type {Rule} from '../check/types.ts'")).not.toEqual([])
  expect(put('src/compose/context.ts', "export {phrase} from './phrases.ts'")).not.toEqual([])
  expect(put('src/tree/types.ts', "const late = await import('./units.ts')")).not.toEqual([])
  const three = new Map([
    ['src/a.ts', "import './b.ts'"],
    ['src/b.ts', "import type {C} from './c.ts'"],
    ['src/c.ts', "export * from './a.ts'"],
  ])
  expect(circlesIn(importsOf(three))).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts'])
})
