import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Every output of the run is read by one checker (tests/hostile/outputs.ts).
    globalSetup: ['tests/support/watch/global.ts'],
    setupFiles: ['tests/support/watch/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: more workers only wait for one another, and an office program runs in some.
    maxWorkers: 2,
  },
})
