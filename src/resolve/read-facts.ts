import type {Located} from './located.ts'
import type {Subject} from './types.ts'

let read: Set<string> | undefined

/**
 * Notes which facts are read meanwhile. They are given out by objects that note it, so that no way to them goes by it, and
 * nobody has to say what a document is made from.
 *
 * @param work  not asynchronous
 * @returns its result, and the names of what was read, as `factNamed` takes them
 */
export function readingFacts<Result>(work: () => Result): {result: Result; read: ReadonlySet<string>} {
  const outer = read
  const own = new Set<string>()
  read = own
  try {
    return {result: work(), read: own}
  } finally {
    for (const name of own) outer?.add(name)
    read = outer
  }
}

const all = '*'

/**
 * What has a name that was noted: a key of a sort of facts, all of its keys, or its words in all languages. What is not
 * there can be read as well.
 *
 * @param name  such as `internet-trade workshop attendance`, `internet-trade workshop *`, `internet-trade workshop`
 * @returns JSON; undefined where it is not there
 */
export function factNamed(subjects: ReadonlyMap<string, Subject>, name: string): unknown {
  const [id = '', sort = '', key] = name.split(' ')
  const subject = subjects.get(id)
  const facts = subject?.facts as Record<string, Located<Record<string, unknown>>> | undefined
  const words = subject?.words as Record<string, ReadonlyMap<string, Located<unknown>>> | undefined
  if (sort === all) return [facts, words].map((own) => Object.keys(own ?? {}))
  if (key === undefined) return [...(words?.[sort] ?? [])].map(([code, {value}]) => [code, value])
  const value = facts?.[sort]?.value
  return key === all ? value : value?.[key]
}

/** A subject of which it is noted what is read of it. */
export function notingReads(subject: Subject): Subject {
  const {id, facts, words} = subject
  const located = Object.entries(facts).map(([sort, own]: [string, Located<object>]) => {
    const value = noting(own.value, (key) => `${id} ${sort} ${key}`)
    return [sort, {...own, value, data: {...own.data, value}}]
  })
  return {
    ...subject,
    facts: noting(Object.fromEntries(located), () => `${id} ${all}`),
    words: noting(words, (sort) => `${id} ${sort}`),
  }
}

function noting<Value extends object>(value: Value, nameOf: (key: string) => string): Value {
  const note = (key: string | symbol): void => {
    if (typeof key === 'string') read?.add(nameOf(key))
  }
  return new Proxy(value, {
    get(target, key) {
      note(key)
      return Reflect.get(target, key)
    },
    has(target, key) {
      note(key)
      return Reflect.has(target, key)
    },
    getOwnPropertyDescriptor(target, key) {
      note(key)
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
    ownKeys(target) {
      note(all)
      return Reflect.ownKeys(target)
    },
  })
}
