/** Scripts of a package.json that start the command: in a folder without them it is typed by its own name. */
const scripts = new Set([
  'amend',
  'build',
  'check',
  'explain',
  'git-setup',
  'new',
  'status',
  'table',
  'translate',
  'release',
])

/**
 * How a command is typed, in the way in which the running one was: `npm run check -- --fix` through a script of a
 * package.json, `npx cites-docs check --fix` from an installed package, else `cites-docs check --fix`.
 *
 * @param command  its name
 * @param rest  what stands behind it
 */
export function asTyped(command: string, rest = ''): string {
  const script = process.env.npm_lifecycle_event ?? ''
  if (scripts.has(script.replace(/^translate:.*/, 'translate')))
    return `npm run ${command}${rest === '' ? '' : ` -- ${rest}`}`
  const name = script === 'npx' ? 'npx cites-docs' : 'cites-docs'
  return `${name} ${command}${rest === '' ? '' : ` ${rest}`}`
}
