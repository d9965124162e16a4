import { isBlankMark } from '../../../shared/domain/register/marks.ts'
import type {
  ListedRecognition,
  ProducerField,
  RegisterField,
  RegisterRow,
} from '../../../shared/domain/register/register-list.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { readDay } from '../../../shared/domain/register/read-day.ts'
import { isFailure, readStar } from '../../../shared/domain/register/read-star.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'
import { showCell } from '../xlsx/plain-sheet.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { RivalField } from './assign-fields.ts'
import type { CellPlace, ListFindings } from './list-findings.ts'
import type { Group } from './list-groups.ts'
import type { ListTable } from './list-table.ts'
import { listReasons } from './list-reasons.ts'
import { headsWithdrawal, saysOutOfForce } from './out-of-force.ts'
import type { CellReader } from './read-cells.ts'
import { readPlace } from './read-place.ts'
import { readRecognitions, type RecognitionLaw } from './read-recognition.ts'
import type { RowCells } from './row-cells.ts'
import type { TitleDecision } from './title-decision.ts'
import { headsRaise } from './said-heads.ts'
import { toldDecision, toldValue } from './told-value.ts'

export type ProductRowInput = {
  readonly sheet: ListSheet
  readonly table: ListTable
  readonly law: RecognitionLaw
  readonly title: TitleDecision | null
  readonly findings: ListFindings
  readonly cells: RowCells
  readonly reader: CellReader
  readonly group: Group
  readonly values: ReadonlyMap<ProducerField, string>
  /** The producer above a row that names none and does not go on, null for any other row. */
  readonly notTaken: string | null
}

/** What a row says of a product, with all that is wrong or doubtful about it said at its cells. */
export function productRow(input: ProductRowInput): RegisterRow {
  const { findings, law, table, cells, reader, group, values } = input
  const { row, raw } = cells
  const product = reader.text('product')
  const producer = values.get('producer') ?? null
  const missing = (field: RegisterField, reason: string) =>
    findings.add('fault', { row, column: table.columnOf(field) }, reason)
  // A cell whose formula failed has its own fault already.
  if (product === null && !cells.byField.has('product')) missing('product', listReasons.noProduct())
  if (producer === null && !cells.byField.has('producer'))
    missing(
      'producer',
      input.notTaken === null ? listReasons.noProducer() : listReasons.producerNotTaken(input.notTaken),
    )
  if (table.unreadFrom !== null) missing('product', listReasons.columnsMoved(table.unreadFrom))
  if (product !== null) tellName(input, product)
  const place = readPlace(values.get('address') ?? '')
  const failure = failureIn(input)
  const isFailed = failure !== null
  // What a title goes with is said of stars that were given, not of those that are asked for.
  const isGiven = !isFailed && group.standing === null && !table.hasStarsAskedFor
  const title = isGiven ? input.title : null
  const above = isGiven ? group : { ...group, decision: null }
  const { hasDecisions } = table
  const recognitions = readRecognitions({
    reader,
    findings,
    law,
    group: above,
    hasDecisions,
    isFailed,
    title,
    years: table.times.years,
    isSecondOfTitle: table.hasFormerDecisionsAlone,
  })
  const isDecided = recognitions.some((one) => isRecognition(one, true))
  const [{ star, score, decisionNumber, decisionDate, validUntil }] = recognitions
  if (failure !== null) {
    const reason = listReasons[isDecided ? 'failedYetDecided' : 'failed'](failure.text)
    findings.add(isDecided ? 'doubt' : 'note', failure.at, reason)
  } else tellOutOfForce(input)
  tellRivals(input, recognitions[0])
  tellInstead(input, recognitions[0])
  tellFormers(input, recognitions)
  const isAsked = tellStanding(input, { isDecided, validUntil })
  const said: RegisterRow = {
    row,
    state: 'sound',
    values: {
      product,
      producer,
      kind: values.get('kind') ?? group.kind,
      commune: values.get('commune') ?? group.commune ?? place.commune,
      district: values.get('district') ?? group.district ?? place.district,
      star,
      score,
      decisionNumber,
      decisionDate,
      validUntil,
    },
    details: {
      code: reader.text('code') ?? '',
      representative: values.get('representative') ?? '',
      phone: values.get('phone') ?? '',
      address: values.get('address') ?? '',
      application: reader.text('application') ?? '',
    },
    recognitions: isFailed || isAsked ? [] : recognitions.filter((one) => isRecognition(one, table.hasDecisions)),
    raw,
  }
  return isFailed ? { ...said, isFailed } : said
}

