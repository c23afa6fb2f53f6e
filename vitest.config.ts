import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

// The packages as they are when the command runs: their forms for development assert what our own tests look at.
process.env.NODE_ENV = 'production'

// They put something else in the place of a module for all that run in one process with them.
const alone = [
  'hostile/backstop',
  'hostile/changing',
  'hostile/manifests',
  'mutations',
  'properties/manifests',
  'write/open-in-word',
].map((name) => `tests/${name}.test.ts`)

// Much runs here, and little of it for long (see src/commands/late-optimizing.ts); only this V8 has the option.
const optimizedLater = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=500000'] : []

const options = {
  // What a process that a test starts is told. The validator of Word files, a .NET program that is started some hundred
  // times, need not guard the code that it compiles: a seventh of its time.
  env: {
    NODE_ENV: 'test',
    npm_lifecycle_event: 'test',
    DOTNET_EnableWriteXorExecute: '0',
    DOTNET_TieredPGO: '0',
    // What the command keeps lies beside what else the tests leave, and it is looked at on servers too.
    XDG_CACHE_HOME: fileURLToPath(new URL('tests/.actual/caches', import.meta.url)),
    CI: '',
  },
  // As Node does it.
  deps: {interopDefault: false},
  setupFiles: ['tests/support/watch/setup.ts'],
  // Most of what a test makes is soon thrown away: the young generation holds it, and is as large from the start.
  execArgv: ['--max-semi-space-size=256', '--min-semi-space-size=256'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    // Every output of the run is read by one checker (tests/hostile/outputs.ts).
    globalSetup: ['tests/support/watch/global.ts'],
    // Chromium, LibreOffice and the validator of Word files take as much as the tests that start them. Two workers on
    // two cores are hardly sooner done than one, and take a third more of both.
    maxWorkers: Math.max(1, Math.floor(availableParallelism() / 2)),
    projects: [
      {test: {...options, name: 'alone', include: alone}},
      // One process for many files: the modules of src/ are taken in once, and what it remembers is for all.
      {
        test: {
          ...options,
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: alone,
          isolate: false,
          execArgv: [...options.execArgv, ...optimizedLater],
          setupFiles: [...options.setupFiles, 'tests/support/no-time-limit.ts'],
        },
      },
    ],
  },
})
