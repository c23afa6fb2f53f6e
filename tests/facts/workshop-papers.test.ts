import {describe, expect, test} from 'vitest'
import {forms, readerOf, tablesOf, yaml} from '../support/built-texts.ts'

// The tables of the Notification, the workshop and the agenda, computed once more from the YAML files alone.

const fact = (name: string) => yaml(`documents/decisions/internet-trade/${name}.yaml`)
const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)
const dateOf = (document: string): string => yaml(`documents/${document}/document.yaml`).date
const digits = (cell = ''): number => Number(cell.replace(/\D/g, '') || Number.NaN)

type Dated = {date: string}
const known = <T extends Dated>(list: T[], date: string): T[] => list.filter((item) => item.date <= date)

describe.each(Object.keys(forms))('%s', (code) => {
  const {textOf, dates} = readerOf(code)
  const tables = (document: string): string[][][] => tablesOf(textOf(document))

  test('the lines of the appeal add up to their total', () => {
    const amounts: number[] = fact('funding').appeal.lines.map(({amount}: {amount: number}) => amount)
    const [appeal = []] = tables('workshop/funding-appeal')
    expect(appeal.map(([, amount]) => digits(amount))).toEqual([...amounts, sum(amounts)])
  })

  test('the appeal shows what was pledged and received by its date, and what is lacking', () => {
    const date = dateOf('workshop/funding-appeal')
    const {appeal, contributions} = fact('funding')
    type Contribution = {amount: number; entries: (Dated & {status: string})[]}
    const rows = (contributions as Contribution[])
      .map(({amount, entries}) => ({amount, statuses: known(entries, date).map(({status}) => status)}))
      .filter(({statuses}) => statuses.length > 0)
      .map(({amount, statuses}) => [amount, statuses.includes('received') ? amount : 0])
    const totals = [0, 1].map((column) => sum(rows.map((row) => row[column] ?? 0)))
    const [, funds = []] = tables('workshop/funding-appeal')
    const printed = funds.map(([, pledged, received]) => [digits(pledged), digits(received)])
    expect(rows.length).toBeGreaterThan(0)
    expect(printed).toEqual([
      ...rows,
      totals,
      [appeal.amount, Number.NaN],
      [appeal.amount - (totals[0] ?? 0), Number.NaN],
    ])
  })

  test('the invitation has every category that the decision names, and the places add up', () => {
    const named: string[] = fact('decisions').decisions[0].provisions.find(
      ({id}: {id: string}) => id === 'convene-workshop',
    ).invitees
    const invitees: {category: string; places: number}[] = fact('workshop').invitees
    expect(invitees.map(({category}) => category)).toEqual(named)
    const words = yaml(`documents/decisions/internet-trade/workshop.${code}.yaml`).invitees
    const [table = []] = tables('workshop/invitation')
    expect(table.map(([, places]) => digits(places))).toEqual([
      ...invitees.map(({places}) => places),
      sum(invitees.map(({places}) => places)),
    ])
    for (const [index, {category}] of invitees.entries())
      expect(table[index]?.[0]?.toLowerCase()).toBe(words[category].toLowerCase())
  })

  test('the programme has every session with its times, in the invitation and in the report', () => {
    const sessions: {starts: string; ends: string}[] = fact('programme').sessions
    const clock = (time: string): string => time.replace(/^0/, '').replace(':', '')
    const times = sessions.map(({starts, ends}) => Number(clock(starts) + clock(ends)))
    const isTime = ([time = '', ...rest]: string[]): boolean => rest.length === 1 && /\d ?h ?\d\d/.test(time)
    for (const document of ['workshop/invitation', 'workshop/report'])
      expect(
        tables(document)
          .flat()
          .filter(isTime)
          .map(([time]) => digits(time)),
        document,
      ).toEqual(times)
  })

  test('the delegations of the report add up to more than the participants announced', () => {
    const persons: number[] = fact('participants').participants.map(({persons: n}: {persons: number}) => n)
    const table = tables('workshop/report').find(([row]) => row?.length === 3) ?? []
    const printed = table.map(([, , number]) => digits(number))
    expect(printed.at(-1)).toBe(sum(persons))
    expect(sum(printed.slice(0, -1))).toBe(sum(persons))
    expect(sum(persons)).toBeGreaterThan(fact('workshop').attendance['participants-more-than'])
  })

  test('the paper on the replies counts the answers to each question, and their share', () => {
    const replies = known<Dated & {answered: string[]}>(
      fact('replies').replies,
      dateOf('workshop/review-of-replies'),
    )
    const questions: {id: string}[] = fact('decisions').decisions[0].provisions[0].provisions
    const counts = questions.map(({id}) => replies.filter(({answered}) => answered.includes(id)).length)
    const table = tables('workshop/review-of-replies').find(([row]) => row?.[3]?.includes('%')) ?? []
    expect(table.map(([, , count]) => Number(count))).toEqual(counts)
    expect(table.map(([, , , share]) => digits(share))).toEqual(
      counts.map((count) => Math.round((100 * count) / replies.length)),
    )
  })

  test('the consultant delivers on the days agreed', () => {
    const due: string[] = fact('consultancy').deliverables.map((each: {due: string}) => each.due)
    const [table = []] = tables('workshop/terms-of-reference')
    expect(table.map(([, day]) => dates(day ?? '')[0])).toEqual(due)
  })

  test('the announcement lists the comments received by its date', () => {
    const comments: Dated[] = fact('comments').comments
    const days = (document: string): (string | undefined)[] =>
      (tables(document)[0] ?? []).map(([day]) => dates(day ?? '')[0])
    expect(known(comments, dateOf('workshop/results'))).toEqual([])
    expect(days('workshop/results')).toEqual([undefined]) // A row that says so.
    if (code !== 'en') return
    const later = known(comments, dateOf('sc58/comments-on-workshop')).map(({date}) => date)
    expect(days('sc58/comments-on-workshop')).toEqual(later)
    expect(later.length).toBeGreaterThan(0)
  })

  test('the agenda has a row for each item and each document of the meeting, with its symbol', () => {
    type Item = {document?: string; item?: string; symbol?: string}
    const sections: {items: Item[]}[] = yaml('documents/agendas/sc58.yaml').sections
    const items = sections.flatMap((section) => section.items)
    const rows = tables('sc58/agenda').flat()
    for (const {item = '', symbol = ''} of items.filter((each) => each.item)) {
      const printed = item.includes('.') ? item : `${item}.`
      expect(
        rows.find(([number]) => number === printed),
        item,
      ).toEqual([printed, expect.any(String), symbol || expect.any(String), expect.any(String)])
    }
    const symbols = items
      .filter((each) => each.document)
      .map(({document}) => yaml(`documents/${document}/document.yaml`))
      .map(({kind, symbol: {number, revision}}) => {
        const pattern: string = yaml(`templates/kinds/${kind}.yaml`).symbol
        const bare = pattern
          .replaceAll('\u00a0', ' ')
          .replace('{meeting}', 'SC58')
          .replace('{number}', number ?? 'XX')
        return revision === null ? bare : `${bare} (Rev. ${revision})`
      })
    expect(rows.map(([, , symbol]) => symbol)).toEqual(expect.arrayContaining(symbols))
    expect(symbols).toHaveLength(3)
  })
})
