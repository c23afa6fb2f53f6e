/**
 * The script of the search page; the library and searchEngine stand before it, and `FILES` and `WORDS`. It is text, not a
 * module: the page allows it by its hash, so that its bytes must be the same wherever this file was compiled. What it
 * shows is put in as text, never as markup.
 *
 * The words of the documents come as calls of `searchPart`: they stand behind it in the page, or in files of out/ that it
 * reads when somebody first asks for something, one after the other.
 */
export const searchClient = `
const searchPart = (() => {
  'use strict'
  const shown = 20
  const longest = 280
  const around = 120
  const engine = searchEngine(MiniSearch)
  const field = document.getElementById('find')
  const list = document.getElementById('found')
  const count = document.getElementById('count')
  let read = 0
  let isReading = false
  const say = (words, numbers) =>
    Object.entries(numbers).reduce((text, [name, number]) => text.replace('{' + name + '}', number), words)
  /** From the sentence in which the first word stands, or a little before it. */
  const startOf = (text, at) => {
    if (text.length <= longest) return 0
    const sentence = text.slice(0, at).search(/[^.!?]*$/)
    if (at - sentence <= around) return sentence
    return text.indexOf(' ', at - around) + 1
  }
  const passage = (text, wanted) => {
    const found = engine.matches(text, wanted)
    const from = startOf(text, found.length > 0 ? found[0][0] : 0)
    const rest = text.slice(from)
    const to = rest.length <= longest ? text.length : from + rest.slice(0, longest).search(/\\s\\S*$/)
    const words = document.createElement('span')
    words.append(from > 0 ? '… ' : '')
    let done = from
    for (const [begin, end] of found) {
      if (begin < done || end > to) continue
      const mark = document.createElement('mark')
      mark.textContent = text.slice(begin, end)
      words.append(text.slice(done, begin), mark)
      done = end
    }
    words.append(text.slice(done, to), to < text.length ? ' …' : '')
    return words
  }
  const link = (href, text) => {
    const own = document.createElement('a')
    own.href = href
    own.textContent = text
    return own
  }
  const item = ({document: {href, symbol, title, lang}, passages}, wanted) => {
    const entry = document.createElement('li')
    const own = link(href, symbol)
    own.append(symbol === '' ? '' : ': ', ...passage(title, wanted).childNodes)
    entry.append(own)
    const inside = document.createElement('ul')
    for (const {id, label, text} of passages) {
      const line = document.createElement('li')
      line.append(link(href + '#' + id, label === '' ? '¶' : label), ' ', passage(text, wanted))
      inside.append(line)
    }
    if (passages.length > 0) entry.append(inside)
    if (lang) entry.lang = lang
    return entry
  }
  const keep = (query) => {
    // An address that is kept leads to what was found; where a browser does not allow it, nothing is lost.
    try {
      history.replaceState(null, '', query === '' ? location.pathname : '?q=' + encodeURIComponent(query))
    } catch {}
  }
  const show = () => {
    const query = field.value.trim()
    if (query !== '') readNext()
    const {wanted, shown: found, count: all} = engine.find(query, shown)
    list.replaceChildren(...found.map((result) => item(result, wanted)))
    const several = all > shown ? WORDS.other : WORDS.all
    const form = all === 0 ? WORDS.none : all === 1 ? WORDS.one : several
    if (query === '') count.textContent = ''
    else if (read < FILES.length && isReading) count.textContent = say(WORDS.loading, {done: read, all: FILES.length})
    else count.textContent = say(form, {count: all, shown})
  }
  const readNext = () => {
    if (isReading || read >= FILES.length) return
    isReading = true
    const script = document.createElement('script')
    const done = () => {
      isReading = false
      read += 1
      // Once more at the end, so that what is shown does not jump with each file.
      if (read < FILES.length) readNext()
      else show()
    }
    script.addEventListener('load', done)
    script.addEventListener('error', done)
    script.src = FILES[read]
    document.head.append(script)
    count.textContent = say(WORDS.loading, {done: read, all: FILES.length})
  }
  field.addEventListener('input', () => {
    keep(field.value.trim())
    show()
  })
  const asked = new URLSearchParams(location.search).get('q')
  if (asked) field.value = asked
  if (FILES.length > 0) show()
  else addEventListener('DOMContentLoaded', show)
  return engine.add
})()
`
