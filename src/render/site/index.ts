export {siteFormats} from './formats.ts'
export {siteStyle} from './style.ts'
export type {Site, SiteFormat} from './types.ts'
