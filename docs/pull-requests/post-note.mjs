// Posts a summary as one note of a merge request of GitLab, and updates it on each push. It is called by gitlab-ci.yml where
// a token is given; the summary is read as a text that anybody may have written.
//
//   node docs/pull-requests/post-note.mjs review/summary.md
import {readFileSync} from 'node:fs'
import {argv, env, exit} from 'node:process'

const marker = '<!-- cites-docs: summary -->'
const most = {summary: 200_000, lines: 80, line: 4_000, pages: 20}

// <sanitise> The same lines stand in .github/workflows/documents-comment.yml.
// Of markup only what a summary has is let through; all else is shown as it was written. What a forge looks
// for in the words that a page shows (mentions, issues, commits, addresses, commands) is parted by a character
// of no width, since it finds them behind entities and backslashes too.
const markup = /(<\/?(?:details|summary|b|ins|del)>|\*\*)/
const looked = /[@#!$%^~&]|:(?=\S)|[a-z0-9]-(?=\d)|www(?=\.)|\/(?=[a-z])|[0-9a-f]{6}(?=[0-9a-f])/gi
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

function sanitised(summary) {
  const lines = summary.split('\n').slice(0, most.lines).map((line) => sanitisedLine(line.slice(0, most.line)))
  let open = 0
  const balanced = lines.map((line) =>
    line.replace(/<(\/?)details>/g, (tag, closes) => {
      if (closes && open === 0) return ''
      open += closes ? -1 : 1
      return tag
    }),
  )
  return [...balanced, ...Array(open).fill('</details>')].join('\n')
}

function sanitisedLine(line) {
  const [, item, rest] = /^(- )?(.*)$/s.exec(line.trim())
  return (item ?? '') + rest.split(markup).map((piece, index) => (index % 2 ? piece : shown(piece, index === 0))).join('')
}

function shown(piece, isFirst) {
  const words = piece
    .replace(/&#(\d{1,6});/g, (whole, code) => (code > 0x10ffff ? whole : String.fromCodePoint(code)))
    .replace(unseen, '')
  const parted = `${isFirst && /^[-\d]/.test(words) ? '\u200b' : ''}${words.replace(looked, '$&\u200b')}`
  return parted.replace(/[^\p{L}\p{M}\p{N} .,;:?“”«»’'"→…°–—/\-\u00a0\u200b]/gu, (sign) => `&#${sign.codePointAt(0)};`)
}
// </sanitise>

const {CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: request, CI_JOB_URL: job} = env
const notes = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${encodeURIComponent(request)}/notes`

/** Asks the server; its answer as data. */
async function asked(address, method = 'GET', body) {
  const answer = await fetch(address, {
    method,
    redirect: 'error',
    headers: {'PRIVATE-TOKEN': env.DOCUMENTS_NOTE_TOKEN, 'Content-Type': 'application/json'},
    ...(body === undefined ? {} : {body: JSON.stringify({body})}),
  })
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  return answer.json()
}

/** The note that an earlier run wrote: with our mark, by the user of the token. */
async function ownNote() {
  const {id: self} = await asked(`${api}/user`)
  for (let page = 1; page <= most.pages; page++) {
    const found = await asked(`${notes}?per_page=100&page=${page}`)
    const own = found.find(({author, body}) => author.id === self && body.startsWith(marker))
    if (own || found.length < 100) return own
  }
}

try {
  const summary = sanitised(readFileSync(argv[2], 'utf8').slice(0, most.summary))
  const body = `${marker}\n### What changes for a reader\n\nRedlines in HTML and Word: [artifacts of the job](${job}/artifacts/browse).\n\n${summary}`
  const own = await ownNote()
  await (own ? asked(`${notes}/${own.id}`, 'PUT', body) : asked(notes, 'POST', body))
} catch (cause) {
  console.error(`The summary could not be posted: ${cause.message}`)
  exit(1)
}
