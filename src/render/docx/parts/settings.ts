import {x} from 'xastscript'
import type {DocumentMeta} from '../../../tree/index.ts'
import {wordNamespace, xmlText} from './xml-text.ts'

const compatibility = [
  ['compatibilityMode', '15'],
  ['overrideTableStyleFontSizeAndJustification', '1'],
  ['enableOpenTypeFeatures', '1'],
  ['doNotFlipMirrorIndents', '1'],
] as const

/** word/settings.xml: no protection, no revision marks, no fields to update on opening. */
export function settingsPart(meta: DocumentMeta): string {
  // CT_Settings: defaultTabStop, footnotePr, compat, themeFontLang, decimalSymbol, listSeparator.
  return xmlText(
    x('w:settings', {'xmlns:w': wordNamespace}, [
      x('w:defaultTabStop', {'w:val': '567'}),
      x('w:footnotePr', [x('w:footnote', {'w:id': '-1'}), x('w:footnote', {'w:id': '0'})]),
      x('w:compat', [
        // Lines of an address in a justified paragraph are not spread over its width (ISO/IEC 29500-1, 17.15.3.19).
        x('w:doNotExpandShiftReturn'),
        ...compatibility.map(([name, value]) =>
          x('w:compatSetting', {
            'w:name': name,
            'w:uri': 'http://schemas.microsoft.com/office/word',
            'w:val': value,
          }),
        ),
      ]),
      x('w:themeFontLang', {'w:val': meta.tag}),
      x('w:decimalSymbol', {'w:val': '.'}),
      x('w:listSeparator', {'w:val': ','}),
    ]),
  )
}
