import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {SiteComposition, SiteTranslation} from '../../compose/index.ts'
import {hasBitext} from './bitext-pages.ts'
import {linkFrom, sitePage, sitePath} from './page.ts'
import {siteStyle} from './style.ts'
import {dataTable} from './table.ts'
import type {Site} from './types.ts'
import {inlineWords} from './words.ts'

const name = 'translations'

/** `translations.html` and its sisters: how far the words of each folder are in each language; none where nothing is translated. */
export async function renderTranslations(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  const pages = site.pages.filter(({translations}) => translations.length > 0)
  return new Map(
    pages.map((page) => [
      sitePath(site, name, page.language),
      sitePage(site, {
        name,
        language: page.language,
        title: page.words.translations ?? '',
        css: siteStyle(site.styles),
        main: tables(page, site),
      }),
    ]),
  )
}

function tables(page: SiteComposition, site: Site): ElementContent[] {
  const {translations, words} = page
  const [ofDocuments, others] = [true, false].map((isOfDocument) =>
    translations.filter(({document}) => (document !== undefined) === isOfDocument),
  ) as [SiteTranslation[], SiteTranslation[]]
  return [
    ...tableOf('documents', ofDocuments, words.documents ?? '', page, site),
    ...tableOf('others', others, words['shared-words'] ?? '', page, site),
  ]
}

function tableOf(
  id: string,
  shown: readonly SiteTranslation[],
  caption: string,
  page: SiteComposition,
  site: Site,
): Element[] {
  const {words} = page
  if (shown.length === 0) return []
  const heads = ['units', 'units-missing', 'units-stale', 'units-unconfirmed', 'words-to-do']
  return [
    dataTable({
      id,
      caption: [{type: 'text', value: caption}],
      hasLongNames: true,
      columns: [
        {heading: page.columns.document ?? words.documents ?? '', share: 40},
        {heading: words.language ?? ''},
        ...heads.map((head) => ({heading: words[head] ?? '', isNumeric: true})),
      ],
      rows: shown.map((translation) => rowOf(translation, words, site)),
      ids: shown.map(({folder, language}) => `${folder.replaceAll('/', '-')}-${language.code}`),
    }),
  ]
}

function rowOf(
  {folder, document, language, progress, hasLedger}: SiteTranslation,
  words: Record<string, string>,
  site: Site,
): ElementContent[][] {
  const {verdicts} = progress
  const called: ElementContent[] = document
    ? [
        {type: 'text', value: document.symbol === '' ? '' : `${document.symbol}: `},
        ...inlineWords(document.title),
      ]
    : [{type: 'text', value: folder}]
  const texts = [
    String(progress.units),
    String(verdicts.missing),
    String(verdicts.stale),
    hasLedger ? String(verdicts.unconfirmed) : (words['not-followed'] ?? ''),
    wordsToDo(progress, words),
  ]
  return [
    hasBitext(site, folder) ? [h('a', {href: linkFrom(name, `bitext/${folder}.html`)}, called)] : called,
    [h('span', {lang: language.tag}, language.name)],
    ...texts.map((value): ElementContent[] => [{type: 'text', value}]),
  ]
}

/** “123 (revised 100, 65–84% 23)”. */
function wordsToDo({toDo}: SiteTranslation['progress'], words: Record<string, string>): string {
  const bands = [
    [words['words-revised'], toDo['same-unit']],
    ['100%', toDo.exact],
    ['85–99%', toDo['85-99']],
    ['65–84%', toDo['65-84']],
    [words['words-new'], toDo.none],
  ] as const
  const total = bands.reduce((sum, [, {words: many}]) => sum + many, 0)
  const parts = bands.flatMap(([band, {words: many}]) => (many > 0 ? [`${band} ${many}`] : []))
  return total > 0 ? `${total} (${parts.join(', ')})` : '0'
}
