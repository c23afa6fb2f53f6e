/**
 * The script of the search page; `DATA` stands before it. It is text, not a module: the page allows it by its hash, so
 * that its bytes must be the same wherever this file was compiled. What it shows is put in as text, never as markup.
 */
export const searchClient = `
(() => {
  'use strict'
  const {documents, units, words} = DATA
  const shown = 50
  const around = 90
  const longest = 280
  const fold = (text) => [...text].map((sign) => sign.normalize('NFD')[0].toLowerCase()).join('')
  const index = new MiniSearch({
    fields: ['symbol', 'title', 'label', 'text'],
    storeFields: ['place'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {prefix: true, combineWith: 'AND', boost: {symbol: 4, title: 3}},
  })
  index.addAll(
    units.map(([document, unit, label, text], place) => ({
      id: place,
      place,
      symbol: unit === '' ? documents[document].symbol : '',
      title: unit === '' ? documents[document].title : '',
      label,
      text,
    })),
  )
  const field = document.getElementById('find')
  const list = document.getElementById('found')
  const count = document.getElementById('count')
  const passage = (text, terms) => {
    const folded = fold(text)
    const at = Math.min(...terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0), text.length)
    const from = text.length <= longest || at >= text.length ? 0 : Math.max(0, at - around)
    const words = [...text].slice(from, from + longest).join('')
    return (from > 0 ? '… ' : '') + words + (from + longest < text.length ? ' …' : '')
  }
  const item = ({id}, terms) => {
    const [document_, unit, label, text] = units[id]
    const {href, symbol, title, lang} = documents[document_]
    const entry = document.createElement('li')
    const link = document.createElement('a')
    link.href = unit === '' ? href : href + '#' + unit
    link.textContent = [symbol, label].filter((part) => part !== '').join(', ')
    const words = document.createElement('p')
    words.textContent = unit === '' ? title : passage(text, terms)
    if (lang) words.lang = lang
    entry.append(link, words)
    return entry
  }
  const show = () => {
    const query = field.value.trim()
    const terms = query.split(/[\\s.,;:()]+/).map(fold).filter((term) => term !== '')
    const found = query === '' ? [] : index.search(query)
    list.replaceChildren(...found.slice(0, shown).map((result) => item(result, terms)))
    const several = found.length > shown ? words.other : words.all
    const form = found.length === 0 ? words.none : found.length === 1 ? words.one : several
    count.textContent =
      query === '' ? '' : form.replace('{count}', found.length).replace('{shown}', shown)
  }
  field.addEventListener('input', show)
  show()
})()
`
