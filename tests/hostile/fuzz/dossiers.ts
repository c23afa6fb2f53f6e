import {below, bytesOf, mutated, type Next, one, random} from '../mutate.ts'
import type {Files} from './files.ts'

/** What a small document may hold; N is the number of one of the documents. */
const blocks: readonly string[] = [
  'See :document[sc58/dN]{form=title} and :document[sc58/dN]{form=number}. ^see',
  'See paragraph :ref[p]{form=number} of :document[sc58/dN]. ^see-also',
  'At :meeting[cop14]{form=place} it adopted :decision[parties], as follows: ^mandate\n\n::decision{of=parties}',
  'It was :decision[parties.value], and :decision[parties.size]. ^value',
  '## A heading ^heading',
  'It has these: ^lead\n\n1. one; and ^one\n2. two:[^n] ^two\n   1. three; and ^three\n   2. four. ^four\n\n[^n]: A note with :document[sc58/dN].',
  ':::table[Bears]{id=t}\n| A ^a | B ^b |\n|---|--:|\n| x ^x | 1 |\n| :document[sc58/dN]{form=title} ^y | 2 |\n:::',
  '> Quoted words that nobody adopted, of some length.',
  'Words with ~~marks~~ of *all* **sorts**, CO:sub[2] and :lang[mots]{is=fr}. ^marks',
  '[Words](https://cites.org/eng/dN) and a date, 7 May 2009, with 5 % and “marks”. ^link',
]
const titles: readonly string[] = [
  'A title',
  'A title',
  'The title :document[sc58/dN]{form=title}',
  ':document[sc58/dN]{form=title} and :document[sc58/dN]{form=title}',
]
/** What lies beside the sources: words of a root's own templates, what commands leave, what is no source. */
const beside: readonly (readonly [string, string])[] = [
  ['templates/phrases.en.yaml', 'footer: "{symbol} – page {page}"\n'],
  ['templates/labels.fr.yaml', 'draft: Ébauche\n'],
  ['templates/starters.en.yaml', 'of-all:\n  - "the"\n'],
  ['templates/numbering.yaml', 'sequences: {}\n'],
  ['documents/glossary.yaml', 'terms:\n  - {en: bear, fr: ours}\n'],
  ['.cites-docs/lock', '{"pid": 1, "host": "elsewhere"}'],
  ['out/manifest.json', '{"files": {"index.html": "sha256-00"}}'],
  ['out/sc58/d0.manifest.json', '{"files": {"d0.en.docx": "sha256-00"}}'],
  ['out/sc58/d0.en.docx', 'PK\u0003\u0004'],
  ['release/SHA256SUMS', `${'0'.repeat(64)}  E58-1.docx\n`],
  ['edited/sc58/d0.en.00000000.docx', 'PK'],
  ['documents/sc58/aux/body.en.md', 'x'],
  ['documents/sc58/d0/annex-1.en.md', '---\ntitle: An annex\n---\n\nWords. ^words\n'],
]

/**
 * Several small documents that name one another, some of whose files are spoilt together: words, references, facts,
 * ledgers, templates, what lies beside them.
 *
 * @param base  a small dossier that is right
 * @param most  how many documents are put in at most; few are more often than many
 * @param spoilings  how many changes at most
 * @returns the same for the same seed
 */
export function dossierOf(seed: number, base: ReadonlyMap<string, string>, most = 60, spoilings = 6): Files {
  const next = random(seed)
  // Without marks of examples it may be released.
  const isIssued = next() < 0.5
  const texts = new Map(
    [...base].map(
      ([path, text]) => [path, isIssued ? text.replaceAll(', example: true', '') : text] as const,
    ),
  )
  const count = Math.min(most, 2 + below(next, Math.max(1, (most - 1) * next() ** 6)))
  for (let at = 0; at < count; at++) putDocument(texts, at, count, next)
  if (spoilings > 0) for (const [path, words] of beside) if (next() < 0.03) texts.set(path, words)
  for (let spoilt = Math.min(spoilings, 1 + below(next, 6)); spoilt > 0; spoilt--) spoil(texts, next)
  return new Map([...texts].map(([path, text]) => [path, next() < 0.02 ? bytesOf(text, next) : text]))
}

function putDocument(texts: Map<string, string>, at: number, count: number, next: Next): void {
  const folder = `documents/sc58/d${at}`
  // Mostly one that there is; a title names a later one, since it would otherwise hold itself.
  const other = (words: string): string =>
    words.replace(/\bdN\b/g, () => `d${below(next, next() < 0.03 ? count + 1 : count)}`)
  const later = (words: string): string =>
    at + 1 < count ? words.replace(/\bdN\b/g, () => `d${at + 1 + below(next, count - at - 1)}`) : 'A title'
  const languages = next() < 0.2 ? ['en', 'fr'] : [next() < 0.85 ? 'en' : 'fr']
  texts.set(
    `${folder}/document.yaml`,
    `kind: standing-committee-document
meeting: sc58
symbol: {number: "${100 + at}", revision: null}
agenda: [interpretation-and-implementation]
author: secretariat
date: "2009-05-07"
original: ${languages[0]}
languages: {${languages.map((code) => `${code}: ${next() < 0.9 ? 'complete' : 'drafting'}`).join(', ')}}
subject: bear-trade
`,
  )
  const parts = Array.from({length: 1 + below(next, 3)}, () => one(next, blocks))
  const words = [...new Set(parts)].join('\n\n')
  for (const code of languages)
    texts.set(
      `${folder}/body.${code}.md`,
      other(`---\ntitle: "${later(one(next, titles))}"\n---\n\nWords. ^p\n\n${words}\n`),
    )
}

/** One change of the files: mostly of the words of one. */
function spoil(texts: Map<string, string>, next: Next): void {
  const paths = [...texts.keys()]
  const [path, other] = [one(next, paths), one(next, paths)]
  const text = texts.get(path) ?? ''
  const kind = next()
  if (kind < 0.66) texts.set(path, mutated(text, next, 8192))
  else if (kind < 0.76) {
    texts.set(path, texts.get(other) ?? '')
    texts.set(other, text)
  } else if (kind < 0.84) texts.delete(path)
  else if (kind < 0.9) texts.set(renamed(path, next), text)
  else texts.set(path, swappedNames(text, next))
}

function renamed(path: string, next: Next): string {
  const names = [
    'body.en.md',
    'body.es.md',
    'annex-1.en.md',
    'facts.yaml',
    'translation.fr.jsonl',
    'x.txt',
    'con',
  ]
  const parts = path.split('/')
  parts[below(next, parts.length)] = one(next, names)
  return parts.join('/')
}

/** Ids and names of one thing put in the place of those of others. */
function swappedNames(text: string, next: Next): string {
  const names = text.match(/[a-z]+(?:-[a-z0-9]+)*|\d+/g) ?? ['x']
  return text.replace(/[a-z]+(?:-[a-z0-9]+)+|\d+/g, (name) => (next() < 0.1 ? one(next, names) : name))
}
