import {
  producerFields,
  type ListedRecognition,
  type ProducerField,
  type RegisterField,
  type RegisterRow,
} from '../../../shared/domain/register/register-list.ts'
import { isFailure } from '../../../shared/domain/register/read-star.ts'
import { numbersColumns, type ListHead } from '../lists/find-head.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import { fillFromAbove } from './as-above.ts'
import type { ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'
import { readerOf, type CellReader } from './read-cells.ts'
import { readPlace } from './read-place.ts'
import { readRecognitions, type RecognitionLaw } from './read-recognition.ts'
import { rowCells, type RowCells } from './row-cells.ts'
import { isSigningText, isTotalText, readGroupRow } from './row-kinds.ts'

export type WalkInput = {
  readonly sheet: ListSheet
  readonly head: ListHead
  readonly fields: ReadonlyMap<number, RegisterField | null>
  readonly law: RecognitionLaw
  readonly findings: ListFindings
  readonly is1904: boolean
}

type Group = {
  readonly district: string | null
  readonly commune: string | null
  readonly kind: string | null
  readonly star: number | null
  readonly year: number | null
}

type Block = { readonly row: number; readonly values: ReadonlyMap<ProducerField, string>; readonly isNumbered: boolean }

const noGroup: Group = { district: null, commune: null, kind: null, star: null, year: null }

/** The products of a list, from its head down to where it is signed. What stands between them is told, never dropped silently. */
export function walkRows(input: WalkInput): readonly RegisterRow[] {
  const { sheet, head, fields, findings } = input
  const hidden = sheet.part.cells.hiddenRows
  const mapped = new Set(fields.values())
  const hasDecisions = ['decision', 'decisionNumber', 'decisionDate'].some((field) =>
    mapped.has(field as RegisterField),
  )
  const rows: RegisterRow[] = []
  let group = noGroup
  /** The producer of the row above; `alone`: it stands in a row without a product, whose products follow. */
  let block: Block | null = null
  let alone: Block | null = null
  let isSigned = false
  /** What the row above shows, for marks that say the same. */
  let above: RowCells['byField'] | null = null
  const forgetAlone = () => {
    if (alone === null) return
    findings.add('fault', { row: alone.row, column: columnOf(fields, 'product') }, listReasons.noProduct())
    rows.push(emptyRow(alone, sheet, fields))
    alone = null
  }
  for (let row = head.firstRow; row <= sheet.lastRow; row += 1) {
    const cells = fillFromAbove(rowCells(sheet, row, fields), above, findings)
    const kind = kindOf(cells, { head, isSigned, hasBlock: block !== null })
    if (kind === 'nothing') continue
    above = kind === 'product' || kind === 'producer' ? cells.byField : null
    if (kind === 'signing') isSigned = true
    if (kind === 'signing' || kind === 'total') {
      block = null
      continue
    }
    const first = { row, column: firstColumn(cells, fields) }
    if (kind === 'group') {
      const found = readGroupRow(headText(cells))
      group = found === null ? group : within(group, found)
      block = null
      continue
    }
    if (kind === 'unknown') {
      findings.add('doubt', first, listReasons.unknownRow(shorten(headText(cells))))
      block = null
      continue
    }
    const reader = readerOf({ cells, findings, is1904: input.is1904 })
    if (hidden.has(row)) findings.add('doubt', first, listReasons.hiddenRow(row))
    const own = ownBlock(cells, reader)
    if (kind === 'producer') {
      forgetAlone()
      alone = own
      block = own
      continue
    }
    if (!own.values.has('producer') && alone !== null) alone = null
    else forgetAlone()
    const continued: Block =
      own.values.has('producer') || block === null || !goesOn(own, block)
        ? own
        : continueBlock(own, block, { reader, findings })
    if (continued.values.has('producer')) block = continued
    rows.push(productRow({ input, cells, reader, group, hasDecisions, values: continued.values }))
  }
  forgetAlone()
  return rows
}

type ProductRowInput = {
  readonly input: WalkInput
  readonly cells: RowCells
  readonly reader: CellReader
  readonly group: Group
  readonly hasDecisions: boolean
  readonly values: ReadonlyMap<ProducerField, string>
}

function productRow({ input, cells, reader, group, hasDecisions, values }: ProductRowInput): RegisterRow {
  const { findings, law, fields } = input
  const { row, raw } = cells
  const product = reader.text('product')
  const producer = values.get('producer') ?? null
  const missing = (field: RegisterField, reason: string) =>
    findings.add('fault', { row, column: columnOf(fields, field) }, reason)
  // A cell whose formula failed has its own fault already.
  if (product === null && !cells.byField.has('product')) missing('product', listReasons.noProduct())
  if (producer === null && !cells.byField.has('producer')) missing('producer', listReasons.noProducer())
  const place = readPlace(values.get('address') ?? '')
  const failure = failureIn(input, row)
  const isFailed = failure !== null
  const recognitions = readRecognitions({ reader, findings, law, group, hasDecisions, isFailed })
  const [{ decisionYear: _year, ...recognition }] = recognitions
  if (failure !== null) {
    const isDecided = recognitions.some((one) => isRecognition(one, true))
    const reason = listReasons[isDecided ? 'failedYetDecided' : 'failed'](failure.text)
    findings.add(isDecided ? 'doubt' : 'note', { row, column: failure.column }, reason)
  }
  return {
    row,
    state: 'sound',
    values: {
      product,
      producer,
      kind: values.get('kind') ?? group.kind,
      commune: values.get('commune') ?? group.commune ?? place.commune,
      district: values.get('district') ?? group.district ?? place.district,
      ...recognition,
    },
    details: {
      code: reader.text('code') ?? '',
      representative: values.get('representative') ?? '',
      phone: values.get('phone') ?? '',
      address: values.get('address') ?? '',
      application: reader.text('application') ?? '',
    },
    recognitions: isFailed ? [] : recognitions.filter((one) => isRecognition(one, hasDecisions)),
    ...(isFailed && { isFailed }),
    raw,
  }
}

/** The cell that says that the product reached no star: of the recognition, of remarks, or of a column that says nothing else. */
function failureIn(
  { sheet, fields }: WalkInput,
  row: number,
): { readonly column: number; readonly text: string } | null {
  for (const [column, { text }] of sheet.cellsIn(row)) {
    const field = fields.get(column) ?? null
    if (field !== null && !/^(?:star|score|decision|note|application)/.test(field)) continue
    if (isFailure(text)) return { column, text }
  }
  return null
}

/** A star alone is what a registration asks for, unless the list has columns of the decision that gave it. */
function isRecognition(
  { star, decisionNumber, decisionDate, decisionYear, validUntil }: ListedRecognition,
  hasDecisions: boolean,
): boolean {
  const isDecided = [decisionNumber, decisionDate, decisionYear, validUntil].some((said) => said !== null)
  return isDecided || (hasDecisions && star !== null)
}

type RowKind = 'nothing' | 'total' | 'signing' | 'group' | 'unknown' | 'producer' | 'product'

function kindOf(
  cells: RowCells,
  { head, isSigned, hasBlock }: { readonly head: ListHead; readonly isSigned: boolean; readonly hasBlock: boolean },
): RowKind {
  const { byField, texts, widest } = cells
  if (texts.length === 0 || (texts.length === 1 && byField.has('place') && /^[\d.,()\s-]+$/.test(texts[0] ?? '')))
    return 'nothing'
  const isProduct = byField.has('product') && byField.has('producer')
  if (isSigned && !isProduct) return 'nothing'
  if (numbersColumns(texts) || repeatsHead(cells, head)) return 'nothing'
  if (isProduct && texts.length > 2) return 'product'
  const text = headText(cells)
  if (!byField.has('producer') || texts.length === 1) {
    if (isTotalText(text)) return 'total'
    if (isSigningText(text)) return 'signing'
  }
  const others = texts.filter((each) => each !== (byField.get('place')?.text ?? ''))
  if (others.length <= 1 || (!isProduct && others.slice(1).every((each) => /^[\d.,]+$/.test(each)))) {
    const found = readGroupRow(text)
    if (found !== null && !isNumberedProduct(cells)) return 'group'
  }
  if (byField.has('product') && widest < 3) {
    if (others.length > 1 || isNumberedProduct(cells) || hasBlock) return 'product'
  }
  if (isProduct) return 'product'
  if (byField.has('producer') && !byField.has('product'))
    return others.length > 0 && widest < 3 ? 'producer' : 'unknown'
  return others.length >= 3 ? 'product' : 'unknown'
}

/** A figure before a name alone: a product whose producer stands above it, not a heading (those have `I`, `A`). */
function isNumberedProduct({ byField }: RowCells): boolean {
  return (
    byField.has('product') &&
    /^\d+$/.test(byField.get('place')?.text ?? '') &&
    readGroupRow(byField.get('product')?.text ?? '') === null
  )
}

/** A page that begins anew repeats the head. */
function repeatsHead({ byField }: RowCells, { heads }: ListHead): boolean {
  const product = byField.get('product')
  // A heading is a few words: most names need not be folded to tell them from it.
  if (product === undefined || product.text.length > 40 || /\d/.test(product.text)) return false
  return headKey(heads.get(product.column)?.split(' – ').at(-1) ?? '') === headKey(product.text)
}

/** The text that a row is about: not the number in front of it. */
function headText({ texts, byField }: RowCells): string {
  const place = byField.get('place')?.text ?? ''
  const isNumber = /^\(?(?:\d{1,4}|[IVXLivxl]+|\p{L})(?:\.\d+)*[).]?$/u.test(place)
  return texts.find((text) => !isNumber || text !== place) ?? place
}

function within(group: Group, found: NonNullable<ReturnType<typeof readGroupRow>>): Group {
  switch (found.kind) {
    case 'district':
      return { ...group, district: found.text, commune: null }
    case 'commune':
      return { ...group, commune: found.text }
    case 'producer-kind':
      return { ...group, kind: found.text }
    case 'star':
      return { ...group, star: found.star }
    case 'year':
      return { ...group, year: found.year }
    default:
      return group
  }
}

function ownBlock({ row, byField }: RowCells, reader: CellReader): Block {
  const values = new Map<ProducerField, string>()
  for (const field of producerFields) {
    const text = reader.text(field)
    if (text !== null) values.set(field, text)
  }
  return { row, values, isNumbered: byField.has('place') && byField.get('place')?.area == null }
}

/** What a row says of a producer that it does not name is what the rows above say, or nothing. */
function goesOn(own: Block, above: Block): boolean {
  return [...own.values].every(([field, text]) => headKey(above.values.get(field) ?? '') === headKey(text))
}

/** The producer's cells are empty below its first product: the ones above go on. */
function continueBlock(
  own: Block,
  above: Block,
  { reader, findings }: { reader: CellReader; findings: ListFindings },
): Block {
  const producer = above.values.get('producer') ?? ''
  const isCertain = !(own.isNumbered && above.isNumbered)
  findings.add(
    isCertain ? 'note' : 'doubt',
    { row: own.row, column: reader.place('product').column },
    listReasons.producerFromAbove(producer),
  )
  return { row: own.row, values: new Map([...above.values, ...own.values]), isNumbered: own.isNumbered }
}

function emptyRow(block: Block, sheet: ListSheet, fields: WalkInput['fields']): RegisterRow {
  const of = (field: ProducerField) => block.values.get(field) ?? null
  return {
    row: block.row,
    state: 'faulty',
    values: {
      product: null,
      producer: of('producer'),
      kind: of('kind'),
      commune: of('commune'),
      district: of('district'),
      star: null,
      score: null,
      decisionNumber: null,
      decisionDate: null,
      validUntil: null,
    },
    details: {
      code: '',
      representative: of('representative') ?? '',
      phone: of('phone') ?? '',
      address: of('address') ?? '',
      application: '',
    },
    recognitions: [],
    raw: rowCells(sheet, block.row, fields).raw,
  }
}

function columnOf(fields: WalkInput['fields'], field: RegisterField): number {
  return [...fields].find(([, each]) => each === field)?.[0] ?? 1
}

function firstColumn({ byField }: RowCells, fields: WalkInput['fields']): number {
  return byField.get('product')?.column ?? columnOf(fields, 'product')
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
