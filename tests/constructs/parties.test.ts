import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {type Parties, partyForms} from '../../src/resolve/index.ts'
import {repository} from '../support/content-root.ts'

// How every State is called, in the three languages: tests/fixtures/parties/names.txt has a line for each, with what stands
// after “by”, “par” and “por” where that is not the name. A newer package of names, or a changed record, shows there.

const parties: Parties = parse(readFileSync(join(repository, 'templates/parties.yaml'), 'utf8'))
const languages = ['en', 'fr', 'es']

/** A line for each State, as on a day. */
function linesOn(day: string): string[] {
  return Object.entries(parties).map(([id, party]) => {
    const forms = languages.map((language) => partyForms(party, language, day))
    const names = forms.map(({name, within}) => (within === name ? name : `${name} (${within})`))
    return [id, ...names].join(' | ')
  })
}

const today = linesOn('2023-01-01')

test('each State has its names, and its own code', async () => {
  await expect(`${today.join('\n')}\n`).toMatchFileSnapshot(
    join(repository, 'tests/fixtures/parties/names.txt'),
  )
  expect(today.filter((line) => line.includes('undefined'))).toEqual([])
  const codes = Object.values(parties).map(({code}) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

test('documents of 2009 have the names of 2009', () => {
  const before = linesOn('2009-07-06').filter((line) => !today.includes(line))
  expect(before).toEqual([
    'cabo-verde | Cape Verde | Cap-Vert (le Cap-Vert) | Cabo Verde',
    'czechia | Czech Republic (the Czech Republic) | République tchèque (la République tchèque) | República Checa',
    'eswatini | Swaziland | Swaziland (le Swaziland) | Swazilandia',
    "north-macedonia | former Yugoslav Republic of Macedonia (the former Yugoslav Republic of Macedonia) | ex-République yougoslave de Macédoine (l'ex-République yougoslave de Macédoine) | ex República Yugoslava de Macedonia",
    'turkey | Turkey | Turquie (la Turquie) | Turquía',
  ])
})
