import {appendFile, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {check} from '../../src/index.ts'
import {type DocumentTree, toText, visit} from '../../src/tree/index.ts'
import {copyFolder, smallDossier} from '../support/fixture-root.ts'

// What each form of a reference prints in the three languages: the form stands alone in a paragraph of a document of the
// small dossier, with the same paragraphs in every language.
const forms: readonly (readonly [form: string, en: string, fr: string, es: string])[] = [
  [':ref[three]', 'paragraph 3', 'paragraphe 3', 'párrafo 3'],
  [':ref[three-a-ii]', 'paragraph 3 a) ii)', 'paragraphe 3 a) ii)', 'párrafo 3 a) ii)'],
  [':ref[three-a-ii]{form=number}', '3 a) ii)', '3 a) ii)', '3 a) ii)'],
  // Headings: their words.
  [':ref[sections]', 'Bears in boxes', 'Ours en boîtes', 'Osos en cajas'],
  [':ref[islands]', 'Islands', 'Iles', 'Islas'],
  [':ref[sections islands]', 'Bears in boxes and Islands', 'Ours en boîtes et Iles', 'Osos en cajas e Islas'],
  // Notes: their numbers.
  [':ref[^late]', 'note 2', 'note 2', 'nota 2'],
  [':ref[^late]{form=number}', '2', '2', '2'],
  [':ref[^early ^late]', 'notes 1 and 2', 'notes 1 et 2', 'notas 1 y 2'],
  [':ref[^early..^last]', 'notes 1 to 3', 'notes 1 à 3', 'notas 1 a 3'],
  [':ref[^annexed]', 'note 4 of Annex 1', "note 4 de l'annexe 1", 'nota 4 del Anexo 1'],
  // Another part.
  [
    ':ref[annex-item]',
    'paragraph 1 b) of Annex 1',
    "paragraphe 1 b) de l'annexe 1",
    'párrafo 1 b) del Anexo 1',
  ],
  [':ref[annex-item]{form=number}', '1 b)', '1 b)', '1 b)'],
  [
    ':ref[annex-one..annex-three]',
    'paragraphs 1 to 3 of Annex 1',
    "paragraphes 1 à 3 de l'annexe 1",
    'párrafos 1 a 3 del Anexo 1',
  ],
  [':ref[counter]', 'paragraph 1 of Annex 1 A', "paragraphe 1 de l'annexe 1 A", 'párrafo 1 del Anexo 1 A'],
  // Several at once.
  [':ref[three-a three-c]', 'paragraphs 3 a) and c)', 'paragraphes 3 a) et c)', 'párrafos 3 a) y c)'],
  [':ref[three four-b]', 'paragraphs 3 and 4 b)', 'paragraphes 3 et 4 b)', 'párrafos 3 y 4 b)'],
  [':ref[three..five]', 'paragraphs 3 to 5', 'paragraphes 3 à 5', 'párrafos 3 a 5'],
  [':ref[three-a..three-c]', 'paragraphs 3 a) to c)', 'paragraphes 3 a) à c)', 'párrafos 3 a) a c)'],
  [
    ':ref[two three five..seven]',
    'paragraphs 2, 3 and 5 to 7',
    'paragraphes 2, 3 et 5 à 7',
    'párrafos 2, 3 y 5 a 7',
  ],
  [':ref[three-a..three-c three-e]{form=number}', '3 a) to c) and e)', '3 a) à c) et e)', '3 a) a c) y e)'],
  [
    ':ref[three-a-i three-a-iii]',
    'paragraphs 3 a) i) and iii)',
    'paragraphes 3 a) i) et iii)',
    'párrafos 3 a) i) y iii)',
  ],
  // A level that goes up again is whole: “3 a) i) and b)” could be taken for an item below i).
  [
    ':ref[three-a-i three-b]',
    'paragraphs 3 a) i) and 3 b)',
    'paragraphes 3 a) i) et 3 b)',
    'párrafos 3 a) i) y 3 b)',
  ],
  [
    ':ref[three-b three-a-i]',
    'paragraphs 3 b) and a) i)',
    'paragraphes 3 b) et a) i)',
    'párrafos 3 b) y a) i)',
  ],
  [':ref[three three-b]', 'paragraphs 3 and 3 b)', 'paragraphes 3 et 3 b)', 'párrafos 3 y 3 b)'],
  // Before the letter i Spanish has e, before a roman i), which is read as a number, y.
  [':ref[three-h three-i]', 'paragraphs 3 h) and i)', 'paragraphes 3 h) et i)', 'párrafos 3 h) e i)'],
  [
    ':ref[three-h three-i..three-j]',
    'paragraphs 3 h) and i) to j)',
    'paragraphes 3 h) et i) à j)',
    'párrafos 3 h) e i) a j)',
  ],
  [
    ':ref[three-a-ii three-a-i]',
    'paragraphs 3 a) ii) and i)',
    'paragraphes 3 a) ii) et i)',
    'párrafos 3 a) ii) y i)',
  ],
  [':ref[four-b three-i]', 'paragraphs 4 b) and 3 i)', 'paragraphes 4 b) et 3 i)', 'párrafos 4 b) y 3 i)'],
  // Annexes.
  [':ref[annex-1 annex-2]', 'Annexes 1 and 2', 'annexes 1 et 2', 'Anexos 1 y 2'],
  [':ref[annex-1..annex-3]', 'Annexes 1 to 3', 'annexes 1 à 3', 'Anexos 1 a 3'],
  [':ref[annex-1-a annex-3]', 'Annexes 1 A and 3', 'annexes 1 A et 3', 'Anexos 1 A y 3'],
  [':ref[annex-2]{form=number}', '2', '2', '2'],
  // Tables whose captions have numbers, and items in their cells.
  [':ref[weights]', 'Table 1', 'tableau 1', 'cuadro 1'],
  [':ref[weights]{form=number}', '1', '1', '1'],
  [':ref[weights lengths]', 'Tables 1 and 2', 'tableaux 1 et 2', 'cuadros 1 y 2'],
  [':ref[weights..colours]', 'Tables 1 to 3', 'tableaux 1 à 3', 'cuadros 1 a 3'],
  [':ref[weights colours]{form=number}', '1 and 3', '1 et 3', '1 y 3'],
  [':ref[towns]', 'Table 1 of Annex 1', "tableau 1 de l'annexe 1", 'cuadro 1 del Anexo 1'],
  [':ref[weighed-b]', 'paragraph b) of Table 1', 'paragraphe b) du tableau 1', 'párrafo b) del cuadro 1'],
  [
    ':ref[weighed weighed-b]',
    'paragraphs a) and b) of Table 1',
    'paragraphes a) et b) du tableau 1',
    'párrafos a) y b) del cuadro 1',
  ],
  [
    ':ref[counted]',
    'paragraph a) of Table 1 of Annex 1',
    "paragraphe a) du tableau 1 de l'annexe 1",
    'párrafo a) del cuadro 1 del Anexo 1',
  ],
  [':ref[counted]{form=number}', 'a)', 'a)', 'a)'],
  // A table without a caption is not counted, and has nothing to print.
  [':ref[in-bare]', 'paragraph a)', 'paragraphe a)', 'párrafo a)'],
  // Decisions, whether they are quoted or not.
  [
    ':decision[parties committee]',
    'Decisions 14.90° and 14.91°',
    'décisions 14.90° et 14.91°',
    'Decisiones 14.90° y 14.91°',
  ],
  [':decision[parties..committee]{form=number}', '14.90° to 14.91°', '14.90° à 14.91°', '14.90° a 14.91°'],
  [
    ':decision[parties.collect..parties.publish]',
    'Decisions 14.90° a) to b)',
    'décisions 14.90° a) à b)',
    'Decisiones 14.90° a) a b)',
  ],
  [':decision[parties.size parties.value]{form=letter}', 'i) and ii)', 'i) et ii)', 'i) y ii)'],
]

const words = {
  en: {sections: 'Bears in boxes', islands: 'Islands', secretariat: 'The Secretariat'},
  fr: {sections: 'Ours en boîtes', islands: 'Iles', secretariat: 'Le Secrétariat'},
  es: {sections: 'Osos en cajas', islands: 'Islas', secretariat: 'La Secretaría'},
}
type Code = keyof typeof words
const codes = Object.keys(words) as Code[]

const letters = [...'bcdefghij'].map((letter) => `1. x; ^three-${letter}`).join('\n')
const romans = ['i', 'ii', 'iii'].map((roman) => `   1. x; ^three-a-${roman}`).join('\n')
/** A table with two items in a cell. */
const table = (id: string, caption: string, item: string): string => `:::table${caption}{id=${id}}
* - X
* - 1. x; ^${item}
    1. x. ^${item}-b
:::
`
const body = (code: Code): string => `---
title: X
---

## ${words[code].sections}[^early] ^sections

::decision{of=parties}

X:[^late] ^two

1. x:[^last] ^two-a

X: ^three

1. x: ^three-a
${romans}
${letters}

X: ^four

1. x; ^four-a
1. x. ^four-b

X. ^five

X. ^six

X. ^seven

### ${words[code].islands} ^islands

${table('weights', '[X]', 'weighed')}
${table('bare', '', 'in-bare')}
${table('lengths', '[X]', 'sewn')}
${table('colours', '[X]', 'dyed')}
${forms.map(([form], index) => `X ${form} ^form-${index}\n`).join('\n')}
[^early]: X.

[^late]: X.

[^last]: X.
`
const annex = `---
title: X
---

X:[^annexed] ^annex-one

1. x; ^annex-a
1. x. ^annex-item

X. ^annex-two

X :ref[three-a three-c] ^annex-three

X :ref[weights lengths] ^annex-four

${table('towns', '[X]', 'counted')}
[^annexed]: X.
`
const counters = '---\ntitle: X\n---\n\nX. ^counter\n'
const record = `  - id: committee
    labels: {draft: "14.XX", adopted: "14.91", example: true}
    addressee: standing-committee
    source: {document: sc58/bear-trade}
`

let root: string
const printed = new Map<Code, DocumentTree>()
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-references-'))
  copyFolder(smallDossier, root)
  copyFolder(`${smallDossier}-es`, root)
  const folder = join(root, 'documents/sc58/forms')
  await mkdir(folder)
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
  await write(
    'document.yaml',
    `kind: standing-committee-document
meeting: sc58
symbol: {number: "13", revision: null}
author: secretariat
date: "2009-05-07"
original: en
languages: {en: complete, fr: complete, es: complete}
subject: bear-trade
captions: numbered
annexes: [annex-1, annex-1-a, annex-2, annex-3]
`,
  )
  const decisions = join(root, 'documents/decisions/bear-trade/decisions')
  await appendFile(`${decisions}.yaml`, record)
  for (const code of codes) {
    await appendFile(`${decisions}.${code}.yaml`, `  committee:\n    text: ${words[code].secretariat} X.\n`)
    await write(`body.${code}.md`, body(code))
    await write(`annex-1.${code}.md`, annex)
    for (const name of ['annex-1-a', 'annex-2', 'annex-3'])
      await write(
        `${name}.${code}.md`,
        counters.replace('^counter', name === 'annex-1-a' ? '^counter' : `^of-${name}`),
      )
  }
  const {compositions, messages} = await check({root, documents: ['sc58/forms']})
  expect(messages.filter(({fatal}) => fatal).map(({reason}) => reason)).toEqual([])
  for (const {tree, language} of compositions) printed.set(language.code as Code, tree)
})
afterAll(() => rm(root, {recursive: true}))

