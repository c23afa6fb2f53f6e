import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {schemaFiles} from './content-root.ts'

/** What is wrong with a value by one of the schemas of outputs, and how that schema's own examples fare. */
export function faultsBySchema(name: string, value: unknown): {value: unknown; examples: unknown} {
  const ajv = new Ajv2020({strict: true, allErrors: true, allowUnionTypes: true})
  ajv.addKeyword({keyword: 'x-files', schemaType: 'array'})
  const formats = addFormats as unknown as {default: typeof addFormats.default}
  ;(formats.default ?? addFormats)(ajv, {mode: 'full'})
  const schemas = schemaFiles()
  for (const schema of schemas.values()) ajv.addSchema(schema)
  const schema = schemas.get(name)
  const validate = ajv.getSchema(schema?.$id ?? '')
  if (!schema || !validate) throw new Error(`There is no schema ${name}.`)
  const faultsOf = (each: unknown): unknown => (validate(each) ? [] : validate.errors)
  return {value: faultsOf(value), examples: (schema.examples as unknown[]).flatMap(faultsOf)}
}
