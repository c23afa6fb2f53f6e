import {describe, expect, test} from 'vitest'
import {type ReturnedFolder, readTable, writeTable} from '../../src/exchange/index.ts'
import {allOf, planned, returnedWith, roots, translationsOf} from '../support/exchange.ts'

const names = new Map([
  ['en', 'English'],
  ['fr', 'French'],
  ['es', 'Spanish'],
])

describe.each(roots)('%s', (root) => {
  test.each(['fr', 'es'])('every unit goes out into %s and comes back as it was', async (language) => {
    const own = (await translationsOf(root)).filter((translation) => translation.language === language)
    const folders = own.map(allOf)
    const count = folders.reduce((sum, {units}) => sum + units.length, 0)
    expect(count).toBeGreaterThan(500)
    const table = readTable(await writeTable(folders, names), 'all.docx')
    const ways: ReturnedFolder[][] = [returnedWith(folders, ({target}) => target), table]
    for (const returned of ways) {
      const plan = planned(returned, own)
      expect(plan.refusals).toEqual([])
      expect([plan.units, plan.files, plan.unchanged]).toEqual([[], [], count])
    }
  })

  test('the same sources give the same bytes', async () => {
    const [first] = await translationsOf(root)
    const folders = first ? [allOf(first)] : []
    expect(await writeTable(folders, names)).toEqual(await writeTable(folders, names))
  })
})