test('an annex says of what stands in the body that it is of the document', () => {
  const wordsOf = (code: Code): string => printedAt(code, 'annex-three') ?? ''
  expect(codes.map(wordsOf)).toEqual([
    'paragraphs 3 a) and c) of the present document',
    'paragraphes 3 a) et c) du présent document',
    'párrafos 3 a) y c) del presente documento',
  ])
})

test('and of a table too', () => {
  expect(codes.map((code) => printedAt(code, 'annex-four'))).toEqual([
    'Tables 1 and 2 of the present document',
    'tableaux 1 et 2 du présent document',
    'cuadros 1 y 2 del presente documento',
  ])
})

/** What stands in a paragraph behind its X. */
function printedAt(code: Code, paragraph: string): string | undefined {
  let found: string | undefined
  visit(printed.get(code) as DocumentTree, 'numberedParagraph', ({unit, children}) => {
    if (unit === paragraph) found = toText(children[0]).slice(2).replaceAll('\u00a0', ' ')
  })
  return found
}

describe.each(codes)('%s', (code) => {
  test.each(forms.map((form, index) => [form[0], form[1 + codes.indexOf(code)], index] as const))(
    '%s is %s',
    (_form, expected, index) => expect(printedAt(code, `form-${index}`)).toBe(expected),
  )
})
