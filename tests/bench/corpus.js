// A dossier of any size for measuring: working documents of about 2,500 words in English, French and Spanish, with headings,
// lettered lists, quotations, tables, notes and references, in the form in which officers write them. The same numbers
// give the same bytes on every machine. No sentence says anything about the world.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

const languages = {
  en: {
    title: 'Trade in specimens of listed species',
    headings: ['Background', 'Replies', 'Measures', 'Funds', 'Matters to be discussed', 'Recommendations'],
    subjects: [
      'The Secretariat',
      'The Committee',
      'The group',
      'Each Party',
      'The Management Authority',
      'The consultant',
    ],
    verbs: ['has studied', 'took note of', 'asked for', 'received', 'will submit', 'has compared'],
    objects: [
      'the figures that Parties sent on trade by post',
      'the laws under which live animals are sold',
      'the ways in which auctions are followed',
      'the answers to the questions of the Notification',
      'the practices that officers described',
      'the codes of conduct that companies agreed',
    ],
    ends: [
      'before the day that the Conference of the Parties had set',
      'as far as external funds allowed',
      'between the two meetings',
      'with regard to species of Appendix I',
      'together with the World Customs Organization',
      'without prejudice to stricter domestic measures',
    ],
    also: 'In addition',
    asks: 'It asked that:',
    writes: 'A Party wrote:',
    table: 'The table shows what was received.',
    columns: ['Party', 'Replies', 'Remarks'],
    caption: 'Replies received',
    row: 'Party',
    see: 'This follows from',
    note: 'As the Party concerned has said.',
    and: 'and',
  },
  fr: {
    title: "Commerce de spécimens d'espèces inscrites",
    headings: ['Contexte', 'Réponses', 'Mesures', 'Fonds', 'Questions à examiner', 'Recommandations'],
    subjects: [
      'Le Secrétariat',
      'Le Comité',
      'Le groupe',
      'Chaque Partie',
      "L'organe de gestion",
      'Le consultant',
    ],
    verbs: ['a étudié', 'a examiné', 'a demandé', 'a reçu', 'soumettra', 'a comparé'],
    objects: [
      'les chiffres que les Parties ont envoyés sur le commerce par la poste',
      'les lois régissant la vente des animaux vivants',
      'les façons dont les enchères sont suivies',
      'les réponses aux questions de la notification',
      'les pratiques que les agents ont décrites',
      'les codes de conduite que les entreprises ont acceptés',
    ],
    ends: [
      'avant le jour que la Conférence des Parties avait fixé',
      'dans la mesure où les fonds externes le permettaient',
      'entre les deux sessions',
      "en ce qui concerne les espèces de l'Annexe I",
      "avec l'Organisation mondiale des douanes",
      'sans préjudice de mesures internes plus strictes',
    ],
    also: 'En outre',
    asks: 'Il a demandé que:',
    writes: 'Une Partie a écrit:',
    table: 'Le tableau indique ce qui a été reçu.',
    columns: ['Partie', 'Réponses', 'Remarques'],
    caption: 'Réponses reçues',
    row: 'Partie',
    see: 'Cela découle du',
    note: "Comme l'a dit la Partie concernée.",
    and: 'et',
  },
  es: {
    title: 'Comercio de especímenes de especies incluidas',
    headings: [
      'Antecedentes',
      'Respuestas',
      'Medidas',
      'Fondos',
      'Cuestiones que se han de examinar',
      'Recomendaciones',
    ],
    subjects: [
      'La Secretaría',
      'El Comité',
      'El grupo',
      'Cada Parte',
      'La Autoridad Administrativa',
      'El consultor',
    ],
    verbs: ['ha estudiado', 'tomó nota de', 'pidió', 'recibió', 'presentará', 'ha comparado'],
    objects: [
      'las cifras que las Partes enviaron sobre el comercio por correo',
      'las leyes por las que se rige la venta de animales vivos',
      'los modos en que se siguen las subastas',
      'las respuestas a las preguntas de la notificación',
      'las prácticas que describieron los oficiales',
      'los códigos de conducta que aceptaron las empresas',
    ],
    ends: [
      'antes del día que había fijado la Conferencia de las Partes',
      'en la medida en que lo permitieron los fondos externos',
      'entre las dos reuniones',
      'en relación con las especies del Apéndice I',
      'junto con la Organización Mundial de Aduanas',
      'sin perjuicio de medidas internas más estrictas',
    ],
    also: 'Además',
    asks: 'Pidió que:',
    writes: 'Una Parte escribió:',
    table: 'En el cuadro se indica lo que se recibió.',
    columns: ['Parte', 'Respuestas', 'Observaciones'],
    caption: 'Respuestas recibidas',
    row: 'Parte',
    see: 'Ello se desprende del',
    note: 'Como ha dicho la Parte interesada.',
    and: 'y',
  },
}
const codes = Object.keys(languages)
const wordsOfDocument = 2000

