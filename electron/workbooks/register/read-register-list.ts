import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { RegisterField, RegisterList, RegisterRow } from '../../../shared/domain/register/register-list.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { findHead, type ListHead } from '../lists/find-head.ts'
import { listSheet, type ListSheet } from '../lists/list-sheet.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import { openWorkbook } from '../xlsx/open-workbook.ts'
import { readSheets, sheetPlace } from '../xlsx/read-xlsx.ts'
import { atPlace } from '../xlsx/unreadable-workbook.ts'
import { assignFields, rivalColumns } from './assign-fields.ts'
import { readColumnsOfDays } from './columns-of-days.ts'
import { headStarsOfTimes, readColumnsOfStars, unreadStars } from './columns-of-stars.ts'
import { tellDaysOfDecisions } from './decisions-of-days.ts'
import { findDuplicates } from './find-duplicates.ts'
import { countRowsOfList } from './headless-sheet.ts'
import { collectListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'
import { readTimes } from './recognition-times.ts'
import type { RecognitionLaw } from './read-recognition.ts'
import { registerHeadings } from '../../../shared/domain/register/register-headings.ts'
import { readTitleDecision } from './title-decision.ts'
import { tellYearOfTitle } from './title-year.ts'
import { walkRows } from './walk-rows.ts'

export type RegisterListFile = {
  readonly bytes: Uint8Array
  /** Fields chosen before, by the folded words of their headings. */
  readonly remembered: ReadonlyMap<string, RegisterField | null>
  /** The sheet to read; null for the one whose head says the most. */
  readonly sheet: string | null
  readonly law: RecognitionLaw
}

/**
 * An office's list of products as it is understood, with all that is doubtful or wrong about it at its cell; null where no
 * sheet has a head that names products.
 * @throws UnreadableWorkbook
 */
export async function readRegisterList({
  bytes,
  remembered,
  sheet,
  law,
}: RegisterListFile): Promise<RegisterList | null> {
  const workbook = await openWorkbook(bytes)
  const sheets = (await readSheets(workbook)).map((part) => {
    const seen = atPlace(sheetPlace(part.name), () => listSheet(part))
    return { seen, list: openRegisterSheet(seen, remembered) }
  })
  const lists = sheets.flatMap(({ list }) => list ?? [])
  const ranked = lists.toSorted((a, b) => rankOf(b) - rankOf(a))
  const chosen = sheet === null ? ranked[0] : ranked.find((list) => fold(list.sheet.part.name) === fold(sheet))
  if (chosen === undefined) return null
  const { head, fields } = chosen
  const findings = collectListFindings(chosen.sheet.part.name)
  const assign = (heads: ListHead['heads']) => assignFields({ heads: numberRepeats(heads), remembered })
  const rows = walkRows({
    sheet: chosen.sheet,
    head: { ...head, heads: chosen.heads },
    fields,
    assign,
    besideOf: (heads, own) => ({
      rivals: rivalColumns({ heads, remembered, fields: own }),
      times: readTimes({ heads, remembered }),
    }),
    law,
    title: readTitleDecision(chosen.sheet, head.top),
    findings,
    is1904: workbook.is1904,
  })
  const columns = new Map([...fields].flatMap(([at, field]) => (field === null ? [] : [[field, at] as const])))
  const duplicates = findDuplicates({ rows, columns, findings })
  tellDaysOfDecisions({ rows, columns, findings })
  tellYearOfTitle({ sheet: chosen.sheet, top: head.top, rows, findings })
  tellHidden(chosen, findings)
  for (const column of readTimes({ heads: chosen.heads, remembered }).formers) {
    const reason = listReasons.formerStars(columnLetter(column), head.heads.get(column) ?? '')
    findings.add('note', { row: head.bottom, column }, reason)
  }
  for (const column of unreadStars({ ...chosen, remembered })) {
    const words = head.heads.get(column) ?? ''
    findings.add('note', { row: head.bottom, column }, listReasons.unreadStars(columnLetter(column), words))
  }
  const others = lists.filter((list) => list !== chosen).map((list) => `“${list.sheet.part.name}”`)
  if (others.length > 0) {
    findings.add('note', { row: head.top, column: 1 }, listReasons.otherSheets(others.join(', ')))
  }
  // Where the list goes on: at a row, so that taking it asks.
  const end = { row: rows.at(-1)?.row ?? head.top, column: columns.get('product') ?? 1 }
  for (const { seen, list } of sheets) {
    const count = list === null ? Math.max(...lists.map(({ fields: own }) => countRowsOfList(seen, own))) : 0
    if (count > 0) findings.add('doubt', end, listReasons.sheetWithoutHead(seen.part.name, count))
  }
  return {
    sheet: chosen.sheet.part.name,
    sheets: ranked.map((list) => list.sheet.part.name),
    headerRows: Array.from({ length: head.bottom - head.top + 1 }, (_, index) => head.top + index),
    columns: [...fields].map(([at, field]) => ({
      letter: columnLetter(at),
      header: head.heads.get(at) ?? '',
      field,
      sample: sampleOf(rows, columnLetter(at)),
    })),
    rows: rows.map((row) => withState(row, findings.stateOf(row.row))),
    faults: findings.all(),
    duplicates,
  }
}

const withState = (row: RegisterRow, state: RegisterRow['state']): RegisterRow =>
  row.state === state ? row : { ...row, state }

/** The first thing that a column shows below its heading; empty where it shows nothing. */
function sampleOf(rows: RegisterList['rows'], letter: string): string {
  for (const { raw } of rows) {
    const shown = (raw[letter] ?? '').trim()
    if (shown !== '') return shown
  }
  return ''
}

type RegisterSheet = {
  readonly sheet: ListSheet
  readonly head: ListHead
  /** As they are read. */
  readonly heads: ListHead['heads']
  readonly fields: ReadonlyMap<number, RegisterField | null>
}

function openRegisterSheet(sheet: ListSheet, remembered: RegisterListFile['remembered']): RegisterSheet | null {
  const found = findHead<RegisterField>(sheet, { headings: registerHeadings, remembered })
  if (found === null) return null
  const head = { ...found, heads: numberRepeats(found.heads) }
  const heads = headStarsOfTimes({ sheet, head, remembered })
  const assigned = assignFields({ heads, remembered })
  const dated = readColumnsOfDays({ sheet, head, fields: assigned, remembered })
  const fields = readColumnsOfStars({ sheet, head, fields: dated, remembered })
  return [...fields.values()].includes('product') ? { sheet, head, heads, fields } : null
}

/** A choice is remembered by the words of its heading: columns that have the same ones are told apart by a number. */
function numberRepeats(heads: ListHead['heads']): ListHead['heads'] {
  const seen = new Map<string, number>()
  return new Map(
    [...heads].map(([column, head]) => {
      const times = (seen.get(headKey(head)) ?? 0) + 1
      seen.set(headKey(head), times)
      return [column, times === 1 ? head : `${head} [${times}]`]
    }),
  )
}

/** A sheet in sight goes before a hidden one; then the one with the most fields, then with the most rows. */
function rankOf({ sheet, fields }: RegisterSheet): number {
  const known = [...fields.values()].filter((field) => field !== null).length
  return (sheet.part.isHidden ? 0 : 1e9) + known * 1e6 + Math.min(sheet.lastRow, 999_999)
}

function tellHidden({ sheet, head, fields }: RegisterSheet, findings: ReturnType<typeof collectListFindings>): void {
  for (const [first, last] of sheet.part.cells.hiddenColumns) {
    for (const [column] of [...fields].filter(([at, field]) => field !== null && first <= at && at <= last)) {
      findings.add('note', { row: head.bottom, column }, listReasons.hiddenColumn(columnLetter(column)))
    }
  }
}
