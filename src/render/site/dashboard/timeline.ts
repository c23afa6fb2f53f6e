import {scaleBand, scaleUtc} from 'd3-scale'
import {curveStep, line, symbol, symbolDiamond} from 'd3-shape'
import type {Element, ElementContent} from 'hast'
import {s} from 'hastscript'
import type {DashboardComposition, DashboardTask, SiteComposition} from '../../../compose/index.ts'
import {toText} from '../../../tree/index.ts'
import {label, picture, round} from './picture.ts'

const width = 960
const nameWidth = 215
const right = 24
const rowHeight = 38
const headHeight = 62
const keyHeight = 62
const keyColumns = 3
const keyRow = 24
const dayMs = 86_400_000
const marginDays = 45
const diamondArea = 90
// Codes of meetings that would touch stand one above the other.
const codeWidth = 52
const codeHeight = 16
// So that a task is seen even when it was begun and done on one day.
const leastWidth = 4

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`)

/**
 * Tasks as bars from the day on which they were begun to that on which they were completed; the days on which they are
 * due, meetings, the day of the page, and what depends on what. Tasks stand in the order in which they were begun.
 */
export function timeline(
  id: string,
  tasks: readonly DashboardTask[],
  {asOf, meetings, deadlines}: DashboardComposition,
  words: SiteComposition['words'],
): Element {
  const rows = [...tasks].sort((a, b) => order(a, asOf) - order(b, asOf))
  const days = [
    asOf,
    ...rows.flatMap(({begun, due, done}) => [begun, due, done].filter((one) => one !== undefined)),
    ...meetings.map(({starts}) => starts),
    ...deadlines.map(({date}) => date),
  ].sort()
  const along = scaleUtc(
    [
      new Date(day(days[0] ?? asOf).getTime() - marginDays * dayMs),
      new Date(day(days.at(-1) ?? asOf).getTime() + marginDays * dayMs),
    ],
    [nameWidth, width - right],
  )
  const bottom = headHeight + rows.length * rowHeight
  const down = scaleBand(
    rows.map((task) => task.id),
    [headHeight, bottom],
  ).padding(0.35)
  const x = (iso: string): number => round(along(day(iso)))
  const middle = (task: string): number => round((down(task) ?? 0) + down.bandwidth() / 2)
  const endOf = (task: DashboardTask): string => task.done ?? asOf
  const shapes: ElementContent[] = [
    hatching(id),
    ...years(along.domain() as [Date, Date]).flatMap((year): ElementContent[] => [
      s('line', {
        x1: x(`${year}-01-01`),
        y1: headHeight - 6,
        x2: x(`${year}-01-01`),
        y2: bottom,
        className: ['year'],
      }),
      label(x(`${year}-01-01`) + 4, headHeight - 8, String(year), 'start', ['faint']),
    ]),
    ...meetingLines(
      meetings.map(({code, starts}) => ({code, at: x(starts)})),
      bottom,
    ),
    s('line', {x1: x(asOf), y1: headHeight - 6, x2: x(asOf), y2: bottom, className: ['today']}),
    ...deadlines.map(({date}) =>
      s('line', {x1: x(date), y1: headHeight - 6, x2: x(date), y2: bottom, className: ['deadline']}),
    ),
    ...rows.flatMap((task) =>
      task.dependsOn.flatMap((other): ElementContent[] => {
        const before = rows.find((one) => one.id === other)
        if (!before || task.begun === undefined) return []
        return [
          s('path', {
            d: line().curve(curveStep)([
              [x(endOf(before)), middle(before.id)],
              [x(task.begun), middle(task.id)],
            ]),
            className: ['depends'],
          }),
        ]
      }),
    ),
    ...rows.flatMap((task): ElementContent[] => [
      label(nameWidth - 10, middle(task.id) + 5, toText(task.words.provision), 'end'),
      ...(task.begun === undefined
        ? []
        : [
            s('rect', {
              x: x(task.begun),
              y: round(down(task.id) ?? 0),
              width: Math.max(leastWidth, round(x(endOf(task)) - x(task.begun))),
              height: round(down.bandwidth()),
              ...(task.done
                ? {className: ['bar']}
                : {className: ['bar', 'open'], fill: `url(#${id}-hatching)`}),
            }),
          ]),
    ]),
    ...rows.flatMap(({id: task, due}): ElementContent[] =>
      due === undefined ? [] : [diamond(x(due), middle(task))],
    ),
    ...key(id, bottom + keyRow, words),
  ]
  const description = rows
    .map(
      ({words: own}) =>
        `${toText(own.provision)}: ${toText(own.begun)} – ${toText(own.done)} (${toText(own.due)})`,
    )
    .join('; ')
  return picture({
    id,
    title: words.timeline ?? '',
    description: `${words['timeline-note']} ${description}`,
    width,
    height: bottom + keyHeight,
    shapes,
  })
}