type Said = { readonly at: CellPlace; readonly text: string }

const placeOfName = ({ cells, table }: ProductRowInput): CellPlace => ({
  row: cells.row,
  column: cells.byField.get('product')?.column ?? table.columnOf('product'),
})

/**
 * The cell that says that the product reached no star: of the recognition, of remarks, or of a column that says nothing else;
 * or the heading above it.
 */
function failureIn(input: ProductRowInput): Said | null {
  const { sheet, table, group, cells } = input
  for (const [column, { text }] of sheet.cellsIn(cells.row)) {
    if (!table.saysOtherwise.has(column) && isFailure(text)) return { at: { row: cells.row, column }, text }
  }
  return group.standing?.says === 'failed' ? { at: placeOfName(input), text: group.standing.text } : null
}

/** A name that is no name of one product. */
function tellName(input: ProductRowInput, name: string): void {
  const say = (reason: string) => input.findings.add('doubt', placeOfName(input), reason)
  if (/^[\d.,\s]+$/.test(name)) say(listReasons.nameIsFigure(name))
  else if (name.length > longestName) say(listReasons.nameTooLong(name.length))
  else if (namesSeveral(name)) say(listReasons.severalProducts())
}

const longestName = 255

/** `- Rượu gạo - Rượu ngô`, `1. Rượu sim; 2. Rượu mơ`, `Rượu A, Rượu B và Rượu C`: not a name with a comma in it. */
function namesSeveral(name: string): boolean {
  if (/^[-–•+*]\s*\S.*\s[-–•+*]\s*\S/u.test(name) || /^1\s*[.)/].*[\s;,]2\s*[.)/]/u.test(name)) return true
  if (!name.includes(',') && !name.includes(';') && !name.includes(' và ')) return false
  const semicolons = name.split(';').filter((part) => part.trim().length > 2)
  if (semicolons.length > 1) return true
  const parts = name.split(/,| và /u)
  if (parts.length < 3) return false
  const [first, ...others] = parts.map((part) => fold(part.trim().split(/\s/u)[0] ?? ''))
  return first !== '' && others.every((other) => other === first)
}

/** Rows that were taken back, struck out or put off stand in lists among the others. */
function tellOutOfForce(input: ProductRowInput): void {
  const { sheet, table, findings, cells } = input
  const { row, byField } = cells
  for (const [column, cell] of sheet.cellsIn(row)) {
    const field = table.fields.get(column) ?? null
    if (field !== null && field !== 'note' && field !== 'application') continue
    const head = table.headOf(column)
    const isTakenBack = headsWithdrawal(head) && !isBlankMark(cell.text)
    if (!isTakenBack && !saysOutOfForce(cell.text)) continue
    const said = isTakenBack ? `${head}: ${showCell(cell.cell)}` : cell.text
    findings.add('doubt', { row, column }, listReasons.outOfForce(said))
    break
  }
  const name = byField.get('product')
  if (name !== undefined && (sheet.part.cells.struck.get(row)?.has(name.column) ?? false))
    findings.add('doubt', { row, column: name.column }, listReasons.struckOut())
}

/** Other columns that could be the recognition's, where they say something else. */
function tellRivals({ sheet, table, findings, cells: { row } }: ProductRowInput, own: ListedRecognition): void {
  for (const [column, field] of table.rivals) {
    const cell = sheet.cellsIn(row).get(column)
    const said = cell === undefined ? null : rivalValue(cell, field)
    if (said === null || said === own[field]) continue
    findings.add('doubt', { row, column }, reasonOfRival({ field, said, own }))
  }
}

type Rival = { readonly field: RivalField; readonly said: string | number; readonly own: ListedRecognition }

function reasonOfRival({ field, said, own }: Rival): string {
  const taken = own[field]
  if (taken === null) return listReasons.columnUnread(toldValue(field, said))
  return field === 'star'
    ? listReasons.starColumnsDiffer(Number(said), Number(taken), toldDecision(own))
    : listReasons.columnsDiffer(toldValue(field, said), toldValue(field, taken))
}

