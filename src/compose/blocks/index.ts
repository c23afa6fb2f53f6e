export {bodyBlocks} from './body-blocks.ts'
