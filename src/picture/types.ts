/** Sort of a picture, as its first bytes say. */
export type PictureType = 'png' | 'jpeg'

/** A picture that is proven: what a reader of any program may be given. */
export interface Picture {
  type: PictureType
  /** In pixels, as the picture is looked at. */
  width: number
  height: number
  /** The file without what is not to be seen in it. */
  bytes: Uint8Array
  /** What it cost to prove it: its pixels, as often as each was handled. */
  work: number
  /** SHA-256 of these bytes, in hexadecimal digits. */
  digest: string
}

/** How large a picture may be. */
export interface PictureLimits {
  pixels: number
  /** Pixels of its longer side. */
  side: number
}

/** Why a picture cannot be used: the rule that says so, what is there, and what to do instead. */
export interface PictureFault {
  ruleId: 'picture-damaged' | 'picture-form' | 'picture-size' | 'picture-type'
  reason: string
}

/** What a look at a file found: the picture, or why it is none. */
export type Proven = {picture: Omit<Picture, 'digest'>} | {fault: PictureFault}
