/**
 * A schema with `required` written out. In ours `x-optional` stands beside `properties` and names those that may be left
 * out: all others must be there. So no key is listed twice, and one that is added is asked for.
 *
 * @param schema  any part of a schema, as parsed JSON
 * @returns the same with `required` in the place of each `x-optional`
 */
export function withRequired<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map((item) => withRequired(item)) as T
  if (typeof schema !== 'object' || schema === null) return schema
  const {'x-optional': optional, ...others} = schema as Record<string, unknown>
  const written = Object.fromEntries(Object.entries(others).map(([key, below]) => [key, withRequired(below)]))
  if (!Array.isArray(optional)) return written as T
  const keys = Object.keys(Object(written.properties))
  return {...written, required: keys.filter((key) => !optional.includes(key))} as T
}
