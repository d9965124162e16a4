import { childOf, pointsOf, switchOf, valueOf, type XmlNode } from './xml-tree.ts'

/** How a paragraph stands; points. */
export type ParagraphLook = {
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly left: number
  readonly right: number
  /** Of the first line, further in than the others; less than nothing where it hangs. */
  readonly first: number
  readonly before: number
  readonly after: number
  /** `auto`: of 240ths of a line; else points. */
  readonly line: { readonly rule: 'auto' | 'exact' | 'atLeast'; readonly value: number }
  readonly keepNext: boolean
  readonly keepLines: boolean
  readonly breakBefore: boolean
  /** No gap to a neighbour of the same style. */
  readonly isCompact: boolean
  /** Where a tab leads, from the left edge of the text, in order. */
  readonly tabs: readonly TabStop[]
  readonly list: { readonly id: string; readonly level: number } | null
  readonly style: string
}

/** `leader`: by Word's word for what fills the way to it. */
export type TabStop = { readonly at: number; readonly kind: string; readonly leader: string }

/** How a stretch of text looks. Its colour and face are left out: documents are black and set in one face. */
export type RunLook = {
  readonly bold: boolean
  readonly italics: boolean
  readonly underline: boolean
  readonly caps: boolean
  readonly isHidden: boolean
  /** Points. */
  readonly size: number
}

export const plainParagraph: ParagraphLook = {
  align: 'left',
  left: 0,
  right: 0,
  first: 0,
  before: 0,
  after: 0,
  line: { rule: 'auto', value: 240 },
  keepNext: false,
  keepLines: false,
  breakBefore: false,
  isCompact: false,
  tabs: [],
  list: null,
  style: '',
}

export const plainRun: RunLook = {
  bold: false,
  italics: false,
  underline: false,
  caps: false,
  isHidden: false,
  size: 10,
}

/** Told of what a look has that is not drawn, in words. */
export type Say = (what: string) => void

/** A look with what a `pPr` says laid over it. */
export function withParagraph(look: ParagraphLook, pPr: XmlNode | undefined, say: Say): ParagraphLook {
  if (pPr === undefined) return look
  const ind = childOf(pPr, 'ind')?.attributes ?? {}
  const spacing = childOf(pPr, 'spacing')?.attributes ?? {}
  if (childOf(pPr, 'pBdr')?.children.some(isRuled) === true) say('đường viền quanh đoạn văn')
  if (childOf(pPr, 'framePr') !== undefined) say('khung chữ')
  if (valueOf(pPr, 'textDirection') !== undefined) say('chữ xoay')
  const hanging = pointsOf(ind['hanging'])
  return {
    ...look,
    align: alignments.get(valueOf(pPr, 'jc') ?? '') ?? look.align,
    left: pointsOf(ind['left'] ?? ind['start']) ?? look.left,
    right: pointsOf(ind['right'] ?? ind['end']) ?? look.right,
    first: hanging === undefined ? (pointsOf(ind['firstLine']) ?? look.first) : -hanging,
    before: gapOf(spacing['before'], spacing['beforeAutospacing']) ?? look.before,
    after: gapOf(spacing['after'], spacing['afterAutospacing']) ?? look.after,
    line: lineOf(spacing) ?? look.line,
    keepNext: switchOf(pPr, 'keepNext') ?? look.keepNext,
    keepLines: switchOf(pPr, 'keepLines') ?? look.keepLines,
    breakBefore: switchOf(pPr, 'pageBreakBefore') ?? look.breakBefore,
    isCompact: switchOf(pPr, 'contextualSpacing') ?? look.isCompact,
    tabs: tabsOf(look.tabs, childOf(pPr, 'tabs')),
    list: listOf(pPr) ?? look.list,
  }
}

/** A look with what an `rPr` says laid over it. */
export function withRun(look: RunLook, rPr: XmlNode | undefined, say: Say): RunLook {
  if (rPr === undefined) return look
  const underline = valueOf(rPr, 'u')
  if (underline !== undefined && !['none', 'single', 'words'].includes(underline)) say('gạch chân khác nét đơn')
  if (switchOf(rPr, 'strike') === true || switchOf(rPr, 'dstrike') === true) say('chữ gạch ngang')
  if (['superscript', 'subscript'].includes(valueOf(rPr, 'vertAlign') ?? '')) say('chỉ số trên, chỉ số dưới')
  if (switchOf(rPr, 'smallCaps') === true) say('chữ hoa nhỏ')
  if (symbolFaces.test(childOf(rPr, 'rFonts')?.attributes['ascii'] ?? '')) say('phông chữ ký hiệu')
  const size = Number(valueOf(rPr, 'sz')) / 2
  return {
    bold: switchOf(rPr, 'b') ?? look.bold,
    italics: switchOf(rPr, 'i') ?? look.italics,
    underline: underline === undefined ? look.underline : underline !== 'none',
    caps: switchOf(rPr, 'caps') ?? look.caps,
    isHidden: switchOf(rPr, 'vanish') ?? look.isHidden,
    size: size > 0 ? size : look.size,
  }
}

/** Whether a border, by its own element, is a line that is seen. */
export function isRuled({ attributes }: XmlNode): boolean {
  return !['nil', 'none', undefined].includes(attributes['val'])
}

const alignments = new Map<string, ParagraphLook['align']>([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'justify'],
  ['distribute', 'justify'],
])

const symbolFaces = /symbol|wingdings|webdings|dingbats/i

/** Word's own gap around a paragraph that leaves it to Word. */
const automaticGap = 14

const gapOf = (twips: string | undefined, automatic: string | undefined): number | undefined =>
  automatic === '1' || automatic === 'true' || automatic === 'on' ? automaticGap : pointsOf(twips)

function lineOf({ line, lineRule = 'auto' }: XmlNode['attributes']): ParagraphLook['line'] | undefined {
  const value = Number(line)
  if (line === undefined || !(value > 0)) return undefined
  if (lineRule !== 'exact' && lineRule !== 'atLeast') return { rule: 'auto', value }
  return { rule: lineRule, value: value / 20 }
}

function tabsOf(inherited: ParagraphLook['tabs'], tabs: XmlNode | undefined): ParagraphLook['tabs'] {
  if (tabs === undefined) return inherited
  const own = tabs.children.flatMap(({ attributes: { val = 'left', pos, leader = 'none' } }) => {
    const at = pointsOf(pos)
    return at === undefined ? [] : [{ at, kind: val, leader }]
  })
  const places = new Set(own.map(({ at }) => at))
  return [...inherited.filter(({ at }) => !places.has(at)), ...own.filter(({ kind }) => kind !== 'clear')].toSorted(
    (one, other) => one.at - other.at,
  )
}

function listOf(pPr: XmlNode): ParagraphLook['list'] | undefined {
  const numPr = childOf(pPr, 'numPr')
  const id = valueOf(numPr, 'numId')
  if (numPr === undefined || id === undefined) return undefined
  return id === '0' ? null : { id, level: Math.min(8, Number(valueOf(numPr, 'ilvl') ?? 0)) }
}
