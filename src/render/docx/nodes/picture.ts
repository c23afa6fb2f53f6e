import {type FileChild, Paragraph, Run} from 'docx'
import {type CaptionedPicture, partsOfPicture} from '../../../tree/index.ts'
import {pictureMark} from '../parts/media.ts'
import {paragraphStyleId} from '../style-ids.ts'
import type {Builder, BuilderContext} from '../types.ts'
import {WordElement} from '../xml.ts'
import {captionParagraph} from './caption.ts'
import {paragraph} from './paragraph.ts'

/** English Metric Units of a twip (ECMA-376 Part 1, 20.1.10.16: 914,400 to an inch). */
const emuPerTwip = 635
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

/**
 * The paragraph of a picture, its caption under it, and what stands right under both: all on one page.
 */
export const captionedPicture: Builder = (node: CaptionedPicture, context) => {
  const {caption, under} = partsOfPicture(node)
  const {house} = context
  const {after} = house.finished.styles['paragraph-styles'].unnumbered ?? {}
  // Under the last of them stands as much room as under any paragraph of the text.
  const kept = (isLast: boolean): {keepNext?: boolean; mayEndPage?: boolean; after?: number | undefined} =>
    isLast ? {mayEndPage: true, after} : {keepNext: true}
  const own = kept(!caption && under.length === 0)
  return [
    new Paragraph({
      style: paragraphStyleId(house.finished.styles, 'table-text'),
      ...(own.keepNext ? {keepNext: true} : {}),
      ...(own.after ? {spacing: {after: own.after}} : {}),
      children: [inlinePicture(node, context)],
    }),
    ...(caption ? [captionParagraph(caption, context, kept(under.length === 0))] : []),
    ...under.map((one, index) =>
      paragraph({...one, children: one.children[0].children, ...kept(index === under.length - 1)}, context),
    ),
  ] as FileChild[]
}

/** A picture that stands in its paragraph like a letter (ECMA-376 Part 1, 20.4.2.8); docx gives it a random number. */
function inlinePicture(node: CaptionedPicture, {house}: BuilderContext): Run {
  const {picture, width, height, description} = node
  const id = house.pictures.next++
  const size = {cx: width * emuPerTwip, cy: height * emuPerTwip}
  const name = `Picture ${id}`
  const run = new Run({})
  run.addChildElement(
    new WordElement('w:drawing', {}, [
      new WordElement('wp:inline', {distT: 0, distB: 0, distL: 0, distR: 0}, [
        new WordElement('wp:extent', size),
        new WordElement('wp:docPr', {id, name, descr: description}),
        new WordElement('wp:cNvGraphicFramePr', {}, [
          new WordElement('a:graphicFrameLocks', {'xmlns:a': `${drawing}/main`, noChangeAspect: 1}),
        ]),
        new WordElement('a:graphic', {'xmlns:a': `${drawing}/main`}, [
          new WordElement('a:graphicData', {uri: `${drawing}/picture`}, [
            new WordElement('pic:pic', {'xmlns:pic': `${drawing}/picture`}, [
              new WordElement('pic:nvPicPr', {}, [
                new WordElement('pic:cNvPr', {id, name}),
                new WordElement('pic:cNvPicPr'),
              ]),
              new WordElement('pic:blipFill', {}, [
                new WordElement('a:blip', {'r:embed': pictureMark(picture)}),
                new WordElement('a:stretch', {}, [new WordElement('a:fillRect')]),
              ]),
              new WordElement('pic:spPr', {}, [
                new WordElement('a:xfrm', {}, [
                  new WordElement('a:off', {x: 0, y: 0}),
                  new WordElement('a:ext', size),
                ]),
                new WordElement('a:prstGeom', {prst: 'rect'}, [new WordElement('a:avLst')]),
              ]),
            ]),
          ]),
        ]),
      ]),
    ]),
  )
  return run
}
