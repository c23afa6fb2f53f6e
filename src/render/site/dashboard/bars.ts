import {scaleBand, scaleLinear} from 'd3-scale'
import type {Element, ElementContent} from 'hast'
import {s} from 'hastscript'
import type {DashboardBar} from '../../../compose/index.ts'
import {largest} from '../../../message/index.ts'
import {toText} from '../../../tree/index.ts'
import {label, picture, round} from './picture.ts'

const width = 780
const rowHeight = 34
const nameWidth = 340
const valueWidth = 110

/**
 * Bars beside their names, each with its value in words.
 *
 * @param most  what the whole width stands for; the greatest value where left out
 */
export function barPicture(
  id: string,
  title: string,
  bars: readonly DashboardBar[],
  most = largest(
    bars.map(({value}) => value),
    1,
  ),
): Element {
  const height = bars.length * rowHeight
  const along = scaleLinear([0, most], [nameWidth, width - valueWidth])
  const down = scaleBand(
    bars.map(({id: name}) => name),
    [0, height],
  ).padding(0.3)
  const shapes = bars.flatMap(({id: name, value, words}): ElementContent[] => {
    const top = down(name) ?? 0
    const middle = top + down.bandwidth() / 2 + 5
    const end = along(Math.min(value, most))
    return [
      label(nameWidth - 12, middle, toText(words.name), 'end'),
      s('rect', {
        x: nameWidth,
        y: round(top),
        width: round(end - nameWidth),
        height: round(down.bandwidth()),
        className: ['bar', name],
      }),
      label(end + 8, middle, toText(words.value)),
    ]
  })
  shapes.push(s('line', {x1: nameWidth, y1: 0, x2: nameWidth, y2: height, className: ['axis']}))
  const description = bars.map(({words}) => `${toText(words.name)}: ${toText(words.value)}`).join('; ')
  return picture({id, title, description, width, height, shapes})
}
