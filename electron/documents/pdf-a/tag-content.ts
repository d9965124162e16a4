import type { Content } from 'pdfmake/interfaces.js'
import { addElement, artifact, holdsText, type Element } from './elements.ts'

/** The elements that a layout names; all other text is paragraphs, all other cells of a table TD. */
export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Table' | 'TH'

/**
 * Content as an element of the structure: its texts are that heading, paragraph or list, its tables that table. A table
 * that no element names is there for the sake of places only.
 */
export function asElement(tag: Tag, content: Content): Content {
  const node = typeof content === 'object' && !Array.isArray(content) ? content : { stack: [content] }
  return Object.assign({}, node, { tag })
}

type TaggedContent = {
  /** Every text and drawing of it carries the element that it belongs to, as words carry their style. */
  readonly content: Content[]
  /** The whole, its elements in the order of the content. */
  readonly element: Element
}

export function tagContent(content: readonly Content[]): TaggedContent {
  const element: Element = { type: 'Sect', kids: [] }
  return { content: content.map((node) => tagNode(node, element)) as Content[], element }
}

type AnyNode = Readonly<Record<string, unknown>>

function tagNode(node: unknown, parent: Element): unknown {
  if (Array.isArray(node)) return { stack: node.map((child: unknown) => tagNode(child, parent)) }
  if (typeof node !== 'object' || node === null) return tagNode({ text: node }, parent)
  const given = node as AnyNode
  if (given['canvas'] !== undefined) return { ...given, element: drawingOf(given['canvas'], parent) }
  const own = elementOf(given['tag'], parent)
  if (given['text'] !== undefined) {
    return { ...given, element: holdsText(own) ? own : addElement(own, { type: 'P' }) }
  }
  const { stack, columns, table } = given
  const tagAll = (children: unknown) => (children as readonly unknown[]).map((child) => tagNode(child, own))
  if (stack !== undefined) return { ...given, stack: tagAll(stack) }
  if (columns !== undefined) return { ...given, columns: tagAll(columns) }
  return table === undefined ? given : { ...given, table: tagTable(table as TableNode, own) }
}

function elementOf(tag: unknown, parent: Element): Element {
  if (tag === undefined || parent.type === 'Artifact') return parent
  const own = addElement(parent, { type: tag as Tag })
  return own.type === 'LI' ? addElement(own, { type: 'LBody' }) : own
}

/** What a drawing says; a rule says nothing. */
function drawingOf(canvas: unknown, parent: Element): Element {
  for (const vector of canvas as readonly AnyNode[]) {
    if (typeof vector['qrText'] === 'string')
      return addElement(parent, { type: 'Figure', alt: qrAlt(vector['qrText']) })
    if (vector['type'] === 'ellipse') return addElement(parent, { type: 'Figure', alt: 'Khoanh chọn:' })
  }
  return artifact
}

/** Read aloud instead of a QR code. */
export function qrAlt(text: string): string {
  return `Mã QR: ${text}`
}

type TableNode = AnyNode & { readonly body: readonly (readonly unknown[])[]; readonly headerRows?: number }

/** The rows of a table; where it goes on in a second one, that one's head is said already. */
function tagTable(table: TableNode, parent: Element): TableNode {
  const { body, headerRows = 0 } = table
  if (parent.type !== 'Table') return { ...table, body: body.map((row) => row.map((cell) => tagNode(cell, parent))) }
  const isContinued = parent.kids.length > 0
  const isCovered = coverage()
  return {
    ...table,
    body: body.map((row, index) => {
      const isHead = index < headerRows
      if (isHead && isContinued) return row.map((cell) => tagNode(cell, artifact))
      const element = addElement(parent, { type: 'TR' })
      return row.map((cell, column) => {
        const { colSpan: across = 1, rowSpan: down = 1 } = (cell ?? {}) as { colSpan?: number; rowSpan?: number }
        if (isCovered({ row: index, column, across, down })) return cell
        const isNode = typeof cell === 'object' && cell !== null && !Array.isArray(cell)
        const { tag, ...plain } = (isNode ? cell : { stack: [cell] }) as AnyNode
        return tagNode(plain, addElement(element, { type: isHead || tag === 'TH' ? 'TH' : 'TD', across, down }))
      })
    }),
  }
}

/** Told of a table's places row by row: true for one that a cell before it covers. */
function coverage() {
  const covered = new Set<string>()
  return ({ row, column, across, down }: Record<'row' | 'column' | 'across' | 'down', number>): boolean => {
    if (covered.has(`${row} ${column}`)) return true
    for (let below = 0; below < down; below++) {
      for (let beside = 0; beside < across; beside++) covered.add(`${row + below} ${column + beside}`)
    }
    return false
  }
}
