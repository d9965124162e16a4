import type { OfficePackage } from '../../workbooks/xlsx/open-package.ts'
import { readRelations, type Relation } from '../../workbooks/xlsx/open-workbook.ts'
import { readTable } from './read-table.ts'
import { readText, type WordFacts } from './read-text.ts'
import { pageSign, type WordBlock, type WordSection } from './word-blocks.ts'
import { readLists } from './word-lists.ts'
import type { Say } from './word-look.ts'
import { readStyles, type TableStyle } from './word-styles.ts'
import { quoted } from './quoted.ts'
import { childOf, pointsOf, readTree, switchOf, textsOf, valueOf, type XmlNode } from './xml-tree.ts'

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
    read: new Set(),
  }
  const settings = childOf(await tree('word/settings.xml'), 'settings')
  const hasEven = switchOf(settings, 'evenAndOddHeaders') === true
  const margins = await readMargins(parts, facts)
  const body = childOf(childOf(await tree('word/document.xml'), 'document'), 'body')
  const sections: WordSection[] = []
  let shown: Shown = new Map()
  for (const { sectPr, nodes } of splitSections(body)) {
    const before = sections.at(-1)
    shown = new Map([...shown, ...referencesOf(sectPr)])
    const read = { ...sectionOf({ sectPr, shown, margins, hasEven, say }), blocks: blocksOf(nodes, facts, []) }
    if (before !== undefined && valueOf(sectPr, 'type') === 'continuous') {
      sayChanges(before, read, say)
      sections[sections.length - 1] = { ...before, blocks: [...before.blocks, ...read.blocks] }
      continue
    }
    sections.push(read)
  }
  if (JSON.stringify(sections.map(({ blocks }) => blocks)).includes(pageSign)) say('số trang trong lời văn')
  if (notDrawn.size === 0) sayUnread(body, facts)
  return { sections, notDrawn: [...notDrawn] }
}

/** What changes in the middle of a page, where one section goes on upon the page of another. */
function sayChanges(before: WordSection, after: WordSection, say: Say): void {
  const isOther = (pick: (section: WordSection) => unknown) =>
    JSON.stringify(pick(before)) !== JSON.stringify(pick(after))
  if (before.orientation !== after.orientation) say('phần đổi chiều giấy ở giữa trang')
  if (isOther(({ edges: { left, right } }) => [left, right])) say('phần đổi lề ở giữa trang')
  if (isOther(({ header: { even, others } }) => [even, others])) say('phần đổi đầu trang ở giữa trang')
}

/** Not a word of the file goes by unread: what stands where this reader does not look is named. */
function sayUnread(root: XmlNode | undefined, { read, say }: WordFacts): void {
  const unread = textsOf(root).filter((node) => !read.has(node) && node.text.trim() !== '')
  if (unread.length > 0) say(`chữ ở chỗ không đọc được: ${quoted(unread.map(({ text }) => text).join(' '))}`)
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
    const [root] = xml === undefined ? [] : readTree(xml).children
    const blocks = blocksOf(root?.children ?? [], facts, [])
    sayUnread(root, facts)
    return blocks.some(hasContent) ? blocks : []
  }
  const found = relations.filter(({ kind }) => kind === 'header' || kind === 'footer')
  return new Map(await Promise.all(found.map(async (relation) => [relation.id, await read(relation)] as const)))
}

type Margins = ReadonlyMap<string, readonly WordBlock[]>

/** The header or footer of each kind that a section prints: one that it names none for goes on from the one before. */
type Shown = ReadonlyMap<string, string>

function referencesOf(sectPr: XmlNode | undefined): Shown {
  const references =
    sectPr?.children.filter(({ name }) => name === 'headerReference' || name === 'footerReference') ?? []
  return new Map(
    references.map(({ name, attributes: { type = 'default', id = '' } }) => [`${name} ${type}`, id] as const),
  )
}

type SectionFacts = {
  readonly sectPr: XmlNode | undefined
  readonly shown: Shown
  readonly margins: Margins
  /** Pages with even numbers have headers of their own. */
  readonly hasEven: boolean
  readonly say: Say
}

function sectionOf({ sectPr, shown, margins, hasEven, say }: SectionFacts): Omit<WordSection, 'blocks'> {
  const { w, h } = childOf(sectPr, 'pgSz')?.attributes ?? {}
  const [width = a4.width, height = a4.height] = [pointsOf(w), pointsOf(h)]
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (Math.abs(short - a4.width) > 3 || Math.abs(long - a4.height) > 3) say('khổ giấy khác A4')
  if (Number(childOf(sectPr, 'cols')?.attributes['num'] ?? 1) > 1) say('chữ chia cột báo')
  const margin = childOf(sectPr, 'pgMar')?.attributes ?? {}
  const edge = (side: string) => Math.abs(pointsOf(margin[side]) ?? usualEdge)
  const isNarrow = width - edge('left') - edge('right') < leastText || height - edge('top') - edge('bottom') < leastText
  if (isNarrow) say('lề trang quá rộng')
  const hasFirst = switchOf(sectPr, 'titlePg') === true
  const of = (kind: string, type: string) => margins.get(shown.get(`${kind}Reference ${type}`) ?? '') ?? []
  const partsOf = (kind: string) => ({
    first: hasFirst ? of(kind, 'first') : null,
    even: hasEven ? of(kind, 'even') : null,
    others: of(kind, 'default'),
  })
  if (Object.values(partsOf('footer')).some((blocks) => (blocks ?? []).length > 0)) say('chữ ở chân trang')
  const header = { at: pointsOf(margin['header']) ?? usualEdge / 2, ...partsOf('header') }
  const { start, fmt = 'decimal' } = childOf(sectPr, 'pgNumType')?.attributes ?? {}
  if (fmt !== 'decimal' && printsNumber(header)) say('kiểu số trang này')
  return {
    orientation: width > height ? 'landscape' : 'portrait',
    edges: { top: edge('top'), bottom: edge('bottom'), left: edge('left'), right: edge('right') },
    header,
    firstNumber: start === undefined ? null : Number(start),
  }
}

/** Points, as the paper is. */
const a4 = { width: 595.3, height: 841.9 }
const usualEdge = 72
const leastText = 140

const hasContent = (block: WordBlock): boolean =>
  block.kind === 'table' || block.rules.length > 0 || block.runs.some(({ text }) => text.trim() !== '')

const printsNumber = ({ first, even, others }: WordSection['header']): boolean =>
  JSON.stringify([first, even, others]).includes(pageSign)
