import {vi} from 'vitest'

// The limit of time for a source starts a clock for each call, which is half of what a small dossier costs. It is looked
// at in tests/hostile/backstop.test.ts, in a process of its own.
vi.mock('../../src/load/time-limit.ts', () => ({
  mapWithin: <Item, Result>(items: readonly Item[], work: (item: Item) => Result) => items.map(work),
}))
