export {provePicture} from './prove-picture.ts'
export type {Picture, PictureLimits, PictureType} from './types.ts'
