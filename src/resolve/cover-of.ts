import type {CoverTemplate, Kind} from './kind-types.ts'
import type {Profile} from './profile-types.ts'

/**
 * The blocks of a cover as a period prints them. A block that the period prints otherwise keeps the note that its author
 * may put on it; words that it no longer prints are found where they are typed.
 */
export function coverOf({cover}: Kind, profile: Profile): CoverTemplate[] {
  return cover.map((template): CoverTemplate => {
    const {id, note} = template
    const other = Object.hasOwn(profile.cover ?? {}, id) ? profile.cover?.[id] : undefined
    return other ? {id, ...other, ...(note === undefined ? {} : {note})} : template
  })
}
