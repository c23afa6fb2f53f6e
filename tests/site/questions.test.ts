import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {searchOf} from '../support/search.ts'
import {story} from '../support/story.ts'

// What an officer asks, and the document that answers: it is among the first three that the search finds.
const questions: readonly (readonly [document: string, en: string, fr: string, es: string])[] = [
  [
    'sc58/agenda',
    'agenda of the Standing Committee',
    'ordre du jour du Comité permanent',
    'orden del dia del Comité Permanente',
  ],
  ['workshop/report', 'report of the workshop', "rapport de l'atelier", 'informe del taller'],
  [
    'workshop/funding-appeal',
    'how much money do donors still have to give for the workshop?',
    "appel de fonds pour l'atelier",
    'fondos para convocar el taller',
  ],
  [
    'workshop/terms-of-reference',
    'terms of reference of the consultant',
    'mandat du consultant',
    'mandato del consultor',
  ],
  [
    'workshop/results',
    'by when can comments on the results be sent?',
    "résultats de l'atelier",
    'resultados del taller',
  ],
  ['notifications/internet-trade', 'questionnaire', 'questionnaire', 'cuestionario'],
  [
    'workshop/review-of-replies',
    'how many Parties replied to the Notification?',
    'examen des réponses des Parties',
    'examen de las respuestas de las Partes',
  ],
  [
    'cop15/internet-trade',
    'draft decisions for CoP15',
    'projets de décision pour la CoP15',
    'proyectos de decisión para la CoP15',
  ],
  ['sc58/summary-record', 'SC58 summary record', 'compte rendu résumé', 'acta resumida'],
  [
    'workshop/invitation',
    'visa for participants',
    "participation à l'atelier visa",
    'visado de los participantes',
  ],
]

test.each([
  ['search.html', 0],
  ['search.fr.html', 1],
  ['search.es.html', 2],
] as const)('%s leads an officer to the document that answers', (page, column) => {
  const {find} = searchOf(readFileSync(join(story, 'out', page), 'utf8'))
  const answers = questions.map(([due, ...asked]) => {
    const first = find(asked[column] ?? '', 3).shown.map(({document}) => document.href)
    return {asked: asked[column], due, isThere: first.some((href) => href.startsWith(`${due}.`)), first}
  })
  expect(answers.filter(({isThere}) => !isThere)).toEqual([])
})

test('a document is found once, with the passages in which the words stand, and nothing by what is nowhere', () => {
  const {find} = searchOf(readFileSync(join(story, 'out', 'search.html'), 'utf8'))
  const {shown, count} = find('Westin Bayshore')
  const hrefs = shown.map(({document}) => document.href)
  expect(count).toBe(new Set(hrefs).size)
  for (const {passages} of shown) expect(passages[0]?.text).toContain('Westin Bayshore')
  expect(find('xyzzy')).toMatchObject({count: 0, shown: []})
  expect(find(' … ')).toMatchObject({count: 0, shown: []})
})
