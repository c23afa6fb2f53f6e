/** Makes a value one that cannot be changed, with all that it holds: whoever tries throws. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const below of Object.values(value)) deepFreeze(below)
}
