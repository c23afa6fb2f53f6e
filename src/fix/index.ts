export {fixSoftHyphens} from './fix-soft-hyphens.ts'
export {fixUnitIds} from './fix-unit-ids.ts'
export {fixWords} from './fix-words.ts'
export {withUnitIds} from './with-unit-ids.ts'
