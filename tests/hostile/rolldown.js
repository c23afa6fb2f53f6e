import {build} from 'rolldown'

// node tests/hostile/rolldown.js [name…]
const names = process.argv.slice(2)

/** The commands in a file each, from TypeScript; they lie as deep as tests/support, so that they find the project. */
for (const name of names.length > 0 ? names : ['fuzz', 'faults', 'breaks'])
  await build({
    input: `tests/hostile/${name}.ts`,
    platform: 'node',
    output: {file: `tests/.actual/${name}.js`, codeSplitting: false},
  })
