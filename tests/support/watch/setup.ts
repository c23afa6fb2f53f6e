import './preload.ts'
import {vi} from 'vitest'
import {readOutput} from './read-output.ts'

// What the tests keep in memory and never write.
vi.mock('../../../src/pipeline.ts', async (original) => {
  const pipeline = await original<typeof import('../../../src/pipeline.ts')>()
  return {
    ...pipeline,
    build: async (...args: Parameters<typeof pipeline.build>) => {
      const result = await pipeline.build(...args)
      for (const [path, {bytes}] of result.outputs) readOutput(path, bytes)
      return result
    },
  }
})
vi.mock('../../../src/certify/index.ts', async (original) => {
  const certify = await original<typeof import('../../../src/certify/index.ts')>()
  return {
    ...certify,
    renderCertified: async (...args: Parameters<typeof certify.renderCertified>) => {
      const file = await certify.renderCertified(...args)
      readOutput(`${args[0]}.${args[1]}`, file.bytes)
      return file
    },
  }
})
