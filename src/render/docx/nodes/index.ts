export {blockBuilders} from './blocks.ts'
