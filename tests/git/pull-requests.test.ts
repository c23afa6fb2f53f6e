import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {createRequire} from 'node:module'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strToU8, zipSync} from 'fflate'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {repository} from '../support/content-root.ts'

// The workflows of pull requests as GitHub would read them, and what they post of a summary that anybody may have written.
const read = (path: string): string => readFileSync(join(repository, path), 'utf8')

interface Step {
  name?: string
  uses?: string
  run?: string
  with?: Record<string, unknown>
}
interface Workflow {
  on: unknown
  permissions: Record<string, string>
  jobs: Record<string, {permissions?: unknown; steps: Step[]; if?: string}>
}
const workflow = (name: string): Workflow => parse(read(`.github/workflows/${name}`)) as Workflow
const [first, second] = [workflow('documents.yml'), workflow('documents-comment.yml')]
const stepsOf = ({jobs}: Workflow): Step[] => Object.values(jobs).flatMap(({steps}) => steps)
const script = String(stepsOf(second)[0]?.with?.script)

test('what runs the files of a pull request may read and nothing else', () => {
  expect(first.on).toBe('pull_request')
  expect(first.permissions).toEqual({contents: 'read'})
  expect(stepsOf(first)[0]?.with).toMatchObject({'persist-credentials': false})
  for (const one of [first, second])
    for (const {permissions} of Object.values(one.jobs)) expect(permissions).toBeUndefined()
})

test('what may write has no file of a pull request, and starts after the other one by its name', () => {
  expect(second.permissions).toEqual({actions: 'read', 'pull-requests': 'write'})
  expect(second.on).toEqual({workflow_run: {workflows: ['Documents'], types: ['completed']}})
  expect(parse(read('.github/workflows/documents.yml')).name).toBe('Documents')
  expect(stepsOf(second).map(({uses, run}) => uses ?? run)).toEqual(['actions/github-script@v7'])
  expect(script).not.toMatch(/child_process|\beval\b|Function\(/)
})

test('no text of a pull request is put into a script, and each action has a version', () => {
  for (const name of ['documents.yml', 'documents-comment.yml']) {
    const text = read(`.github/workflows/${name}`)
    expect(text).not.toMatch(/pull_request_target|\bsecrets\b/)
    const expressions = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, expression]) => expression)
    expect(expressions.filter((one) => one !== 'runner.temp')).toEqual([])
    for (const {run, uses} of stepsOf(workflow(name))) {
      expect(run ?? '').not.toContain('${{')
      if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/)
    }
  }
})

test('the summary and the redlines are kept, also where a step before found something', () => {
  const kept = stepsOf(first).filter(({uses}) => uses?.startsWith('actions/upload-artifact'))
  expect(kept.map((step) => step.with?.name)).toEqual(['summary', 'redline'])
  for (const step of kept) expect(step).toMatchObject({if: 'success() || failure()'})
  const said = stepsOf(first).find(({run}) => run?.includes('summary.md'))
  expect(said).toMatchObject({if: 'success() || failure()'})
})

interface Comment {
  id: number
  user: {login: string}
  body: string
}
interface Posted {
  done: string
  id?: number
  issue_number?: number
  body: string
}

const run = {
  id: 7,
  conclusion: 'failure',
  head_sha: 'c0ffee',
  head_branch: 'words',
  head_repository: {id: 5, owner: {login: 'fork'}},
}
const pulls = [
  {number: 11, head: {sha: 'c0ffee', repo: {id: 6}}},
  {number: 12, head: {sha: 'c0ffee', repo: {id: 5}}},
]

/** Runs the script of the workflow as the action does; gives what it posts. */
async function posted(
  archive: Uint8Array | undefined,
  {comments = [] as Comment[], size = archive?.length ?? 0, found = pulls, event = run as unknown} = {},
): Promise<Posted[]> {
  const done: Posted[] = []
  const github = {
    rest: {
      pulls: {list: async () => ({data: found})},
      actions: {
        listWorkflowRunArtifacts: async () => ({
          data: {artifacts: archive ? [{id: 1, name: 'summary', size_in_bytes: size}] : []},
        }),
        downloadArtifact: async () => ({data: archive}),
      },
      issues: {
        listComments: 'listComments',
        createComment: async (given: {issue_number: number; body: string}) =>
          done.push({done: 'created', issue_number: given.issue_number, body: given.body}),
        updateComment: async (given: {comment_id: number; body: string}) =>
          done.push({done: 'updated', id: given.comment_id, body: given.body}),
      },
    },
    paginate: async () => comments,
  }
  const context = {repo: {owner: 'cites', repo: 'docs'}, payload: {workflow_run: event}}
  const AsyncFunction = (async () => undefined).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<unknown>
  const require = createRequire(import.meta.url)
  await new AsyncFunction('github', 'context', 'core', 'require', script)(
    github,
    context,
    {info: () => undefined},
    require,
  )
  return done
}

