export {convertToPdf, countPages, hasOffice, requireOffice, type WordFile} from './office.ts'
export {pageFindings} from './page-count.ts'
export {makeProfile} from './profile.ts'
export {outdatedPdfs, pdfPath, writePdfs} from './write-pdfs.ts'
