export {deflated} from './pack.ts'
export {renderDocx} from './render-docx.ts'
