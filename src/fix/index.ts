export {fixUnitIds} from './fix-unit-ids.ts'
export {withUnitIds} from './with-unit-ids.ts'
