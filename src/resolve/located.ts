import type {YamlData} from '../load/index.ts'

/** A YAML value of a known shape, with its path and its places. */
export interface Located<T> {
  path: string
  data: YamlData
  value: T
}
