import type {Page} from 'playwright-core'

/** A cell of the page's accessibility tree: its role, its words, and the words of the heads that it names. */
export interface HeardCell {
  role: string
  words: string
  heads: string[]
}

interface AxNode {
  nodeId: string
  ignored: boolean
  role?: {value: string}
  name?: {value: string}
  childIds?: string[]
  backendDOMNodeId?: number
}

const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader'])

/**
 * What a reader aloud is given of the tables of a page: Chromium's accessibility tree, and for the heads that a cell names
 * (`headers`) what that tree makes of each of them.
 */
export async function heardCells(page: Page): Promise<HeardCell[]> {
  const session = await page.context().newCDPSession(page)
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as {nodes: AxNode[]}
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const wordsOf = (node: AxNode): string =>
    node.role?.value === 'StaticText'
      ? (node.name?.value ?? '')
      : (node.childIds ?? []).map((id) => wordsOf(byId.get(id) as AxNode)).join('')
  const heard: (HeardCell & {id: string; headers: string[]})[] = []
  for (const node of nodes) {
    if (node.ignored || !cellRoles.has(node.role?.value ?? '')) continue
    const {node: element} = (await session.send('DOM.describeNode', {
      backendNodeId: node.backendDOMNodeId as number,
    })) as {node: {attributes?: string[]}}
    const attributes = element.attributes ?? []
    const given = (name: string): string => {
      const at = attributes.findIndex((text, index) => index % 2 === 0 && text === name)
      return at < 0 ? '' : (attributes[at + 1] ?? '')
    }
    heard.push({
      role: node.role?.value ?? '',
      words: wordsOf(node),
      heads: [],
      id: given('id'),
      headers: given('headers').split(' ').filter(Boolean),
    })
  }
  await session.detach()
  const heads = new Map(heard.filter(({role}) => role.endsWith('header')).map((cell) => [cell.id, cell]))
  return heard.map(({role, words, headers}) => ({
    role,
    words,
    heads: headers.map((id) => heads.get(id)?.words ?? `nothing of the id ${id}`),
  }))
}
