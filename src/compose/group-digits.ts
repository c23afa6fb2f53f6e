import type {Viewpoint} from './context.ts'

/** A whole number with the language's mark between thousands. */
export function groupDigits(viewpoint: Viewpoint, value: number): string {
  const mark = viewpoint.phrases.get('number-group') ?? ''
  const digits = String(Math.abs(value))
  const first = digits.length % 3
  const groups = first === 0 ? [] : [digits.slice(0, first)]
  for (let index = first; index < digits.length; index += 3) groups.push(digits.slice(index, index + 3))
  return (value < 0 ? '-' : '') + groups.join(mark)
}
