import {XmlComponent} from 'docx'
import {addAll} from '../../message/index.ts'

/** Any WordprocessingML element inside docx's own tree, for what docx has no class for. */
export class WordElement extends XmlComponent {
  /**
   * @param name  with its prefix, such as `w:fldChar`
   * @param attributes  with their prefixes
   * @param children  elements or text
   */
  constructor(
    name: string,
    attributes: Record<string, string | number> = {},
    children: (XmlComponent | string)[] = [],
  ) {
    super(name)
    if (Object.keys(attributes).length > 0) this.root.push({_attr: attributes} as never)
    addAll(this.root, children)
  }
}
