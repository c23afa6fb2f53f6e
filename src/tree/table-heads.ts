import type {ContainerDirective} from 'mdast-util-directive'

/** What the line of a table says of its heads and widths. */
export interface TableHeads {
  /** How many of its first rows head columns. */
  headRows: number
  /** How many of its first columns head rows. */
  headColumns: number
  /** Relative widths of the columns, where they are given. */
  widths?: number[]
}

/** Heads and widths of a table as its line `:::table[…]{…}` gives them; one row and one column where it says nothing. */
export function headsOf({attributes}: ContainerDirective): TableHeads {
  const {'head-rows': rows, 'head-columns': columns, widths} = attributes ?? {}
  return {
    headRows: Number(rows ?? 1),
    headColumns: Number(columns ?? 1),
    ...(/^[\d ]+$/.test(widths ?? '') ? {widths: widths?.split(' ').map(Number) ?? []} : {}),
  }
}
