import { walkXml } from '../../workbooks/xlsx/xml.ts'

/** An element of a Word part; names and attributes without their prefixes. */
export type XmlNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** What stands in the element itself. */
  readonly text: string
}

type OpenNode = XmlNode & { readonly children: OpenNode[]; text: string }

/** A part of a Word document as a tree. Throws `UnreadableWorkbook` for what is no XML. */
export function readTree(xml: string): XmlNode {
  const root: OpenNode = { name: '', attributes: {}, children: [], text: '' }
  const open: OpenNode[] = [root]
  walkXml(xml, {
    open: ({ name, attributes }) => {
      const local = Object.entries(attributes).map(([key, value]) => [key.split(':').at(-1) ?? key, value] as const)
      const node = { name, attributes: Object.fromEntries(local), children: [], text: '' }
      open.at(-1)?.children.push(node)
      open.push(node)
    },
    text: (text) => {
      const last = open.at(-1)
      if (last !== undefined) last.text += text
    },
    close: () => void open.pop(),
  })
  return root
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name)
}

/** The `val` of a child; undefined where there is none. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes['val']
}

/** A switch such as `<b/>`: on unless it says otherwise; undefined where it is not there. */
export function switchOf(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = childOf(node, name)
  return found === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(found.attributes['val'] ?? '')
}

/** Twentieths of a point, in points. */
export function pointsOf(twips: string | undefined): number | undefined {
  if (twips === undefined) return undefined
  const points = Number(twips) / 20
  return Number.isFinite(points) ? points : undefined
}

/** The texts in an element and below it; of a drawing's kinds those that a newer Word reads. */
export function textsOf(node: XmlNode | undefined): readonly XmlNode[] {
  if (node === undefined || node.name === 'Fallback') return []
  return node.name === 't' ? [node] : node.children.flatMap(textsOf)
}
