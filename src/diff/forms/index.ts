export {jsonDiff} from './json.ts'
export {markdownDiff} from './markdown.ts'
export {pageDiff} from './page/page.ts'
export {summaryLine, terminalDiff} from './terminal.ts'
