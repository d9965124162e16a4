import {
  plainParagraph,
  plainRun,
  withParagraph,
  withRun,
  type ParagraphLook,
  type RunLook,
  type Say,
} from './word-look.ts'
import { childOf, valueOf, type XmlNode } from './xml-tree.ts'

/** The styles of a Word document: what a paragraph, a stretch of text and a table look like by them. */
export type WordStyles = {
  readonly paragraph: (pPr: XmlNode | undefined, inTable: TableStyle, say: Say) => StyledParagraph
  readonly run: (rPr: XmlNode | undefined, look: RunLook, say: Say) => RunLook
  /** A table's style, from that which it rests upon to its own. */
  readonly table: (tblPr: XmlNode | undefined) => TableStyle
}

/** What paragraphs of it look like by it, and its own properties. */
export type TableStyle = readonly XmlNode[]

export type StyledParagraph = { readonly look: ParagraphLook; readonly run: RunLook }

/** @param styles `word/styles.xml`; undefined where a document has none. */
export function readStyles(styles: XmlNode | undefined): WordStyles {
  const root = childOf(styles, 'styles')
  const byId = new Map<string, XmlNode>()
  let ofAll = ''
  for (const node of root?.children ?? []) {
    const { styleId, type = 'paragraph', default: isDefault } = node.attributes
    if (node.name !== 'style' || styleId === undefined) continue
    byId.set(styleId, node)
    if (type === 'paragraph' && (isDefault === '1' || isDefault === 'true')) ofAll = styleId
  }
  const defaults = childOf(root, 'docDefaults')
  const chain = (id: string | undefined): readonly XmlNode[] => {
    const found: XmlNode[] = []
    for (let style = byId.get(id ?? ''); style !== undefined && !found.includes(style);) {
      found.unshift(style)
      style = byId.get(valueOf(style, 'basedOn') ?? '')
    }
    return found
  }
  return {
    paragraph: (pPr, inTable, say) => {
      const style = valueOf(pPr, 'pStyle') ?? ofAll
      let look: ParagraphLook = { ...plainParagraph, style }
      let run = withRun(plainRun, childOf(childOf(defaults, 'rPrDefault'), 'rPr'), say)
      look = withParagraph(look, childOf(childOf(defaults, 'pPrDefault'), 'pPr'), say)
      for (const node of [...inTable, ...chain(style)]) {
        look = withParagraph(look, childOf(node, 'pPr'), say)
        run = withRun(run, childOf(node, 'rPr'), say)
      }
      return { look, run }
    },
    run: (rPr, look, say) =>
      [...chain(valueOf(rPr, 'rStyle')).map((node) => childOf(node, 'rPr')), rPr].reduce(
        (so, each) => withRun(so, each, say),
        look,
      ),
    table: (tblPr) => chain(valueOf(tblPr, 'tblStyle')),
  }
}