function order({begun, due}: DashboardTask, asOf: string): number {
  return day(begun ?? due ?? asOf).getTime()
}

function years([from, to]: [Date, Date]): number[] {
  const first = from.getUTCFullYear() + 1
  return Array.from({length: Math.max(0, to.getUTCFullYear() - first + 1)}, (_, index) => first + index)
}

/** Each code as low as there is room for it beside those before it. */
function meetingLines(meetings: readonly {code: string; at: number}[], bottom: number): ElementContent[] {
  const ends: number[] = []
  return meetings.flatMap(({code, at}): ElementContent[] => {
    const free = ends.findIndex((end) => end < at - codeWidth / 2)
    const level = free < 0 ? ends.length : free
    ends[level] = at + codeWidth / 2
    const top = headHeight - 28 - level * codeHeight
    return [
      s('line', {x1: at, y1: top + 4, x2: at, y2: bottom, className: ['meeting']}),
      label(at, top, code, 'middle'),
    ]
  })
}

function diamond(x: number, y: number): Element {
  return s('path', {
    d: symbol(symbolDiamond, diamondArea)(),
    transform: `translate(${x},${y})`,
    className: ['due'],
  })
}

/** Lines that tell an open bar from a closed one where colours are not seen. */
function hatching(id: string): Element {
  return s('defs', [
    s('pattern', {id: `${id}-hatching`, width: 6, height: 6, patternUnits: 'userSpaceOnUse'}, [
      s('rect', {x: 0, y: 0, width: 6, height: 6, className: ['hatching']}),
      s('path', {d: 'M0 6 6 0', className: ['hatch']}),
    ]),
  ])
}

/** What each shape stands for, in rows below the picture. */
function key(id: string, top: number, words: SiteComposition['words']): ElementContent[] {
  const box = (x: number, y: number, isOpen: boolean): Element =>
    s('rect', {
      x,
      y: y - 10,
      width: 22,
      height: 12,
      className: isOpen ? ['bar', 'open'] : ['bar'],
      ...(isOpen ? {fill: `url(#${id}-hatching)`} : {}),
    })
  const stroke = (x: number, y: number, name: string): Element =>
    s('line', {x1: x + 11, y1: y - 13, x2: x + 11, y2: y + 5, className: [name]})
  const items: [string | undefined, (x: number, y: number) => ElementContent][] = [
    [words.completed, (x, y) => box(x, y, false)],
    [words['not-completed'], (x, y) => box(x, y, true)],
    [words.due, (x, y) => diamond(x + 11, y - 4)],
    [words.meeting, (x, y) => stroke(x, y, 'meeting')],
    [words.deadline, (x, y) => stroke(x, y, 'deadline')],
    [words.today, (x, y) => stroke(x, y, 'today')],
  ]
  const step = (width - right) / keyColumns
  return items.flatMap(([text, shape], index): ElementContent[] => {
    const x = round((index % keyColumns) * step + 4)
    const y = top + Math.floor(index / keyColumns) * keyRow
    return [shape(x, y), label(x + 32, y, text ?? '')]
  })
}
