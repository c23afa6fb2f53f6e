import {integrityFaults, readPackage} from '../../src/word/index.ts'

// What XML 1.0 forbids (section 2.2), and what stands in the place of broken characters.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const schemes =
  /^(?:https?:\/\/|mailto:|#|[a-z0-9.-]+\/|\.\.?\/|[a-z0-9][a-z0-9.-]*\.(?:html|docx|txt|ics|json)|data:image\/|\?)/i

/**
 * What a reader's Word or browser must not meet in a file of out/: one checker for all formats.
 *
 * @param path  from out/
 * @param text  of the search page alone may hold its script
 * @returns faults in words; none for a format that is neither
 */
export function outputFaults(path: string, bytes: Uint8Array): string[] {
  if (path.endsWith('.docx')) return integrityFaults(readPackage(bytes)).map((fault) => `${path}: ${fault}`)
  const text = new TextDecoder().decode(bytes)
  const faults = forbidden.test(text) ? [`${path}: a character that XML forbids`] : []
  if (path.endsWith('.html')) faults.push(...htmlFaults(path, text))
  return faults
}

const elements = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'>/=]+(?:="[^"]*"|='[^']*')?)*)\s*\/?>/gi

function htmlFaults(path: string, text: string): string[] {
  const faults: string[] = []
  const say = (fault: string): void => {
    faults.push(`${path}: ${fault}`)
  }
  const scripts = text.match(/<script\b/gi)?.length ?? 0
  if (scripts > (/^search(?:\.[a-z]{2})?\.html$/.test(path) ? 1 : 0)) say('a script')
  if (!/<meta http-equiv="Content-Security-Policy"/.test(text)) say('no policy')
  // The script and the style of our own are no markup.
  const markup = text.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
  for (const [, name = '', attributes = ''] of markup.matchAll(elements)) {
    if (/^(?:iframe|object|embed|applet|base|form|frame|template|math|foreignobject)$/i.test(name))
      say(`an element “${name}”`)
    // The only link is to the same document in another language.
    if (/^link$/i.test(name) && !/ rel="alternate"/.test(attributes)) say('a link that is no other language')
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([^\s"'>/=]+)(?:="([^"]*)")?/g)) {
      if (/^on/i.test(attribute)) say(`an attribute “${attribute}”`)
      if (/^(?:srcdoc|formaction|style|xlink:href)$/i.test(attribute)) say(`an attribute “${attribute}”`)
      if (/^(?:href|src|action)$/i.test(attribute) && !schemes.test(decoded(value)))
        say(`an address “${value}”`)
    }
  }
  return faults
}

function decoded(value: string): string {
  return value
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&amp;', '&')
}
