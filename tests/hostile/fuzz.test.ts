import {expect, test} from 'vitest'
import {kinds} from './fuzz/kinds.ts'

// A few of what `npm run fuzz` goes on with: dossiers that are spoilt as a whole, every other command on them, and bombs.
test.each([
  ['dossiers', 12],
  ['fresh', 2],
  ['commands', 10],
  ['bombs', 1],
])('%s: %i of them end well', async (kind, count) => {
  const run = await kinds[kind]?.()
  const faults: string[] = []
  for (let at = 0; run && at < count; at++) {
    const done = await run(7_000_021 + at)
    faults.push(...done.faults.map((fault) => `${at} (${done.name}): ${fault}`))
  }
  expect(run).toBeDefined()
  expect(faults).toEqual([])
})
