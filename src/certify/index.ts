export {type UnitWords, unitWords} from './bookmarks.ts'
export {certifyDocx} from './certify.ts'
export {type CertifiedFile, renderCertified} from './render-certified.ts'
export {type Certificate, CertificateError} from './types.ts'
