export {number} from './number.ts'
