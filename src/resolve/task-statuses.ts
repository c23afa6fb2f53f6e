/** What a status of a task says of it. */
interface StatusMeaning {
  /** Whether work on it has begun, or will never have to. */
  hasBegun: boolean
  /** Whether nothing more is to be done. */
  isFinished: boolean
  /** Whether what was to be done is done. */
  isCompleted: boolean
  /** Whether its costs are being met, or were: where they need a donor, there is one. */
  isFunded: boolean
}

const open = {hasBegun: false, isFinished: false, isCompleted: false, isFunded: false}
const begun = {...open, hasBegun: true, isFunded: true}
const completed = {...begun, isFinished: true, isCompleted: true}
const dropped = {...open, hasBegun: true, isFinished: true}

/** Every status that a task may have (schemas/tasks.schema.json), in the order in which they are offered. House style, 6. */
const statuses: ReadonlyMap<string, StatusMeaning> = new Map([
  ['not-started', open],
  ['pending-funds', open],
  ['in-progress', begun],
  ['completed', completed],
  ['completed-late', completed],
  ['partly-completed', begun],
  ['not-implemented', dropped],
  ['superseded', dropped],
  ['repealed', dropped],
])

/** The names of the statuses. */
export const taskStatuses: readonly string[] = [...statuses.keys()]

/** What a status says; a task without an entry is one that nobody has begun. */
export function meaningOf(entry: {status: string} | undefined): StatusMeaning {
  return statuses.get(entry?.status ?? '') ?? open
}
