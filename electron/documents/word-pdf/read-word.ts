import type { OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import { readRelations, type Relation } from '../../workbooks/xlsx/open-workbook.ts'
import { readTable } from './read-table.ts'
import { readText, type WordFacts } from './read-text.ts'
import { pageSign, type WordBlock, type WordSection } from './word-blocks.ts'
import { readLists } from './word-lists.ts'
import type { Say } from './word-look.ts'
import { readStyles, type TableStyle } from './word-styles.ts'
import { childOf, pointsOf, readTree, switchOf, valueOf, type XmlNode } from './xml-tree.ts'

/** A filled Word document as it is drawn, and what of it cannot be, in words: empty where all of it can. */
export type ReadWord = { readonly sections: readonly WordSection[]; readonly notDrawn: readonly string[] }

/**
 * Reads a Word document of the kinds of content that templates may hold (`allowed-content.ts`).
 * @throws UnreadableWorkbook
 */
export async function readWord(parts: OfficePackage): Promise<ReadWord> {
  const notDrawn = new Set<string>()
  const say: Say = (what) => void notDrawn.add(what)
  const tree = async (name: string) => {
    const xml = await parts.readText(name)
    return xml === undefined ? undefined : readTree(xml)
  }
  const facts: WordFacts = {
    styles: readStyles(await tree('word/styles.xml')),
    lists: readLists(await tree('word/numbering.xml')),
    say,
    fields: [],
  }
  const settings = childOf(await tree('word/settings.xml'), 'settings')
  if (switchOf(settings, 'evenAndOddHeaders') === true) say('đầu trang khác nhau ở trang chẵn, trang lẻ')
  const margins = await readMargins(parts, facts)
  const body = childOf(childOf(await tree('word/document.xml'), 'document'), 'body')
  const sections: WordSection[] = []
  for (const { sectPr, nodes } of splitSections(body)) {
    const before = sections.at(-1)
    const read = { ...sectionOf(sectPr, margins, say), blocks: blocksOf(nodes, facts, []) }
    if (before !== undefined && valueOf(sectPr, 'type') === 'continuous') {
      if (before.orientation !== read.orientation) say('phần đổi chiều giấy ở giữa trang')
      sections[sections.length - 1] = { ...before, blocks: [...before.blocks, ...read.blocks] }
      continue
    }
    const isCounted = childOf(sectPr, 'pgNumType')?.attributes['start'] !== undefined
    if (before !== undefined && !isCounted && printsNumber(read)) say('số trang nối tiếp từ phần trước')
    sections.push(read)
  }
  return { sections, notDrawn: [...notDrawn] }
}

/** A section's properties stand in its last paragraph, those of the last one at the end of the body. */
function splitSections(body: XmlNode | undefined) {
  const sections: { sectPr: XmlNode | undefined; nodes: XmlNode[] }[] = []
  let nodes: XmlNode[] = []
  for (const node of body?.children ?? []) {
    const sectPr = node.name === 'sectPr' ? node : childOf(childOf(node, 'pPr'), 'sectPr')
    const isMark = node.name === 'sectPr' || (sectPr !== undefined && isEmpty(node))
    if (!isMark) nodes.push(node)
    if (sectPr === undefined) continue
    sections.push({ sectPr, nodes })
    nodes = []
  }
  if (nodes.length > 0) sections.push({ sectPr: undefined, nodes })
  return sections
}

const isEmpty = (p: XmlNode): boolean => p.name === 'p' && !p.children.some(({ name }) => name !== 'pPr')

function blocksOf(nodes: readonly XmlNode[], facts: WordFacts, inTable: TableStyle): readonly WordBlock[] {
  return nodes.flatMap((node): readonly WordBlock[] => {
    if (node.name === 'p') return readText(node, facts, inTable)
    if (node.name === 'tbl') return [readTable(node, facts, (cell, of, style) => blocksOf(cell.children, of, style))]
    return ['sdt', 'sdtContent', 'customXml', 'smartTag'].includes(node.name)
      ? blocksOf(node.children, facts, inTable)
      : []
  })
}

/** Headers and footers by the relationship that a section names. */
async function readMargins(parts: OfficePackage, facts: WordFacts): Promise<Margins> {
  const relations = await readRelations(parts, 'word/document.xml')
  const read = async ({ target }: Relation) => {
    const xml = await parts.readText(target)
    return xml === undefined ? [] : blocksOf(readTree(xml).children[0]?.children ?? [], facts, [])
  }
  const found = relations.filter(({ kind }) => kind === 'header' || kind === 'footer')
  return new Map(await Promise.all(found.map(async (relation) => [relation.id, await read(relation)] as const)))
}

type Margins = ReadonlyMap<string, readonly WordBlock[]>

function sectionOf(sectPr: XmlNode | undefined, margins: Margins, say: Say): Omit<WordSection, 'blocks'> {
  const { w, h } = childOf(sectPr, 'pgSz')?.attributes ?? {}
  const [width = a4.width, height = a4.height] = [pointsOf(w), pointsOf(h)]
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (Math.abs(short - a4.width) > 3 || Math.abs(long - a4.height) > 3) say('khổ giấy khác A4')
  if (Number(childOf(sectPr, 'cols')?.attributes['num'] ?? 1) > 1) say('chữ chia cột báo')
  const margin = childOf(sectPr, 'pgMar')?.attributes ?? {}
  const edge = (side: string) => Math.abs(pointsOf(margin[side]) ?? usualEdge)
  const isNarrow = width - edge('left') - edge('right') < leastText || height - edge('top') - edge('bottom') < leastText
  if (isNarrow) say('lề trang quá rộng')
  const partOf = (kind: string, type: string): readonly WordBlock[] => {
    const reference = sectPr?.children.find(
      ({ name, attributes }) => name === kind && (attributes['type'] ?? 'default') === type,
    )
    return margins.get(reference?.attributes['id'] ?? '') ?? []
  }
  const hasFirst = switchOf(sectPr, 'titlePg') === true
  const footers = [partOf('footerReference', 'default'), ...(hasFirst ? [partOf('footerReference', 'first')] : [])]
  if (footers.flat().some(hasContent)) say('chữ ở chân trang')
  return {
    orientation: width > height ? 'landscape' : 'portrait',
    edges: { top: edge('top'), bottom: edge('bottom'), left: edge('left'), right: edge('right') },
    header: {
      at: pointsOf(margin['header']) ?? usualEdge / 2,
      first: hasFirst ? partOf('headerReference', 'first').filter(hasContent) : null,
      others: partOf('headerReference', 'default').filter(hasContent),
    },
    firstPage: Number(childOf(sectPr, 'pgNumType')?.attributes['start'] ?? 1),
  }
}

/** Points, as the paper is. */
const a4 = { width: 595.3, height: 841.9 }
const usualEdge = 72
const leastText = 140

const hasContent = (block: WordBlock): boolean =>
  block.kind === 'table' || block.rules.length > 0 || block.runs.some(({ text }) => text.trim() !== '')

const printsNumber = ({ header: { first, others } }: Pick<WordSection, 'header'>): boolean =>
  [...(first ?? []), ...others].some((block) => JSON.stringify(block).includes(pageSign))
