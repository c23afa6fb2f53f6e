export {factNodes} from './facts.ts'
