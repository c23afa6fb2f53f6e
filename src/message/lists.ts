/**
 * Adds items to a list. What is spread into the arguments of a call stands on the stack, which a list of a hundred
 * thousand overflows.
 */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item)
}

/** The largest of some numbers, and at least the one that is given. */
export function largest(numbers: Iterable<number>, atLeast = 0): number {
  let most = atLeast
  for (const number of numbers) if (number > most) most = number
  return most
}
