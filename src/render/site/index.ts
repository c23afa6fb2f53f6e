export {siteFormats} from './formats.ts'
export type {Site, SiteFormat} from './types.ts'
