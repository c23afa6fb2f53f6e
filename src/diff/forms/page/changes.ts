import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {printable} from '../../../message/index.ts'
import type {Change, ShownRun} from '../../types.ts'
import {excerpt} from '../excerpt.ts'
import {headOf} from '../told.ts'

/** Changes as a list; each has the number that it has in every form, by which it is named. */
export function changeList(changes: readonly {change: Change; tag: string; where?: string}[]): Element {
  return h(
    'ul',
    {className: ['changes']},
    changes.map(({change, tag, where = ''}) => changeItem(change, tag, where)),
  )
}

function changeItem(change: Change, tag: string, where: string): Element {
  const id = `c-${change.number}`
  const words = wordsOf(change)
  return h('li', {id, className: ['change'], tabIndex: -1}, [
    h('p', [
      h('a', {href: `#${id}`, className: ['number']}, String(change.number)),
      printable(`${where}${headOf(change)}`),
    ]),
    ...(words.length > 0 ? [h('p', {className: ['words'], lang: tag}, words)] : []),
  ])
}

function wordsOf({kind, runs = []}: Change): ElementContent[] {
  return kind === 'form' ? [] : excerpt(runs, 5_000).flatMap(runElements)
}

function runElements({kind, text, marks = []}: ShownRun): ElementContent[] {
  const words = text.split('\n').map(printable).join('\n')
  if (kind === 'same') return [{type: 'text', value: words}]
  const noted =
    marks.length > 0 ? [h('span', {className: ['marks']}, ` (${printable(marks.join(', '))}) `)] : []
  return [h(kind === 'deleted' ? 'del' : 'ins', words), ...noted]
}
