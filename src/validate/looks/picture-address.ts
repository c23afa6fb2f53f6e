import {quote} from '../../message/index.ts'

const name = /^[a-z0-9][a-z0-9-]*(?:\.([a-z]{2}))?\.(?:png|jpe?g)$/
const ending = /\.(?:png|jpe?g)$/i

/**
 * Why a picture cannot be found by its address: it is a file beside the text that shows it, and nothing is fetched from
 * anywhere.
 *
 * @param url  as it is written between the parentheses
 * @param language  letters of the language of the text; empty where it has several
 */
export function pictureAddressFault(url: string, language: string): string | undefined {
  const remedy =
    'Put the file into the folder of this document, and write its name alone, such as “(map.png)”.'
  if (url === '')
    return 'This picture names no file. Write its name between the parentheses, such as “(map.png)”.'
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url))
    return `${quote(url)} is no file of this document; nothing is fetched from elsewhere. ${remedy}`
  if (/[\\/]|^\.|%2f|%5c/i.test(url)) return `${quote(url)} leads to another folder. ${remedy}`
  if (!ending.test(url))
    return `${quote(url)} is no PNG or JPEG file by its name. Save the picture as one, with a name that ends in .png or .jpg.`
  const known = name.exec(url)
  if (!known)
    return `${quote(url)} is none of the names that pictures have. Write small letters, digits and hyphens, such as “map.png”, or “map.fr.png” where each language has its own.`
  const [, own] = known
  if (own === undefined || language === '' || own === language) return undefined
  const here = url.replace(`.${own}.`, `.${language}.`)
  return `${quote(url)} is the picture of another language (${own}). Write ${quote(here)}, or call the file ${quote(url.replace(`.${own}.`, '.'))} if all languages show the same.`
}
