import type {FactsDescription} from './description-types.ts'
import type {HeldType} from './field-types.ts'
import type {Say} from './findings.ts'
import type {Located} from './located.ts'
import type {Templates} from './template-types.ts'

/** What the parts of one description are looked at with. */
export interface Looking {
  sort: string
  yaml: Located<FactsDescription>
  templates: Templates
  say: Say
  /** Asks that a path leads to something of a type; says so at a place of the description where it does not. */
  asks(
    path: string | undefined,
    types: readonly HeldType[],
    pointer: (string | number)[],
    below?: readonly string[],
  ): void
}