/** Numbers from 0 to below 1, always the same after a seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * The body of a document in a language. What stands where follows from the number alone, so that the languages agree.
 *
 * @param {number} number  of the document, from 1
 * @param {string} code  of the language
 */
export function bodyOf(number, code) {
  const own = languages[code]
  const next = numbersFrom(number * 104_729)
  const below = (limit) => Math.floor(next() * limit)
  // English counts, so that the other languages end where it ends.
  let left = wordsOfDocument
  const blocks = [`---\ntitle: ${own.title} ${number}\n---`]
  let names = 0
  const named = (text) => `${text} ^p${++names}`
  const sentence = () => {
    const picked = ['subjects', 'verbs', 'objects', 'ends'].map((part) => [part, below(6)])
    const said = (words) => picked.map(([part, at]) => words[part][at])
    left -= said(languages.en).join(' ').split(' ').length
    const [subject, verb, object, end] = said(own)
    return `${subject} ${verb} ${object}, ${end}`
  }
  const sentences = (count) =>
    Array.from({length: count}, (_, at) =>
      at === 1 ? `${own.also}, ${lower(sentence())}.` : `${sentence()}.`,
    ).join(' ')
  const item = (indent, end) => `${indent}1. ${named(`${lower(sentence())}${end}`)}`
  const forms = {
    list: () => [
      named(`${sentences(1)} ${own.asks}`),
      [
        item('', ';'),
        item('', ':'),
        item('   ', ';'),
        item('   ', `; ${own.and}`),
        item('   ', `; ${own.and}`),
        item('', '.'),
      ].join('\n'),
    ],
    quotation: () => [named(`${sentences(1)} ${own.writes}`), `> ${named(sentences(1))}`],
    table: () => {
      const id = `t${++names}`
      const columns = own.columns.map((column, at) => `${column} ^${id}-c${at}`)
      const rows = Array.from(
        {length: 6},
        (_, row) =>
          `| ${own.row} ${row + 1} ^${id}-r${row} | ${below(90)} | ${capital(own.ends[below(6)])} |`,
      )
      return [
        named(own.table),
        [
          `:::table[${own.caption}]{id=${id}}`,
          `| ${columns.join(' | ')} |`,
          '|---|--:|---|',
          ...rows,
          ':::',
        ].join('\n'),
      ]
    },
    note: () => {
      const id = `n${++names}`
      return [named(`${sentences(1)}[^${id}] ${sentences(1)}`), `[^${id}]: ${own.note}`]
    },
    reference: () => [
      named(`${sentences(2)} ${own.see} :ref[p1]. **${capital(own.ends[below(6)])}**, *Ara macao*.`),
    ],
    plain: () => [named(sentences(2 + below(3)))],
  }
  const order = [
    'list',
    'list',
    'quotation',
    'table',
    'note',
    'reference',
    'reference',
    'plain',
    'plain',
    'plain',
  ]
  blocks.push(named(sentences(2)))
  for (let section = 0; left > 0; section++) {
    const round = Math.floor(section / own.headings.length)
    const heading = own.headings[section % own.headings.length]
    blocks.push(`## ${round === 0 ? heading : `${heading} (${round + 1})`} ^s${section}`)
    for (let count = 3 + below(3); count > 0 && left > 0; count--)
      blocks.push(...forms[order[below(order.length)]]())
  }
  return `${blocks.join('\n\n')}\n`
}

const lower = (text) => text[0].toLowerCase() + text.slice(1)
const capital = (text) => text[0].toUpperCase() + text.slice(1)

const meeting = `meetings:
  - id: sc58
    code: SC58
    body: standing-committee
    ordinal: 58
    starts: "2009-07-06"
    ends: "2009-07-10"
    profile: "2007-2010"
`
const places = {
  en: '{city: Geneva, country: Switzerland}',
  fr: '{city: Genève, country: Suisse}',
  es: '{city: Ginebra, country: Suiza}',
}
const documentYaml = (number) => `kind: standing-committee-document
meeting: sc58
symbol: {number: "${number}", revision: null}
author: secretariat
date: "2009-05-07"
original: en
languages: {en: complete, fr: complete, es: complete}
`

/**
 * Writes a content root.
 *
 * @param {string} root  a folder that exists
 * @param {number} bodies  so many files of words: three a document
 */
export function writeCorpus(root, bodies) {
  const put = (path, text) => {
    mkdirSync(join(root, path, '..'), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  put('documents/meetings.yaml', meeting)
  for (const code of codes) put(`documents/meetings.${code}.yaml`, `meetings:\n  sc58: ${places[code]}\n`)
  for (let number = 1; number <= bodies / codes.length; number++) {
    const folder = `documents/sc58/d${String(number).padStart(4, '0')}`
    put(`${folder}/document.yaml`, documentYaml(number))
    for (const code of codes) put(`${folder}/body.${code}.md`, bodyOf(number, code))
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, bodies = '30'] = process.argv.slice(2)
  if (!folder) throw new Error('usage: node tests/bench/corpus.js <folder> [bodies]')
  writeCorpus(folder, Number(bodies))
}
