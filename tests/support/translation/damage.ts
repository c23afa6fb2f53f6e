import type {Usage} from '../../../src/resolve/index.ts'
import type {TranslationUnit} from '../../../src/translation/index.ts'

/** A file of a translation, and what is known of it: what is damaged is put together from these. */
export interface Translated {
  path: string
  language: string
  text: string
  /** Its units, and those of its original by their keys. */
  units: readonly TranslationUnit[]
  originals: ReadonlyMap<string, TranslationUnit>
  usage: Usage
  months: readonly string[]
}

/** One place of a file written otherwise. */
export interface Damage {
  start: number
  end: number
  text: string
  /** How far from the changed characters the message may stand, in lines: of what is gone only its neighbours are left. */
  near?: number
  /** Characters of a line at which it may be said too: what belongs together may be missed at either end. */
  holds?: string
  /** The unit in which it is, where one is changed. */
  key?: string
}

/** A way in which translations are damaged. */
export interface Kind {
  name: string
  /** What has to say so: rules about pairs, the whole check of the document, or the ledger where nothing else does. */
  by: 'pairs' | 'document' | 'ledger'
  damages: (file: Translated) => Damage[]
}

/** Places of a pattern in the words of the units of a file; ids, keys and names of directives are none. */
function inUnits(
  pattern: RegExp,
  put: (found: string, file: Translated, groups: readonly string[]) => string | undefined,
  isWanted: (unit: TranslationUnit, file: Translated) => boolean = () => true,
): Kind['damages'] {
  return (file) =>
    file.units
      .filter((unit) => isWanted(unit, file))
      .flatMap((unit) => {
        const words = file.text.slice(unit.start, unit.end)
        return [...words.matchAll(pattern)].flatMap((match): Damage[] => {
          const text = put(match[0], file, match.slice(1))
          if (text === undefined || text === match[0]) return []
          const start = unit.start + match.index
          return [{start, end: start + match[0].length, text, key: unit.key}]
        })
      })
}

/** Lines of a file that a pattern finds. */
function lines(
  pattern: RegExp,
  put: (found: string, groups: readonly string[], file: Translated) => string | undefined,
  near = 0,
): Kind['damages'] {
  return (file) =>
    [...file.text.matchAll(pattern)].flatMap((match): Damage[] => {
      const text = put(match[0], match.slice(1), file)
      return text === undefined ? [] : [{start: match.index, end: match.index + match[0].length, text, near}]
    })
}

const withoutDirectives = '(?<![\\[{^:.\\w/-])'

/** Digits in the other order, or another last one: 14.35 becomes 14.53. */
function otherNumber(found: string): string {
  const turned = found.replace(/(\d)(\d)(?!\d)(?=\D*$)/, '$2$1')
  return turned !== found && !/^0/.test(turned)
    ? turned
    : found.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) % 9) + 1))
}

function otherNumeral(found: string, {usage}: Translated): string | undefined {
  const small = found.toLowerCase()
  const all = Object.entries(usage.numerals ?? {})
  const own = all.find(([, words]) => words.includes(small))
  if (!own) return undefined
  const place = own[1].indexOf(small)
  const other = all.find(([value, words]) => Number(value) > Number(own[0]) + 1 && words[place] !== undefined)
  return other?.[1][place]
}

function otherMonth(found: string, {months}: Translated): string | undefined {
  const at = months.indexOf(found)
  return at < 0 ? undefined : months[(at + 5) % 12]
}

const month =
  /(?<=\d[\p{L}.ºª]{0,3}[ \u00a0](?:de )?)\p{L}{3,10}(?=[ \u00a0](?:de )?\d)|(?<![\p{L}])\p{L}{3,10}(?=[ \u00a0](?:de )?(?:19|20)\d\d)/gu

const dayOrYear =
  /(?<![\d.,])\d{1,2}(?=(?:er)?[ \u00a0](?:de )?\p{L}{3,10}[ \u00a0](?:de )?(?:19|20)\d\d)|(?<=\d[ \u00a0](?:de )?\p{L}{3,10}[ \u00a0](?:de )?)(?:19|20)\d\d/gu

/** The items of a list with what is under them, as they are indented. */
const item = /^( *)1\. .*\n/gm

/** A whole row of a table with bars, with its rule kept. */
const row = /^\|(?! ?:?-)[^\n]*\|\n/gm

/** More than a name, of which nobody knows whether it has another form in the language. */
const isWords = ({source}: TranslationUnit): boolean =>
  (source.match(/(?<=^| )\p{Ll}+(?= |$)/gu) ?? []).length > 3