/** What was taken instead of a blank, or left for what goes before it. */
function tellInstead({ sheet, table, findings, cells }: ProductRowInput, own: ListedRecognition): void {
  for (const { of, columns } of table.times.instead) {
    for (const [field, column] of columns) {
      const cell = sheet.cellsIn(cells.row).get(column)
      const said = cell === undefined ? null : rivalValue(cell, field)
      const isTaken = cells.byField.get(field)?.column === column
      if (said === null || (own[field] === said && !isTaken)) continue
      const at = { row: cells.row, column }
      if (of === 'plain') {
        if (!isTaken) findings.add('doubt', at, reasonOfRival({ field, said, own }))
      } else if (isTaken) findings.add('note', at, listReasons.ofLowerLevel(toldValue(field, said)))
      else findings.add('note', at, reasonOfLower({ field, said, own }))
    }
  }
}

function reasonOfLower({ field, said, own }: Rival): string {
  const taken = own[field]
  return taken === null
    ? listReasons.columnUnread(toldValue(field, said))
    : listReasons.lowerLevel(toldValue(field, said), toldValue(field, taken))
}

/** A star before beside the one that was recognised: it is not recorded, unless it has a decision or a year. */
function tellFormers(input: ProductRowInput, [latest, former]: readonly ListedRecognition[]): void {
  const { sheet, table, findings, cells } = input
  if (latest === undefined) return
  const decision = toldDecision(latest)
  const isDecided = latest.decisionNumber !== null || latest.decisionDate !== null
  for (const column of table.times.formers) {
    const cell = sheet.cellsIn(cells.row).get(column)
    const star = cell === undefined ? null : rivalValue(cell, 'star')
    if (star === null) continue
    const at = { row: cells.row, column }
    if (latest.star === null && isDecided)
      findings.add('doubt', at, listReasons.formerStarAlone(Number(star), decision))
    else tellRaise(input, { before: Number(star), latest, field: 'star' })
  }
  const field = cells.byField.has('star2') ? 'star2' : 'star'
  if (former !== undefined && former.star !== null) tellRaise(input, { before: former.star, latest, field })
}

type Raise = { readonly before: number; readonly latest: ListedRecognition; readonly field: 'star' | 'star2' }

/** `Hạng nâng lên` with no more stars than before. */
function tellRaise({ table, cells, findings }: ProductRowInput, { before, latest, field }: Raise): void {
  const column = cells.byField.get(field)?.column
  if (latest.star === null || latest.star > before || column === undefined || !headsRaise(table.headOf(column))) return
  const reason = listReasons.notRaised(before, latest.star, toldDecision(latest))
  findings.add('doubt', { row: cells.row, column }, reason)
}

function rivalValue({ cell, text }: ListCell, field: RivalField): number | string | null {
  switch (field) {
    case 'star': {
      const reading = readStar(text)
      return reading.kind === 'star' ? reading.star : null
    }
    case 'score':
      return cell.kind === 'number' ? cell.value : null
    case 'decisionDate': {
      const reading = readDay(text)
      return cell.kind === 'date' ? cell.iso : reading.kind === 'day' ? reading.iso : null
    }
    default:
      return assertNever(field)
  }
}

/** What the heading above says besides a star. @returns whether it says that the products are only proposed */
function tellStanding(
  input: ProductRowInput,
  { isDecided, validUntil }: { readonly isDecided: boolean; readonly validUntil: string | null },
): boolean {
  const { findings, law, group } = input
  if (group.standing === null) return false
  const { says, text } = group.standing
  const say = (level: 'doubt' | 'note', reason: string) => findings.add(level, placeOfName(input), reason)
  if (says === 'unknown') say('doubt', listReasons.belowUnknown(text))
  if (says === 'withdrawn') say('doubt', listReasons.outOfForce(text))
  if (says === 'lapsed' && (validUntil === null || validUntil >= law.today)) say('doubt', listReasons.outOfForce(text))
  if (says === 'asked') say(isDecided ? 'doubt' : 'note', listReasons.onlyProposed(text))
  return says === 'asked'
}

/** A star alone is what a registration asks for, unless the list has columns of the decision that gave it. */
function isRecognition(
  { star, decisionNumber, decisionDate, decisionYear, validUntil }: ListedRecognition,
  hasDecisions: boolean,
): boolean {
  const isDecided = [decisionNumber, decisionDate, decisionYear, validUntil].some((said) => said !== null)
  return isDecided || (hasDecisions && star !== null)
}
