import './preload.ts'
import {vi} from 'vitest'
import {rememberingLoad} from '../memory/load.ts'
import {rememberingRender} from '../memory/render.ts'
import {rememberingTemplates} from '../memory/templates.ts'
import {rememberingValidate} from '../memory/validate.ts'
import {readOutput} from './read-output.ts'

vi.mock('../../../src/load/index.ts', async (original) => {
  const load = await original<typeof import('../../../src/load/index.ts')>()
  return {...load, load: rememberingLoad(load.load)}
})
vi.mock('../../../src/validate/index.ts', async (original) => {
  const validate = await original<typeof import('../../../src/validate/index.ts')>()
  return {...validate, validate: rememberingValidate(validate.validate)}
})
vi.mock('../../../src/resolve/templates.ts', async (original) => {
  const templates = await original<typeof import('../../../src/resolve/templates.ts')>()
  return {...templates, resolveTemplates: rememberingTemplates(templates.resolveTemplates)}
})
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
  const render = rememberingRender(certify.renderCertified)
  return {
    ...certify,
    renderCertified: async (...args: Parameters<typeof render>) => {
      const file = await render(...args)
      readOutput(`${args[0]}.${args[1]}`, file.bytes)
      return file
    },
  }
})
