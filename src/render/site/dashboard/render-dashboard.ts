import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {
  DashboardComposition,
  DashboardSubject,
  DashboardTask,
  SiteComposition,
} from '../../../compose/index.ts'
import {toText} from '../../../tree/index.ts'
import {flow} from '../../html/index.ts'
import {sitePage, sitePath} from '../page.ts'
import {refusedList} from '../refused.ts'
import {siteStyle} from '../style.ts'
import {dataTable} from '../table.ts'
import type {Site} from '../types.ts'
import {inlineWords, unlinked} from '../words.ts'
import {barPicture} from './bars.ts'
import {dashboardStyle} from './style.ts'
import {timeline} from './timeline.ts'

const name = 'dashboard/index'

/** `dashboard/index.html` and its sisters: how far each provision has come, what is late or blocked first. */
export async function renderDashboard(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(
    site.dashboards.map((dashboard) => {
      const page = site.pages.find(({language}) => language.code === dashboard.language.code)
      const words = page?.words ?? {}
      return [
        sitePath(site, name, dashboard.language),
        sitePage(site, {
          name,
          language: dashboard.language,
          title: words.dashboard ?? '',
          css: `${siteStyle(site.styles)}${dashboardStyle}`,
          main: [
            h('p', {className: ['lead']}, inlineWords(dashboard.asOfWords)),
            ...dashboard.subjects.flatMap((subject) => subjectSection(subject, dashboard, page, site)),
            ...(page ? refusedList(page.refusedSubjects, page) : []),
          ],
        }),
      ]
    }),
  )
}

function subjectSection(
  subject: DashboardSubject,
  dashboard: DashboardComposition,
  page: SiteComposition | undefined,
  site: Site,
): ElementContent[] {
  const words = page?.words ?? {}
  const columns = page?.columns ?? {}
  const table = (node: DashboardSubject['table']): ElementContent[] => flow([unlinked(node)], site.numbering)
  return [
    h('h2', subject.title),
    ...attention(subject.tasks, words),
    h('h3', words.timeline),
    h('p', words['timeline-note']),
    timeline(`${subject.id}-timeline`, subject.tasks, dashboard, words),
    h('details', [
      h('summary', words.data),
      dataTable({
        id: `${subject.id}-days`,
        caption: [{type: 'text', value: words.timeline ?? ''}],
        columns: [
          {heading: columns.provision ?? '', share: 15},
          {heading: columns.action ?? ''},
          {heading: words.begun ?? '', share: 15},
          {heading: words.due ?? '', share: 15},
          {heading: words.completed ?? '', share: 15},
        ],
        rows: subject.tasks.map(({words: own}) => [
          inlineWords(own.provision),
          inlineWords(own.action),
          inlineWords(own.begun),
          inlineWords(own.due),
          inlineWords(own.done),
        ]),
      }),
      dataTable({
        id: `${subject.id}-meetings`,
        caption: [{type: 'text', value: `${words.meeting}, ${words.deadline}`}],
        columns: [
          {heading: columns.date ?? '', share: 30},
          {heading: `${words.meeting}, ${columns.document}`},
        ],
        rows: [
          ...dashboard.meetings.map(({code, dates}) => [
            inlineWords(dates),
            [{type: 'text' as const, value: code}],
          ]),
          ...dashboard.deadlines.map(({words: own}) => [inlineWords(own.day), inlineWords(own.name)]),
        ],
      }),
    ]),
    h('h3', words.tasks),
    ...table(subject.table),
    ...(subject.funds
      ? [
          h('h3', words.funding),
          barPicture(`${subject.id}-funding`, words.funding ?? '', subject.funds.bars, subject.funds.sought),
          ...table(subject.funds.table),
        ]
      : []),
    ...(subject.replies
      ? [
          h('h3', words.replies),
          barPicture(`${subject.id}-regions`, words.replies ?? '', subject.replies.bars),
          ...table(subject.replies.table),
        ]
      : []),
  ]
}

const pressing = new Set(['late', 'blocked'])

/** What an officer looks at first: late and blocked tasks, each with the reason. */
function attention(tasks: readonly DashboardTask[], words: Record<string, string>): ElementContent[] {
  const urgent = tasks.filter(({urgency}) => pressing.has(urgency))
  return [
    h('h3', words.attention),
    urgent.length === 0
      ? h('p', words['nothing-late'])
      : h(
          'ul',
          {className: ['attention']},
          urgent.map(({words: own}) =>
            h('li', [
              h('strong', toText(own.provision)),
              {type: 'text', value: ' '},
              ...inlineWords(own.action),
              h('br'),
              ...inlineWords(own.status),
            ]),
          ),
        ),
  ]
}
