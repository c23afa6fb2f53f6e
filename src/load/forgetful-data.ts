import type {YamlData} from './types.ts'

/**
 * A YAML value whose places are found when somebody asks for them, and anew when the memory was needed meanwhile.
 *
 * @param known  the value, and the rules that its comments switch off
 * @param parse  gives it with its places
 * @param parsed  what that has just given
 */
export function forgetfulData(
  {value, disables}: Pick<YamlData, 'value' | 'disables'>,
  parse: () => YamlData | undefined,
  parsed?: YamlData,
): YamlData {
  let latest = parsed && new WeakRef(parsed)
  const places = (): YamlData => {
    const data = latest?.deref() ?? parse()
    if (!data) throw new Error('What was parsed once can be parsed again.')
    latest = new WeakRef(data)
    return data
  }
  return {
    value,
    disables,
    // Most places are asked for in case that something is to be said there, which seldom is.
    locate: (pointer, what) => ({
      get start() {
        return places().locate(pointer, what).start
      },
      get end() {
        return places().locate(pointer, what).end
      },
    }),
    offsetsOf: (pointer) => places().offsetsOf(pointer),
    sourceOf: (pointer) => places().sourceOf(pointer),
    isOwn: (pointer) => places().isOwn(pointer),
  }
}
