import {beforeAll, describe, expect, test} from 'vitest'
import {CertificateError, certifyDocx} from '../../src/certify/index.ts'
import {type Finished, usedStyles} from '../../src/render/index.ts'
import {descendants, part, readPackage, type WordPackage, writePackage} from '../../src/word/index.ts'
import {
  type Built,
  builtDocuments,
  checkedProject,
  labelledUnits,
  referenceResults,
} from '../support/built.ts'

let built: Built[]
let templates: Pick<Finished, 'styles' | 'numbering'>
beforeAll(async () => {
  built = await builtDocuments()
  templates = (await checkedProject()).dossier.templates
})

const finishedOf = ({tree}: Built): Finished => ({
  ...templates,
  styles: usedStyles(templates.styles, templates.numbering, tree),
  tree,
})

test('every Word file of out/ is proven to be what its tree says', () => {
  for (const document of built) {
    const {name, docx, tree} = document
    const certificate = certifyDocx(`${name}.docx`, docx, finishedOf(document))
    expect(certificate.labels, name).toBe(labelledUnits(tree).length)
    expect(certificate.references, name).toBe(referenceResults(tree).length)
    expect(certificate.sections, name).toBe(tree.children.length)
    expect(certificate.languages[0], name).toBe(tree.meta.tag)
    expect(certificate.bookmarks, name).toBeGreaterThan(5)
  }
})

/** First element of that name in a part. */
function first(pkg: WordPackage, name: string, within = 'word/document.xml') {
  const [element] = descendants(part(pkg, within), name)
  if (!element) throw new Error(`There is no ${name}.`)
  return element
}

/** One thing of a good file changed, and what the certificate says of it. */
const damages: [string, (pkg: WordPackage) => void, RegExp][] = [
  [
    'a list that counts in another way',
    (pkg) => {
      first(pkg, 'w:numFmt', 'word/numbering.xml').attributes['w:val'] = 'lowerRoman'
    },
    /Labels differ at place 1: the file has “i\./,
  ],
  [
    'a decision taken out of its list',
    (pkg) => {
      first(pkg, 'w:numId').attributes['w:val'] = '0'
    },
    /Labels differ at place 6: .*the text has “14\.35/,
  ],
  [
    'a numbered paragraph in the style of another level',
    (pkg) => {
      const style = descendants(part(pkg, 'word/document.xml'), 'w:pStyle').find(
        ({attributes}) => attributes['w:val'] === 'CITESParagraph1',
      )
      if (style) style.attributes['w:val'] = 'CITESParagraph2'
    },
    /Labels differ at place 1: .*CITESParagraph2/,
  ],
  [
    'the result of a reference',
    (pkg) => {
      const text = descendants(part(pkg, 'word/document.xml'), 'w:t').find(
        ({children}) => children[0] === 'e)',
      )
      text?.children.splice(0, 1, 'f)')
    },
    /References differ at place 2: the file has “REF u_[a-z2-7]{12} \\n \\h: f\)”.*The reference REF .* shows “f\)”, its target has “e\)”\./,
  ],
  [
    'the target of a reference',
    (pkg) => {
      const field = first(pkg, 'w:instrText')
      field.children = [' REF u_nowhere \\n \\h ']
    },
    /References differ at place 1: the file has “REF u_nowhere/,
  ],
  [
    'a header row that is not repeated',
    (pkg) => {
      const row = descendants(part(pkg, 'word/document.xml'), 'w:trPr').find((properties) =>
        properties.children.some((one) => typeof one !== 'string' && one.name === 'w:tblHeader'),
      )
      if (row)
        row.children = row.children.filter((one) => typeof one === 'string' || one.name !== 'w:tblHeader')
    },
    /Rows of tables differ at place 1/,
  ],
  [
    'a cell that takes one column more',
    (pkg) => {
      const properties = first(pkg, 'w:tcPr')
      properties.children.push({name: 'w:gridSpan', attributes: {'w:val': '2'}, children: []})
    },
    /Rows of tables differ at place 1: the file has “header: 1 \(2×1\) u_/,
  ],
  [
    'a cell that is narrower than its column',
    (pkg) => {
      first(pkg, 'w:tcW').attributes['w:w'] = '500'
    },
    /A cell in column 1 of a table is 500 twips wide, and its columns are \d+\./,
  ],
  [
    'the language of the text',
    (pkg) => {
      first(pkg, 'w:lang', 'word/styles.xml').attributes['w:val'] = 'de-DE'
    },
    /Languages differ at place 1: the file has “de-DE”, the text has “en-GB”\./,
  ],
  [
    'a style that the templates do not have',
    (pkg) => {
      const style = descendants(part(pkg, 'word/styles.xml'), 'w:style').at(-1)
      if (style) style.attributes['w:styleId'] = 'Surprise'
    },
    /Styles differ at place \d+: the file has “Surprise”/,
  ],
  [
    'the name of a bookmark',
    (pkg) => {
      first(pkg, 'w:bookmarkStart').attributes['w:name'] = 'u_another'
    },
    /Bookmarks differ at place 1/,
  ],
  [
    'a word of a paragraph without a number',
    (pkg) => {
      const text = descendants(part(pkg, 'word/document.xml'), 'w:t').find(({children}) =>
        /^internet trade/i.test(String(children[0])),
      )
      text?.children.splice(0, 1, 'A tirade')
    },
    /Bookmarks differ at place 1: .*tirade/,
  ],
  [
    'the number of a note',
    (pkg) => {
      first(pkg, 'w:footnoteReference').attributes['w:id'] = '2'
    },
    /Marks of notes differ at place 1: the file has “2 1”, the text has “1 1”\./,
  ],
  [
    'the digest of a paragraph among the anchors',
    (pkg) => {
      first(pkg, 'p', 'customXml/item1.xml').attributes.sha = '0'
    },
    /Anchors differ at place 1/,
  ],
  [
    'the foot of the pages',
    (pkg) => {
      first(pkg, 'w:t', 'word/footer1.xml').children = ['SC59 Doc. 1 – p. ']
    },
    /Sections differ at place 1: the file has “portrait: SC59 Doc\. 1/,
  ],
  [
    'a page that lies on its long side',
    (pkg) => {
      const size = first(pkg, 'w:pgSz').attributes
      Object.assign(size, {'w:w': size['w:h'], 'w:h': size['w:w'], 'w:orient': 'landscape'})
    },
    /Sections differ at place 1: the file has “landscape/,
  ],
  [
    'a bookmark that is there twice',
    (pkg) => {
      const [one, two] = descendants(part(pkg, 'word/footnotes.xml'), 'w:bookmarkStart')
      const other = first(pkg, 'w:bookmarkStart').attributes['w:name']
      if (one && other && !two) one.attributes['w:name'] = other
    },
    /bookmark-name-twice/,
  ],
]

describe('a Word file that differs from its tree in one thing is refused:', () => {
  test.each(damages)('%s', (_what, damage, sentence) => {
    const document = built.find(({name}) => name === 'sc58/internet-trade.en')
    if (!document) throw new Error('The document of SC58 is not built.')
    const pkg = readPackage(document.docx)
    damage(pkg)
    const certify = (): unknown => certifyDocx('damaged.docx', writePackage(pkg), finishedOf(document))
    expect(certify).toThrow(CertificateError)
    expect(certify).toThrow(sentence)
  })
})
