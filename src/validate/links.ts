import {caps} from '../load/index.ts'

const schemes = new Set(['https:', 'http:', 'mailto:'])

/**
 * What is wrong with the address of a link, or undefined.
 *
 * @param url  the decoded address, as the parser gives it
 * @returns the author's words; the schemes allowed are https, http and mailto
 */
export function linkFault(url: string): string | undefined {
  if (url.length > caps.linkCharacters.most)
    return `The address of this link is longer than ${caps.linkCharacters.most} characters. Shorten it.`
  const remedy =
    'Write an address that begins with https://; refer to our own documents with :ref[…] or :document[…].'
  if (/[\u0000-\u0020\u007f\\]/.test(url) || url.startsWith('//') || !URL.canParse(url))
    return `The address of this link cannot be used. ${remedy}`
  const {protocol, username, password, searchParams} = new URL(url)
  if (!schemes.has(protocol) || username || password)
    return `The address of this link cannot be used. ${remedy}`
  if (
    protocol === 'mailto:' &&
    (searchParams.has('attach') || searchParams.has('bcc') || /%0[ad]/i.test(url))
  ) {
    return 'The address of this link holds more than an e-mail address. Write “mailto:name@example.org”.'
  }
  return undefined
}
