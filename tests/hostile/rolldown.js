import {build} from 'rolldown'

/** The commands in a file each, from TypeScript; they lie as deep as tests/support, so that they find the project. */
for (const name of ['fuzz', 'faults'])
  await build({
    input: `tests/hostile/${name}.ts`,
    platform: 'node',
    output: {file: `tests/.actual/${name}.js`, codeSplitting: false},
  })
