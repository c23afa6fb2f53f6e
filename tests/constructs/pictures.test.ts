import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {certifyDocx} from '../../src/certify/index.ts'
import {type BuildResult, build, check} from '../../src/index.ts'
import {type Finished, usedStyles} from '../../src/render/index.ts'
import {
  attribute,
  childrenOf,
  descendants,
  integrityFaults,
  part,
  picturesOf,
  readPackage,
  visibleText,
  type WordPackage,
  writePackage,
} from '../../src/word/index.ts'
import {png} from '../support/pictures.ts'

// Pictures in tests/fixtures/constructs: what Word, a browser and a reader of the text are given of them.
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
const folder = 'documents/cop15/pictures'

let root: string
let result: BuildResult
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-shown-'))
  await cp(fixture, root, {recursive: true})
  result = await build({root, documents: ['cop15/pictures']})
})
afterAll(() => rm(root, {recursive: true}))

const output = (name: string): Uint8Array =>
  result.outputs.get(`cop15/pictures.${name}`)?.bytes ?? new Uint8Array()
const html = (language: string): string => new TextDecoder().decode(output(`${language}.html`))
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

test('Word and pages have the same bytes, as large, with the same description', () => {
  for (const language of ['en', 'fr', 'es']) {
    const pkg = readPackage(output(`${language}.docx`))
    const inWord = picturesOf(pkg).map(({width, height, description, part: name = ''}) => {
      const bytes = Buffer.from(pkg.others.get(name) ?? []).toString('base64')
      return [bytes, ...[width, height].map((emu) => Math.round(emu / 9525)), description]
    })
    const onPage = [
      ...html(language).matchAll(
        /<img src="data:image\/(?:png|jpeg);base64,([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]+)">/g,
      ),
    ]
    expect(
      onPage.map(([, bytes, width, height, alt]) => [
        bytes,
        Number(width),
        Number(height),
        alt?.replaceAll('&#x27;', "'"),
      ]),
    ).toEqual(inWord)
    expect(inWord).toHaveLength(4)
  }
})

test('each stands as large as it is said, or by its pixels', () => {
  const sizes = picturesOf(readPackage(output('en.docx'))).map(({width, height}) => [width, height])
  const centimetre = 567 * 635
  const [map, bear, graph, small] = sizes
  expect(map).toEqual([12 * centimetre, 8 * centimetre])
  // 40 × 64 pixels, of which 150 stand on an inch, once it is turned.
  expect(bear).toEqual([384 * 635, 614 * 635])
  expect(graph?.[0]).toBe(Math.round(9638 / 2) * 635)
  expect(small?.[0]).toBe(Math.round(4.5 * 567) * 635)
})

test('where and when a picture was taken, and by whom, is in none of them', async () => {
  const own = await Promise.all(['map.png', 'bear.jpg'].map((name) => readFile(join(fixture, folder, name))))
  expect(latin(Buffer.concat(own))).toMatch(/tEXt.*A\. Example[\s\S]*Exif[\s\S]*A\. Example/)
  const {others} = readPackage(output('en.docx'))
  expect(others.size).toBe(3)
  expect(latin(Buffer.concat([...others.values()]))).not.toMatch(/Example|Exif|tEXt|tIME/)
})

test('a picture that is shown twice is one part, and a language of its own has its own', () => {
  const parts = picturesOf(readPackage(output('en.docx'))).map(({part: name}) => name)
  expect(parts).toEqual([
    'word/media/image1.png',
    'word/media/image2.jpeg',
    'word/media/image3.png',
    'word/media/image1.png',
  ])
  const graphs = ['en', 'fr', 'es'].map((language) =>
    latin(readPackage(output(`${language}.docx`)).others.get('word/media/image3.png') ?? new Uint8Array()),
  )
  expect(new Set(graphs).size).toBe(3)
})

test('a picture stays on the page of what introduces it, of its caption and of its source', () => {
  const body = descendants(part(readPackage(output('en.docx')), 'word/document.xml'), 'w:p')
  const kept = body.map((paragraph) => {
    const keepNext = descendants(paragraph, 'w:keepNext')[0]
    return keepNext !== undefined && attribute(keepNext) !== 'false'
  })
  const text = (index: number): string => (body[index] ? visibleText(body[index]) : '')
  const places = body.flatMap((paragraph, index) =>
    descendants(paragraph, 'w:drawing').length > 0 ? [index] : [],
  )
  const around = places.map((index) =>
    [index - 1, index, index + 1, index + 2].map((at) => `${text(at).slice(0, 8)} ${kept[at]}`),
  )
  expect(around).toEqual([
    ['The town false', ' true', 'Towns in true', 'Source:  true'],
    ['The numb false', ' false', 'A graph  true', ' true'],
    ['A graph  true', ' true', 'Source:  false', expect.any(String)],
    ['The map  false', ' true', 'The same false', expect.any(String)],
  ])
})