const archiveOf = (summary: string, name = 'summary.md'): Uint8Array => zipSync({[name]: strToU8(summary)})
const bodyOf = async (summary: string): Promise<string> => (await posted(archiveOf(summary)))[0]?.body ?? ''

/** What stands behind our own lines. */
function summaryIn(body: string): string {
  expect(body.split('\n')[0]).toBe('<!-- cites-docs: summary -->')
  return body.split('\n').slice(5).join('\n')
}

const summary = [
  '**1 document differs for a reader**, 14 of 15 are the same (HEAD&#94;&#8203;1 → the folder).',
  '',
  '<details><summary><b>sc58/&#8203;internet-trade</b> SC58 Doc. XX: 1 change</summary>',
  '',
  '- all languages: 13 changed: <del>size</del><ins>extent</ins> &#8203;&#40;l&#39;ampleur&#41;',
  '',
  '</details>',
].join('\n')

/** What a browser shows of a text: entities are signs, and what has no width is nothing. */
const seen = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('\u200b', '')

test('a summary is posted as it is, at the pull request of that commit and fork', async () => {
  const [one, ...others] = await posted(archiveOf(summary))
  expect(others).toEqual([])
  expect(one).toMatchObject({done: 'created', issue_number: 12})
  expect(seen(summaryIn(one?.body ?? ''))).toBe(seen(summary))
  expect(one?.body).toContain('https://github.com/cites/docs/actions/runs/7')
  expect(one?.body).toContain('says what is not right yet')
})

test('on the next push the same comment is updated; one of somebody else that looks like it is left', async () => {
  const marker = '<!-- cites-docs: summary -->'
  const comments = [
    {id: 1, user: {login: 'anybody'}, body: marker},
    {id: 2, user: {login: 'github-actions[bot]'}, body: 'Another one'},
    {id: 3, user: {login: 'github-actions[bot]'}, body: `${marker}\n…`},
  ]
  expect(await posted(archiveOf(summary), {comments})).toMatchObject([{done: 'updated', id: 3}])
})

test.each([
  ['no open pull request is at the commit', {found: [{number: 1, head: {sha: 'other', repo: {id: 5}}}]}],
  ['the fork is gone', {event: {...run, head_repository: null}}],
])('nothing is posted where %s', async (_, changed) => {
  expect(await posted(archiveOf(summary), changed as never)).toEqual([])
})

test.each([
  ['there is none', undefined, {}, 'There is no summary'],
  ['it is too large', archiveOf('x'), {size: 300_000}, 'There is no summary'],
  ['it is no archive', strToU8('PK'), {}, 'cannot be read'],
  ['it is empty', new Uint8Array(), {}, 'cannot be read'],
  ['another file is in it', archiveOf('x', '../../summary.md'), {}, 'cannot be read'],
  ['it unpacks to very much', zipSync({'summary.md': new Uint8Array(50_000_000)}), {}, 'cannot be read'],
  ['its directory leads elsewhere', damaged(archiveOf('x')), {}, 'cannot be read'],
  ['it is too long to be shown', archiveOf(`${'&'.repeat(2000)}\n`.repeat(80)), {}, 'too long to be shown'],
])('a summary of which %s is told in its place', async (_, archive, given, said) => {
  const [one] = await posted(archive as Uint8Array | undefined, given as {size?: number})
  expect(one?.body).toContain(said)
  expect(one?.body.length).toBeLessThan(65_536)
})

/** An archive whose directory says that the file begins far behind its end. */
function damaged(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive)
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt32LE(0x7fffffff, at + 42)
  return bytes
}

const hostile: readonly string[] = [
  '@everyone look',
  'see @cites/secretariat',
  '&#64;octocat and &#x40;octocat',
  '\\@octocat',
  '@\u200boctocat',
  'fixes #12 and GH-12 and cites/docs#12 and TICKET2-9',
  '1234567890abcdef1234567890abcdef12345678',
  'https://example.org/x www.example.org mailto:a@example.org someone@example.org',
  '[text](https://example.org)',
  '![picture](https://example.org/a.png)',
  '[a]: https://example.org',
  '<https://example.org>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://example.org">x</a>',
  '<details open ontoggle=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- cites-docs: summary -->',
  '::error::x',
  '##[group]x',
  '##vso[task.complete]x',
  '/close',
  '- /approve',
  '> /merge',
  '# A heading',
  'A heading\n===',
  'A heading\n---',
  '```mermaid\ngraph TD\n```',
  '~~~\nx\n~~~',
  '$$\\href{https://example.org}{x}$$',
  '`code`',
  '| a | b |\n|---|---|\n| c | d |',
  ':smile: :+1:',
  '~label !12 %milestone &epic $12',
  '\u202eeverything the other way round\u0000',
  '- [x] done',
  '&lt;b&gt; &amp; &commat;octocat',
]

