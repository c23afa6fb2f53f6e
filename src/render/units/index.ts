export {renderUnits} from './render-units.ts'
