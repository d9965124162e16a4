import {
  isCount,
  isOrdinal,
  isPageNumber,
  isSigningText,
  isSigningTitle,
  isSumText,
  isTotalText,
  numbersColumns,
  readGroupRow,
} from '../../../shared/domain/register/row-kinds.ts'
import type { RowCells } from './row-cells.ts'
import { isAboutProduct, rowFacts, type RowFacts } from './row-facts.ts'

/**
 * What a row of a list is. `producer`: a producer whose products follow; `signing`: where the list is signed; `foot`: what
 * stands below that where names stand in other rows; `unknown`: nobody knows.
 */
export type RowKind = 'nothing' | 'foot' | 'total' | 'signing' | 'group' | 'unknown' | 'producer' | 'product'

type RowPlace = {
  /** A row above is where the list is signed. */
  readonly isSigned: boolean
  /** The row above is of a producer. */
  readonly hasBlock: boolean
}

export function classifyRow(cells: RowCells, { isSigned, hasBlock }: RowPlace): RowKind {
  const { byField, texts, widest } = cells
  if (texts.length === 0 || isNumberAlone(cells) || isPageAlone(texts) || numbersColumns(texts)) return 'nothing'
  const hasBoth = byField.has('product') && byField.has('producer')
  const facts = rowFacts(cells)
  const isOwn = isAboutProduct(facts) || facts.isNumbered || facts.hasScore || (hasBoth && byField.has('commune'))
  if (isSigned && !isOwn) return hasBoth ? 'foot' : 'nothing'
  const { text, rest } = headOfRow(cells)
  const kind = kindByWords(cells, { facts, isOwn, text, rest })
  if (kind !== null) return kind
  if (hasBoth) return 'product'
  if (byField.has('product') && widest < 3 && (rest.length > 0 || isNumberedProduct(cells) || hasBlock))
    return 'product'
  if (!byField.has('product') && isAboutProduct(facts) && texts.some((each) => !isFigure(each))) return 'product'
  if (byField.has('producer') && !byField.has('product')) return widest < 3 ? 'producer' : 'unknown'
  return rest.length > 1 ? 'product' : 'unknown'
}

type RowWords = {
  readonly facts: RowFacts
  /** The row says something that only a product's own row says. */
  readonly isOwn: boolean
  readonly text: string
  readonly rest: readonly string[]
}

/** Sums, signatures and headings begin with words that lists have for them, and say nothing else but figures. */
function kindByWords(cells: RowCells, { facts, isOwn, text, rest }: RowWords): RowKind | null {
  const { byField, texts } = cells
  const hasCountsAlone = rest.every(isCount)
  if (hasCountsAlone && isSumText(text)) return 'total'
  const isNameless = !byField.has('producer') || texts.length === 1
  if (!isOwn && isNameless && isTotalText(text)) return 'total'
  if (!isOwn && (isNameless ? isSigningText(text) || texts.every(isOfSigning) : texts.every(isOfSigning)))
    return 'signing'
  if (!hasCountsAlone || facts.hasDecision || facts.hasCode || isNumberedProduct(cells)) return null
  const isPlaceOfProduct = facts.isNumbered && facts.hasStar && !byField.has('product') && !byField.has('producer')
  const heading = isPlaceOfProduct ? null : readGroupRow(text)
  // A decision among remarks is one that the row above is about.
  const isRemark = heading?.kind === 'decision' && (byField.has('note') || byField.has('application'))
  return heading === null || isRemark ? null : 'group'
}

const isOfSigning = (text: string): boolean => isSigningText(text) || isSigningTitle(text)

const isFigure = (text: string): boolean => /^[\d.,\s]+$/.test(text)

/** Rows are numbered beforehand, as many as may be needed. */
const isNumberAlone = ({ texts, byField }: RowCells): boolean =>
  texts.length === 1 && byField.has('place') && /^[\d.,()\s-]+$/.test(texts[0] ?? '')

const isPageAlone = (texts: readonly string[]): boolean => texts.length === 1 && isPageNumber(texts[0] ?? '')

/** A figure before a name alone: a product whose producer stands above it, not a heading (those have `I`, `A`). */
function isNumberedProduct({ byField }: RowCells): boolean {
  return (
    byField.has('product') &&
    /^\d+$/.test(byField.get('place')?.text ?? '') &&
    readGroupRow(byField.get('product')?.text ?? '') === null
  )
}

/** The text that a row is about, without the number in front of it, and what stands beside it. */
export function headOfRow({ texts, byField }: RowCells): { readonly text: string; readonly rest: readonly string[] } {
  const place = byField.get('place')?.text
  const at = place !== undefined && isOrdinal(place) && texts[0] === place && texts.length > 1 ? 1 : 0
  return { text: texts[at] ?? '', rest: texts.slice(at + 1) }
}
