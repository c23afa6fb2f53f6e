import {build} from 'rolldown'

/** The fuzz command in one file, from TypeScript; it lies as deep as tests/support, so that it finds the project. */
await build({
  input: 'tests/hostile/fuzz.ts',
  platform: 'node',
  output: {file: 'tests/.actual/fuzz.js', codeSplitting: false},
})