describe('the certificate', () => {
  function certify(change: (pkg: WordPackage) => void): () => unknown {
    const composition = result.compositions.find(({language}) => language.code === 'en')
    const {styles, numbering} = result.dossier.templates
    const {tree} = composition as NonNullable<typeof composition>
    const finished: Finished = {tree, styles: usedStyles(styles, numbering, tree), numbering}
    const pkg = readPackage(output('en.docx'))
    change(pkg)
    return () => certifyDocx('pictures.en.docx', writePackage(pkg), finished)
  }
  const first = (pkg: WordPackage, name: string) => descendants(part(pkg, 'word/document.xml'), name)[0]

  test('says how many there are', () => {
    expect(result.certificates.get('cop15/pictures.en.docx')?.pictures).toBe(4)
  })

  const damages: [string, (pkg: WordPackage) => void, RegExp][] = [
    [
      'another size',
      (pkg) => Object.assign(first(pkg, 'wp:extent')?.attributes ?? {}, {cx: '1'}),
      /Pictures differ at place 1.*“1 × 2880360/,
    ],
    [
      'another description',
      (pkg) => Object.assign(first(pkg, 'wp:docPr')?.attributes ?? {}, {descr: 'A cat'}),
      /Pictures differ at place 1.*A cat/,
    ],
    [
      'no description',
      (pkg) => Object.assign(first(pkg, 'wp:docPr')?.attributes ?? {}, {descr: ''}),
      /picture-description: none/,
    ],
    [
      'other bytes',
      (pkg) => pkg.others.set('word/media/image1.png', png()),
      /Bytes of pictures differ at place 1/,
    ],
    [
      'bytes of another type',
      (pkg) => pkg.others.set('word/media/image1.png', Buffer.from('GIF89a')),
      /picture-type: word\/media\/image1\.png/,
    ],
    [
      'another picture in its place',
      (pkg) => Object.assign(first(pkg, 'a:blip')?.attributes ?? {}, {'r:embed': 'rId11'}),
      /Bytes of pictures differ at place 1/,
    ],
    [
      'a number that another has',
      (pkg) => Object.assign(first(pkg, 'wp:docPr')?.attributes ?? {}, {id: '2'}),
      /picture-id-twice: 2/,
    ],
    [
      'a link',
      (pkg) => Object.assign(first(pkg, 'a:blip')?.attributes ?? {}, {'r:link': 'rId9'}),
      /picture-link: rId9/,
    ],
    [
      'an element of another drawing',
      (pkg) => first(pkg, 'pic:spPr')?.children.push({name: 'a:extLst', attributes: {}, children: []}),
      /picture-element: a:extLst/,
    ],
    [
      'a part that is gone',
      (pkg) => void pkg.others.delete('word/media/image1.png'),
      /picture-part: word\/media\/image1\.png/,
    ],
    [
      'a part that nobody shows',
      (pkg) => pkg.others.set('word/media/image9.png', png()),
      /picture-unused: word\/media\/image9\.png/,
    ],
    [
      'a part of another name',
      (pkg) => pkg.others.set('word/media/map.svg', Buffer.from('<svg/>')),
      /part-name: word\/media\/map\.svg/,
    ],
    [
      'no type for its ending',
      (pkg) => withoutDefault(pkg),
      /picture-content-type: word\/media\/image1\.png/,
    ],
    ['a relationship that leaves the package', (pkg) => leave(pkg), /relationship-type: .*image to https/],
  ]
  test.each(damages)('finds %s', (_name, change, fault) => {
    expect(certify(change)).toThrow(fault)
  })
})

function withoutDefault(pkg: WordPackage): void {
  const types = part(pkg, '[Content_Types].xml')
  types.children = childrenOf(types).filter((one) => attribute(one, 'Extension') !== 'png')
}

function leave(pkg: WordPackage): void {
  const relationships = childrenOf(part(pkg, 'word/_rels/document.xml.rels'))
  const image = relationships.find((one) => attribute(one, 'Type')?.endsWith('/image'))
  Object.assign(image?.attributes ?? {}, {Target: 'https://a.example/a.png', TargetMode: 'External'})
}

test('every Word file with pictures is sound', () => {
  for (const language of ['en', 'fr', 'es'])
    expect(integrityFaults(readPackage(output(`${language}.docx`)))).toEqual([])
})