const elsewhere: readonly [string, RegExp][] = [
  ['a mention', /@[a-z0-9]/i],
  ['an issue', /#\d|[a-z0-9]-\d|!\d/i],
  ['a commit', /[0-9a-f]{7}/i],
  ['an address', /:\/\/|www\.|mailto:[^\u200b]/i],
  ['a command of a log', /::|##/],
  ['a command of a comment', /^\s*(?:- )?\/[a-z]/im],
  ['a label, a milestone, an epic, a snippet', /[~%&$][a-z0-9]/i],
]

const allowed = ['root', 'paragraph', 'text', 'strong', 'list', 'listItem', 'html']

test.each(hostile)('nothing of %j is obeyed', async (text) => {
  const shown = summaryIn(await bodyOf(text))
  expect(seen(shown).length).toBeGreaterThan(0)
  // In what is posted: no markup but what a summary has, for a reader of signs and for one of Markdown.
  const plain = shown.replace(/<\/?(?:details|summary|b|ins|del)>|\*\*|^- /gm, '').replace(/&#\d+;/g, 'x')
  expect(plain.replaceAll('\n', '')).not.toMatch(/[\\`*_[\]{}()<>&|~$^=#@!\p{Cc}\u202e]/u)
  expect(plain).not.toMatch(/^[-=+]{2,}$/m)
  const types = new Set<string>()
  visit(unified().use(remarkParse).parse(shown), (node) => void types.add(node.type))
  for (const type of types) expect(allowed).toContain(type)
  // In what is shown: nothing that a forge looks for.
  const rendered = shown.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  for (const [what, found] of elsewhere) expect(rendered, what).not.toMatch(found)
})

test('folds that are not closed are closed, and those that are closed twice are not', async () => {
  const shown = summaryIn(await bodyOf('<details>\n<details>\n</details>\n</details>\n</details>\n<details>'))
  expect(shown.match(/<details>/g)).toHaveLength(3)
  expect(shown.match(/<\/details>/g)).toHaveLength(3)
})

test('what is cleaned once stays as it is', async () => {
  for (const text of [summary, ...hostile]) {
    const once = summaryIn(await bodyOf(text))
    expect(seen(summaryIn(await bodyOf(once)))).toBe(seen(once))
  }
})

test('the note of GitLab is cleaned by the same lines', () => {
  const linesOf = (path: string): string[] => {
    const [, block = ''] = /<sanitise>.*\n([\s\S]*?)[ ]*\/\/ <\/sanitise>/.exec(read(path)) ?? []
    return block.split('\n').map((line) => line.trim())
  }
  const lines = linesOf('docs/pull-requests/post-note.mjs')
  expect(lines.length).toBeGreaterThan(20)
  expect(lines).toEqual(linesOf('.github/workflows/documents-comment.yml'))
})

test('the note of GitLab is written once and then updated, and its token goes nowhere else', async () => {
  const notes: {id: number; author: {id: number}; body: string}[] = [
    {id: 1, author: {id: 9}, body: '<!-- cites-docs: summary -->\nof another user'},
  ]
  const asked: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${request.headers['private-token']}`)
      const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()).body : ''
      if (request.method === 'POST') notes.push({id: 2, author: {id: 4}, body})
      if (request.method === 'PUT') Object.assign(notes[1] ?? {}, {body})
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify(request.url === '/api/user' ? {id: 4} : request.method === 'GET' ? notes : {}),
      )
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const folder = mkdtempSync(join(tmpdir(), 'cites-docs-note-'))
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
    const file = join(folder, 'summary.md')
    for (const text of ['One @octocat\n/close', 'Two']) {
      writeFileSync(file, text)
      expect(await note(file, address)).toEqual({status: 0, err: ''})
    }
  } finally {
    server.close()
    rmSync(folder, {recursive: true})
  }
  const of = '/api/projects/3/merge_requests/8/notes'
  expect(asked).toEqual([
    'GET /api/user token',
    `GET ${of}?per_page=100&page=1 token`,
    `POST ${of} token`,
    'GET /api/user token',
    `GET ${of}?per_page=100&page=1 token`,
    `PUT ${of}/2 token`,
  ])
  expect(notes).toHaveLength(2)
  expect(notes[1]?.body).toMatch(/Two$/)
})

/** Runs the script of GitLab's job without holding up the server that it asks. */
async function note(file: string, address: string): Promise<{status: number | null; err: string}> {
  const {spawn} = await import('node:child_process')
  const child = spawn(process.execPath, [join(repository, 'docs/pull-requests/post-note.mjs'), file], {
    env: {
      CI_API_V4_URL: address,
      CI_PROJECT_ID: '3',
      CI_MERGE_REQUEST_IID: '8',
      CI_JOB_URL: 'https://gitlab.example/job/1',
      DOCUMENTS_NOTE_TOKEN: 'token',
    },
  })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return {status, err}
}

test('the shell script is one that a shell reads', () => {
  expect(spawnSync('sh', ['-n', join(repository, 'docs/pull-requests/check.sh')]).status).toBe(0)
})
