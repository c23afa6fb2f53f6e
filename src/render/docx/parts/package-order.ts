const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const office = 'application/vnd.openxmlformats-officedocument'

/** Every part that a Word file of ours may have, in the order of the package, with its content type. */
const contentTypes: readonly {name: RegExp; type?: string}[] = [
  {name: /^\[Content_Types\]\.xml$/},
  {name: /^_rels\/\.rels$/},
  {name: /^word\/document\.xml$/, type: `${word}.document.main+xml`},
  {name: /^word\/_rels\/document\.xml\.rels$/},
  {name: /^word\/styles\.xml$/, type: `${word}.styles+xml`},
  {name: /^word\/numbering\.xml$/, type: `${word}.numbering+xml`},
  {name: /^word\/settings\.xml$/, type: `${word}.settings+xml`},
  {name: /^word\/footnotes\.xml$/, type: `${word}.footnotes+xml`},
  {name: /^word\/_rels\/footnotes\.xml\.rels$/},
  {name: /^word\/footer[1-9][0-9]*\.xml$/, type: `${word}.footer+xml`},
  {name: /^word\/media\/image[1-9][0-9]*\.(?:png|jpeg)$/},
  {name: /^docProps\/core\.xml$/, type: 'application/vnd.openxmlformats-package.core-properties+xml'},
  {name: /^docProps\/app\.xml$/, type: `${office}.extended-properties+xml`},
  {name: /^docProps\/custom\.xml$/, type: `${office}.custom-properties+xml`},
  {name: /^customXml\/item1\.xml$/},
  {name: /^customXml\/itemProps1\.xml$/, type: `${office}.customXmlProperties+xml`},
  {name: /^customXml\/_rels\/item1\.xml\.rels$/},
]

/**
 * Place of a part in the package, the same for parts of one kind, such as footers.
 *
 * @param path  such as `word/document.xml`
 * @returns undefined for one that our files never hold
 */
export function rankOfPart(path: string): number | undefined {
  const rank = contentTypes.findIndex(({name}) => name.test(path))
  return rank < 0 ? undefined : rank
}

/** Content type of a part; undefined where it has that of its ending. */
export function contentTypeOf(path: string): string | undefined {
  return contentTypes[rankOfPart(path) ?? -1]?.type
}

/** Before there were digests in it (0.1), a file had its properties before its feet. */
const earlierOrder = [/^docProps\/app\.xml$/, /^docProps\/core\.xml$/, /^word\/footer[1-9][0-9]*\.xml$/]

/**
 * Whether names are those of parts of ours, each once, in an order in which some version of ours has packed them.
 *
 * @param names  of the entries of a package
 */
export function isInPackageOrder(names: readonly string[]): boolean {
  if (new Set(names).size !== names.length) return false
  const ranks = names.map((name) => rankOfPart(name) ?? -1)
  const isKnown = ranks.every((rank) => rank >= 0)
  return isKnown && (isSorted(ranks) || isSorted(names.map(earlierRank)))
}

function earlierRank(name: string): number {
  const place = earlierOrder.findIndex((pattern) => pattern.test(name))
  return place < 0 ? (rankOfPart(name) ?? 0) : contentTypes.length + place
}

function isSorted(ranks: readonly number[]): boolean {
  return ranks.every((rank, place) => place === 0 || rank >= (ranks[place - 1] ?? 0))
}
