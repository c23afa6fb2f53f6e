import type {Element, ElementContent} from 'hast'
import {h, s} from 'hastscript'

/** A picture: its name, what it shows, its size in units of its own, and its shapes. */
export interface Picture {
  id: string
  title: string
  description: string
  width: number
  height: number
  shapes: ElementContent[]
}

/**
 * A picture that is drawn in the page, with its name and what it shows for those who do not see it. It scrolls in a
 * region of its own where the window is narrower.
 *
 * Only the elements and attributes named in this folder occur in it: what is drawn comes from numbers, words from text.
 */
export function picture({id, title, description, width, height, shapes}: Picture): Element {
  return h('div', {className: ['picture'], role: 'region', tabIndex: 0, ariaLabelledBy: `${id}-title`}, [
    s(
      'svg',
      {
        role: 'img',
        ariaLabelledBy: `${id}-title ${id}-description`,
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
      },
      [
        s('title', {id: `${id}-title`}, title),
        s('desc', {id: `${id}-description`}, description),
        ...shapes.flatMap((shape): ElementContent[] => [{type: 'text', value: '\n'}, shape]),
      ],
    ),
  ])
}

/** Words in a picture, at a point. */
export function label(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  className: string[] = [],
): Element {
  return s('text', {x: round(x), y: round(y), textAnchor: anchor, className}, text)
}

/** Two decimals: the same bytes wherever the numbers were computed. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
