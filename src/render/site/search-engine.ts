/**
 * What finds, without a page: `searchEngine(MiniSearch)` gives `add(documents)` and `find(query)`. It is text, not a
 * module, as the script of the page that uses it is.
 *
 * Whole documents are found first, by their words as a whole; in each of them then the passages with most of the words.
 * So a document is never listed twice, and the index stays small however many paragraphs there are.
 */
export const searchEngine = `
const searchEngine = (MiniSearch) => {
  'use strict'
  const passagesOf = 3
  const few = 3
  const fold = (text) => [...text].map((sign) => sign.normalize('NFD')[0].toLowerCase()).join('')
  const terms = (text) => text.split(/[^\\p{L}\\p{N}]+/u).filter((term) => term !== '')
  const documents = []
  const index = new MiniSearch({
    fields: ['symbol', 'title', 'text'],
    storeFields: [],
    tokenize: terms,
    processTerm: (term) => fold(term) || null,
    searchOptions: {prefix: (term) => term.length > 2, boost: {symbol: 4, title: 3}},
  })
  const add = (more) => {
    for (const document of more) {
      const {symbol, title, units} = document
      const text = units.map(([, label, words]) => label + ' ' + words).join(' ')
      index.add({id: documents.length, symbol, title, text})
      documents.push(document)
    }
  }
  /** Where words of a text begin with one of those that are sought: [from, to], and which of them. */
  const matches = (text, wanted) => {
    const found = []
    for (const {0: word, index: from} of text.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const folded = fold(word)
      const term = wanted.find((one) => (one.length > 2 ? folded.startsWith(one) : folded === one))
      if (term !== undefined) found.push([from, from + word.length, term])
    }
    return found
  }
  const passages = ({title, units}, wanted, weights) => {
    // Nothing is said twice: not the title, which stands above, and no heading or row again.
    const said = new Set([fold(title)])
    return units
      .map(([id, label, text], place) => {
        const own = new Set(matches(label + ' ' + text, wanted).map(([, , term]) => term))
        return {id, label, text, place, weight: [...own].reduce((sum, term) => sum + weights.get(term), 0)}
      })
      .filter(({weight}) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.place - b.place)
      .filter(({text}) => !said.has(fold(text)) && said.add(fold(text)))
      .slice(0, passagesOf)
  }
  /** Words of a question that say something: little ones in small letters (of, les, por) only where there are no others. */
  const telling = (query) => {
    const all = terms(query)
    const long = all.filter((term) => term.length > 3 || !/^\\p{Ll}+$/u.test(term))
    return [...new Set((long.length > 0 ? long : all).map(fold))]
  }
  /** Documents with all of the words, of three and more with three quarters; where they are few, those with half of them too. */
  const find = (query) => {
    const wanted = telling(query)
    if (wanted.length === 0) return {wanted, found: []}
    const all = index
      .search(wanted.join(' '))
      .map(({id, score, queryTerms}) => ({id, score, share: new Set(queryTerms).size / wanted.length}))
    const enough = wanted.length < 3 ? 1 : 0.75
    const most = all.filter(({share}) => share >= enough)
    const found = most.length >= few ? most : all.filter(({share}) => share >= 0.5)
    const weight = ({score, share}) => score * share * share
    return {wanted, found: found.sort((a, b) => weight(b) - weight(a) || a.id - b.id)}
  }
  /** A found document with its best passages. */
  const look = ({id}, wanted, weights) => {
    const document = documents[id]
    return {document, passages: passages(document, wanted, weights)}
  }
  /** How much each word says: the fewer documents have it, the more. */
  const weigh = (wanted) =>
    new Map(
      wanted.map((term) => [term, Math.log(1 + documents.length / (1 + index.search(term, {boost: {}}).length))]),
    )
  return {
    add,
    matches,
    find: (query, most) => {
      const {wanted, found} = find(query)
      const weights = weigh(wanted)
      return {
        wanted,
        count: found.length,
        shown: found.slice(0, most).map((result) => look(result, wanted, weights)),
      }
    },
  }
}
`
