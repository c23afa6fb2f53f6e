export {isInPackageOrder} from './docx/parts/package-order.ts'
export {characterStyleId, idOf, paragraphStyleId} from './docx/style-ids.ts'
export {type DossierFormat, dossierFormats, sortedJson} from './dossier/index.ts'
export {formats} from './formats.ts'
export {lines, serialize} from './html/index.ts'
export {roomForLabels} from './room-for-labels.ts'
export {
  type Frame,
  pageRoom,
  type Room,
  renderBitext,
  type Site,
  type SiteEntry,
  type SiteFormat,
  siteEntry,
  siteFormats,
  siteStyle,
} from './site/index.ts'
export type {Finished, Format, PictureBytes} from './types.ts'
export {usedStyles} from './used-styles.ts'
