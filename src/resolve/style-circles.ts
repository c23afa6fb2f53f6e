import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, few, quote} from '../message/index.ts'
import type {Styles} from './template-types.ts'

/**
 * Styles that are based on themselves, by way of others: none of them would say how it looks, and Word would not know
 * either.
 *
 * @param source  of templates/styles.yaml, for the places
 */
export function styleCircles(styles: Styles, source: Source | undefined): VFileMessage[] {
  const all = styles['paragraph-styles']
  const said = new Set<string>()
  return Object.keys(all).flatMap((name) => {
    const circle = circleFrom(name, all)
    if (circle.length === 0 || circle.some((other) => said.has(other))) return []
    for (const other of circle) said.add(other)
    const pointerOf = (style: string): string[] => ['paragraph-styles', style, 'based-on']
    const at = circle.find((style) => source?.data.isOwn(pointerOf(style))) ?? name
    const way = [...circle.slice(circle.indexOf(at)), ...circle.slice(0, circle.indexOf(at)), at]
    const reason = `The style ${quote(at)} is based on itself (${few(way, ' → ')}). Base it on another one, or on none.`
    const place = source?.data.locate(pointerOf(at))
    return [error(reason, {path: 'templates/styles.yaml', ruleId: 'style-circle', place})]
  })
}

/** The styles that lead from one back to it; none where they do not. */
function circleFrom(name: string, all: Styles['paragraph-styles']): string[] {
  const way = [name]
  for (let next = all[name]?.['based-on']; next !== undefined; next = all[next]?.['based-on']) {
    if (next === name) return way
    if (way.includes(next)) return []
    way.push(next)
  }
  return []
}