test('of a picture that a language lacks all that is told is marked, and an example is marked in its caption', async () => {
  const body = (language: string): string => join(root, folder, `body.${language}.md`)
  const [english, french] = await Promise.all(
    ['en', 'fr'].map((language) => readFile(body(language), 'utf8')),
  )
  const yaml = await readFile(join(root, folder, 'document.yaml'), 'utf8')
  await writeFile(join(root, folder, 'document.yaml'), yaml.replace('fr: complete', 'fr: drafting'))
  await writeFile(
    body('fr'),
    french?.replace(/:::picture\[[\s\S]*?\n:::\n|\[\^towns-note\]: .*\n/g, '') ?? '',
  )
  const example = '::::example\n:::picture{id=second}\n![A second bear](bear.jpg)\n:::\n::::\n'
  await writeFile(body('en'), english?.replace('A graph with', `${example}\nA graph with`) ?? '')
  const {outputs, messages} = await build({
    root,
    documents: ['cop15/pictures'],
    formats: ['txt'],
    languages: ['en', 'fr'],
  })
  await Promise.all([writeFile(body('en'), english ?? ''), writeFile(body('fr'), french ?? '')])
  await writeFile(join(root, folder, 'document.yaml'), yaml)
  const text = (language: string): string =>
    new TextDecoder().decode(outputs.get(`cop15/pictures.${language}.txt`)?.bytes)
  expect(text('fr')).toContain(
    "[Manque en français: Map of a country: three towns on its coast are marked]\n[Manque en français: Towns in which bears are sold][1]\n[Manque en français: Source: Bear Traders' Yearbook.]\n",
  )
  expect(text('en')).toContain('[A second bear]\n[Example]\n')
  expect(messages.map(({reason}) => reason)).toContainEqual(
    expect.stringContaining('“Towns in which bears are sold”, “A second bear”'),
  )
})

test('a description that a drafting language lacks is marked where it would be heard, and in the caption', async () => {
  const path = join(root, folder, 'body.fr.md')
  const yamlPath = join(root, folder, 'document.yaml')
  const [french, yaml] = await Promise.all([readFile(path, 'utf8'), readFile(yamlPath, 'utf8')])
  await writeFile(yamlPath, yaml.replace('fr: complete', 'fr: drafting'))
  await writeFile(path, french.replace(/!\[[^\]]*\](?=\((?:map|bear))/g, '![]'))
  const {outputs, messages} = await build({
    root,
    documents: ['cop15/pictures'],
    formats: ['txt', 'html', 'docx'],
    languages: ['fr'],
  })
  await Promise.all([writeFile(path, french), writeFile(yamlPath, yaml)])
  const bytes = (ending: string): Uint8Array =>
    outputs.get(`cop15/pictures.fr.${ending}`)?.bytes ?? new Uint8Array()
  const [map, bear] = [
    'Manque en français: Map of a country: three towns on its coast are marked',
    'Manque en français: A bear of wood with a red ribbon',
  ]
  const text = new TextDecoder().decode(bytes('txt'))
  expect(text).toContain(`[${map}]\n[${map}] Villes où des ours sont vendus[1]\n`)
  // It had no caption.
  expect(text).toContain(`[${bear}]\n[${bear}]\n`)
  expect(new TextDecoder().decode(bytes('html'))).toContain(`alt="${map}"`)
  expect(picturesOf(readPackage(bytes('docx'))).map(({description}) => description)).toContain(bear)
  expect(messages.map(({reason}) => reason)).toContainEqual(
    expect.stringContaining('French lacks 2 units of documents/cop15/pictures/body.en.md: “Map of a country'),
  )
})

test('a picture counts each time it is shown, since a page holds it as often', async () => {
  const body = join(root, folder, 'body.en.md')
  const text = await readFile(body, 'utf8')
  const [width, height] = [1000, 3000]
  const noise = Buffer.alloc((width + 1) * height)
  let seed = 1
  for (let at = 0; at < noise.length; at++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    noise[at] = at % (width + 1) === 0 ? 0 : seed >>> 24
  }
  await writeFile(join(root, folder, 'noise.png'), png({width, height, rows: noise}))
  const shown = [1, 2, 3].map((at) => `\n:::picture{id=noise-${at}}\n![Noise again](noise.png)\n:::\n`)
  await writeFile(body, text + shown.join(''))
  const {messages} = await check({root, documents: ['cop15/pictures'], languages: ['en']})
  await writeFile(body, text)
  expect(messages.map(({ruleId, reason}) => [ruleId, reason.split('.')[0]])).toEqual([
    [
      'picture-count',
      'The pictures that this document shows have more than 8 MiB together, from this one on; one that is shown twice counts twice',
    ],
  ])
})
