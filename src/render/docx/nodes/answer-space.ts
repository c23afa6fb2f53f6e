import {type FileChild, HeightRule, Table, TableCell, TableLayoutType, TableRow, WidthType} from 'docx'
import type {AnswerSpace} from '../../../tree/index.ts'
import type {Builder} from '../types.ts'
import {paragraph} from './paragraph.ts'

// A line of the text of tables (9 points, templates/styles.yaml) with the space around it.
const lineTwips = 250

/** A table of one cell that grows with what is typed into it, and is never split between two pages. */
export const answerSpace: Builder = (node: AnswerSpace, context) => {
  const width = {size: context.house.textWidth, type: WidthType.DXA}
  const head = paragraph({style: 'answer', unit: node.unit, children: node.children}, context)
  return [
    new Table({
      width,
      layout: TableLayoutType.FIXED,
      columnWidths: [context.house.textWidth],
      rows: [
        new TableRow({
          cantSplit: true,
          height: {value: node.lines * lineTwips, rule: HeightRule.ATLEAST},
          children: [new TableCell({width, children: [head]})],
        }),
      ],
    }),
    paragraph({style: 'table-text', children: []}, context),
  ] as FileChild[]
}