/** What stands inside quotation marks of YAML is written with its escapes. */
const inYaml = (text: string, {path}: Translated): string =>
  path.endsWith('.yaml') ? JSON.stringify(text) : text

/** Every kind of damage of the trials, in French and in Spanish alike. */
export const kinds: readonly Kind[] = [
  {
    name: 'numbers',
    by: 'pairs',
    damages: inUnits(
      new RegExp(`${withoutDirectives}\\d+(?:[.,\\u00a0]\\d+)*(?![\\]}\\w-])`, 'gu'),
      otherNumber,
      ({around}) => !around.isQuoted,
    ),
  },
  {
    name: 'numbers in words',
    by: 'pairs',
    damages: inUnits(/(?<![\p{L}\p{N}[:.^'’-])\p{L}[\p{L}-]+(?![\p{L}\]}[-])/gu, otherNumeral),
  },
  {
    name: 'dates',
    by: 'pairs',
    damages: (file) => [...inUnits(month, otherMonth)(file), ...inUnits(dayOrYear, otherNumber)(file)],
  },
  {name: 'table rows dropped', by: 'document', damages: rowsDropped},
  {name: 'table cells emptied', by: 'document', damages: cellsEmptied},
  {name: 'table rows swapped', by: 'document', damages: rowsSwapped},
  {name: 'other damage to tables', by: 'document', damages: tableDamages},
  {
    name: 'references to another paragraph',
    by: 'pairs',
    damages: inUnits(/:ref\[([a-z0-9-]+)\]/g, (found, {units, path}, [name]) => {
      const others = units
        .filter(({kind, key}) => path.endsWith('.md') && kind === 'paragraph' && !key.endsWith(`#${name}`))
        .map(({key}) => key.split('#')[1] ?? '')
      return others[0] && found.replace(/\[.*\]/, `[${others[0]}]`)
    }),
  },
  {
    name: 'references typed',
    by: 'pairs',
    damages: inUnits(/:ref\[[^\]]*\](?:\{[^}]*\})?/g, () => '12'),
  },
  {
    name: 'decisions',
    by: 'pairs',
    damages: inUnits(/:decision\[([^\]]*)\](?=[^{])/g, (found, _, [name]) =>
      found.replace(
        name ?? '',
        name === 'secretariat.ask-parties' ? 'secretariat.report' : 'secretariat.ask-parties',
      ),
    ),
  },
  {
    name: 'values typed',
    by: 'pairs',
    damages: inUnits(/:(?:fact|date|deadline|meeting|document)\[[^\]]*\](?:\{[^}]*\})?/g, (found) =>
      /date|deadline/.test(found) ? '30 mai 2009' : 'XX',
    ),
  },
  {
    name: 'directives dropped',
    by: 'pairs',
    damages: inUnits(
      / :[a-z]+\[[^\]]*\](?:\{[^}]*\})?/g,
      (found) => (/:(?:ins|del|sup|sub|lang|undecided|hint)/.test(found) ? undefined : ''),
      // “Paragraph c) of Decision 14.35” may be one directive or two.
      ({source}) => !source.includes('form=letter'),
    ),
  },
  {
    name: 'directives doubled',
    by: 'pairs',
    damages: inUnits(
      / :(?:fact|date|ref|meeting|document)\[[^\]]*\](?:\{[^}]*\})?/g,
      (found) => `${found}${found}`,
    ),
  },
  {
    name: 'lines of directives dropped',
    by: 'pairs',
    damages: lines(/^::[a-z][^\n]*\n\n?/gm, () => '', 3),
  },
  {
    name: 'lines of other directives',
    by: 'pairs',
    damages: lines(/^::([a-z-]+)(?:\{of=([a-z.-]+)[^\n]*\})?$/gm, (found, [name, of]) =>
      of === undefined ? (name === 'status' ? '::tasks' : '::status') : found.replace(of, `${of}-other`),
    ),
  },
  {
    name: 'words swapped',
    by: 'ledger',
    damages: inUnits(
      /(?<=\p{Ll} )(\p{Ll}{4,}) (\p{Ll}{4,})(?= \p{Ll})/gu,
      (_found, _file, [first, second]) => `${second} ${first}`,
    ),
  },
  {
    name: 'sentences dropped',
    by: 'ledger',
    damages: inUnits(/(?<=\. )\p{Lu}[^.\n[\]^"]{20,}\.(?= |$)/gu, () => ''),
  },
  {
    name: 'example marks',
    by: 'pairs',
    damages: lines(
      /^(:{3,4})example\n[\s\S]*?\n\1$\n/gm,
      (found) => found.replace(/^.*\n/, '').replace(/:+\n$/, ''),
      2,
    ),
  },
  {
    name: 'examples that are none',
    by: 'pairs',
    damages: exampled,
  },
  {
    name: 'conditions',
    by: 'document',
    damages: lines(
      /^(:{3,})(when|unless)(\{[^\n]*\})$/gm,
      (_, [marks, name, facts]) => `${marks}${name === 'when' ? 'unless' : 'when'}${facts}`,
      3,
    ),
  },
  {
    name: 'conditions dropped',
    by: 'document',
    damages: lines(
      /^(:{3,})(?:when|unless)\{[^\n]*\n[\s\S]*?\n\1$\n/gm,
      (found) => found.replace(/^.*\n/, '').replace(/:+\n$/, ''),
      3,
    ),
  },
  {name: 'levels of items', by: 'document', damages: levels},
  {
    name: 'levels of headings',
    by: 'pairs',
    damages: lines(/^##+(?= )/gm, (found) => (found === '##' ? '###' : '##')),
  },
  {
    name: 'references to notes dropped',
    by: 'pairs',
    damages: (file) => inUnits(/\[\^[a-z0-9-]+\]/g, () => '')(file).map(withNote(file)),
  },
  {
    name: 'notes dropped',
    by: 'document',
    damages: (file) => lines(/^\[\^[a-z0-9-]+\]:[^\n]*\n/gm, () => '', 2)(file).map(withNote(file)),
  },
  {
    name: 'units left in the original',
    by: 'pairs',
    damages: leftInOriginal,
  },
  {
    name: 'sentences left in the original',
    by: 'pairs',
    damages: sentencesLeft,
  },
  {
    name: 'paragraphs dropped',
    by: 'document',
    damages: unreferred(lines(/^\p{L}[^\n:]* \^[a-z-]+\n\n/gmu, () => '', 5)),
  },
  {
    name: 'items dropped',
    by: 'document',
    damages: unreferred(lines(/^ *1\. [^\n:]* \^[a-z-]+\n/gm, () => '', 3)),
  },
  {
    name: 'quotations that are none',
    by: 'pairs',
    damages: lines(/(?<=\n>?\n)> (?! *\d+\. )[^\n]+(?=\n(?:>?\n|$))/gu, (found) => found.replace('> ', '')),
  },
  {
    name: 'terms',
    by: 'pairs',
    damages: inUnits(
      /organes? de gestion|codes? de conduite|ateliers?|quotas? d'exportation|Autoridad(?:es)? Administrativas?|códigos? de conducta|taller(?:es)?|cupos? de exportación/g,
      () => 'XXX',
      ({around, source}) =>
        !around.isQuoted && (source.match(/atelier|taller|código|code|organe|Autoridad/g) ?? []).length === 1,
    ),
  },
]

/** The note, or the reference to it, says what is gone. */
function withNote({text, path}: Translated): (damage: Damage) => Damage {
  return (damage) => ({
    ...damage,
    holds: nameOfNote(text.slice(damage.start, damage.end), path),
  })
}

function nameOfNote(written: string, path: string): string {
  const [mark = '', name = ''] = /\[\^([^\]]*)\]/.exec(written) ?? []
  return path.endsWith('.yaml') ? `${name}:` : mark
}

/** What nothing refers to: of a reference to what is gone another message speaks, elsewhere. */
function unreferred(damages: Kind['damages']): Kind['damages'] {
  return (file) =>
    damages(file).filter(({start, end}) => {
      const id = /\^([a-z0-9-]+)\s*$|\{id=([a-z0-9-]+)/.exec(file.text.slice(start, end))
      return !id || !new RegExp(`:ref\\[[^\\]]*\\b${id[1] ?? id[2]}\\b`).test(file.text)
    })
}

function rowsDropped({text}: Translated): Damage[] {
  return tablesIn(text).flatMap(({rows}) =>
    // A table of heads alone is refused as such.
    rows.length > 2 ? rows.slice(1).map((one): Damage => ({...one, text: '', near: 1})) : [],
  )
}

/** Tables with bars: where each of their rows stands, the one with the heads first. */
function tablesIn(text: string): {rows: {start: number; end: number}[]}[] {
  return [...text.matchAll(/(?:^\|[^\n]*\n){3,}/gm)].map(({0: table, index}) => ({
    rows: [...table.matchAll(row)].map((match) => ({
      start: index + match.index,
      end: index + match.index + match[0].length,
    })),
  }))
}

function rowsSwapped({text}: Translated): Damage[] {
  return tablesIn(text).flatMap(({rows}) =>
    rows.slice(1).flatMap((first, at): Damage[] => {
      const second = rows[at + 2]
      if (!second) return []
      const [one, other] = [first, second].map(({start, end}) => text.slice(start, end))
      return [{start: first.start, end: second.end, text: `${other}${one}`}]
    }),
  )
}

function cellsEmptied({text}: Translated): Damage[] {
  return tablesIn(text).flatMap(({rows}) =>
    rows
      .slice(1)
      .flatMap(({start, end}) =>
        [...text.slice(start, end).matchAll(/(?<=\| )(?![^|]*\^)[^|\n:]*\p{L}[^|\n:]*(?= \|)/gu)].map(
          ({0: cell, index}): Damage => ({start: start + index, end: start + index + cell.length, text: ''}),
        ),
      ),
  )
}

/** A column less in all rows, the id of a row of another, a caption lost, another number of rows of heads. */
function tableDamages({text}: Translated): Damage[] {
  return [...text.matchAll(/^:::+table(\[[^\]\n]*\])?\{[^\n]*\}\n((?:\|[^\n]*\n)+)/gm)].flatMap(
    ({0: whole, 1: caption, index}): Damage[] => {
      const at = whole.indexOf('|')
      const table = whole.slice(at)
      const start = index + at
      const name = /\{[^\n]*id=([a-z0-9-]+)/.exec(whole)?.[1] ?? ''
      const isReferredTo = text.includes(`:ref[${name}`)
      const columns = table.split('\n')[0]?.split('|').length ?? 0
      const narrow = table.replace(/\|[^|\n]*\|$/gm, '|')
      const id = /(?<=\^)[a-z0-9-]+(?= \|)/.exec(table.slice(table.indexOf('\n')))
      const behind = table.indexOf('\n') + (id?.index ?? 0)
      return [
        ...(columns > 4 ? [{start, end: start + table.length, text: narrow, near: 2}] : []),
        ...(id
          ? [{start: start + behind, end: start + behind + id[0].length, text: `${id[0]}-x`, near: 1}]
          : []),
        ...(caption && !isReferredTo
          ? [{start: index + whole.indexOf('['), end: index + whole.indexOf(']') + 1, text: ''}]
          : []),
        ...(/head-/.test(whole)
          ? []
          : [
              {
                start: index + whole.indexOf('{') + 1,
                end: index + whole.indexOf('{') + 1,
                text: 'head-columns=2 ',
                near: 2,
              },
            ]),
      ]
    },
  )
}

/** A paragraph put between the marks of an example. */
function exampled({text, units, path}: Translated): Damage[] {
  if (!path.endsWith('.md')) return []
  return units
    .filter(({kind, around}) => kind === 'paragraph' && around.conditions.length === 0)
    .flatMap(({start, around}): Damage[] => {
      const end = text.indexOf('\n', start)
      const isAlone = text.slice(start - 2, start) === '\n\n' && text.slice(end, end + 2) === '\n\n'
      const isLead = /:\s*\^[a-z-]+$/.test(text.slice(start, end))
      if (around.isExample || around.isQuoted || !isAlone || isLead) return []
      return [{start, end, text: `:::example\n${text.slice(start, end)}\n:::`}]
    })
}

/** An item of a list a level higher or deeper. */
function levels({text}: Translated): Damage[] {
  return [...text.matchAll(item)].flatMap(({0: line, 1: indent = '', index}): Damage[] => {
    const before = text.slice(0, index).split('\n').at(-2) ?? ''
    const after = text.slice(index + line.length).split('\n')[0] ?? ''
    const isItem = (other: string): boolean => /^ *1\. /.test(other)
    if (indent !== '' && !/:\s*\^/.test(line))
      return [{start: index, end: index + line.length, text: line.slice(3), near: 1}]
    if (indent !== '' || !isItem(before) || (isItem(after) && after.startsWith(' '))) return []
    return [{start: index, end: index, text: `${before.replace(/\S.*/, '')}   `}]
  })
}

function leftInOriginal(file: Translated): Damage[] {
  return file.units.flatMap((unit): Damage[] => {
    const original = file.originals.get(unit.key)
    if (!original || !isWords(original) || original.source === unit.source || unit.around.isQuoted) return []
    return [{start: unit.start, end: unit.end, text: inYaml(original.source, file), key: unit.key}]
  })
}

function sentencesLeft(file: Translated): Damage[] {
  return file.units.flatMap((unit): Damage[] => {
    const sentence = /(?<=\. )\p{Lu}[^.\n[\]^"]{40,}\./u
    const own = sentence.exec(file.text.slice(unit.start, unit.end))
    const other = sentence.exec(file.originals.get(unit.key)?.source ?? '')
    if (!own || !other || unit.around.isQuoted || file.path.endsWith('.yaml')) return []
    const start = unit.start + own.index
    return [{start, end: start + own[0].length, text: other[0], key: unit.key}]
  })
}
