import { wholeFile, type WorkbookFault } from '../../../shared/api/workbook.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { showCell, type PlainSheet } from '../xlsx/plain-sheet.ts'
import { checkScoresSheet, type PointsOf } from './check-scores-sheet.ts'
import { findSessionFields } from './find-session-fields.ts'
import { findSheets, openSheets } from './find-sheets.ts'
import { collectFindings, type Findings } from './findings.ts'
import {
  levelTitles,
  referenceColumns,
  referenceSheetNames,
  referenceTitles,
  sessionNames,
  titleOf,
  type SessionKey,
} from './layout.ts'
import { reportOtherKind } from './other-kind.ts'
import type { ReferenceFrame, ScoredReference } from './reference-workbook.ts'

export type ReferenceReading = {
  readonly faults: readonly WorkbookFault[]
  readonly notices: readonly WorkbookFault[]
  /** Of each product and source that has points, in agenda order; none where there are faults. */
  readonly scored: readonly ScoredReference[]
}

type ReadReferenceInput = { readonly bytes: Uint8Array; readonly frame: ReferenceFrame }

/**
 * What a workbook of reference scores says of a session's products, one of them or all. Every fault is listed at its cell, none
 * stops the reading, but for a workbook that is another one: of that nothing else is said.
 */
export async function readReferenceWorkbook({ bytes, frame }: ReadReferenceInput): Promise<ReferenceReading> {
  const findings = collectFindings()
  const sheets = await openSheets(bytes, findings)
  const scored = sheets === null ? [] : checkReferenceSheets(sheets, frame, findings)
  const faults = findings.faults()
  return { faults, notices: findings.notices(), scored: faults.length > 0 ? [] : scored }
}

function checkReferenceSheets(
  sheets: readonly PlainSheet[],
  { session, items }: ReferenceFrame,
  findings: Findings,
): readonly ScoredReference[] {
  if (reportOtherKind(sheets, 'reference', findings)) return []
  if (!sheets.some(({ name }) => fold(name) === fold(referenceSheetNames.scores))) {
    const { fault } = findings.at({ sheet: wholeFile, row: null, column: null })
    fault('Đây không phải tệp điểm tham khảo do phần mềm lập', ownFile, sheets.map(({ name }) => name).join('; '))
    return []
  }
  const found = findSheets(sheets, { names: referenceSheetNames, optional: [] }, findings)
  if (found.session === undefined || found.scores === undefined) return []
  if (!isOfSession(found.session, session, findings)) return []
  const rounds = checkScoresSheet({
    sheet: found.scores,
    products: items,
    scorers: referenceTitles.map(([title]) => title),
    findings,
    of: pointsOfSources,
  })
  const rowsOf = new Map(rounds.map(({ product, rows }) => [product.code, rows]))
  return items.flatMap(({ id, code, form }) =>
    referenceTitles.flatMap(([title, source]) => {
      const choices = listCriteria(form).map(({ index }) => rowsOf.get(code)?.get(index)?.choices.get(title) ?? null)
      return choices.every((choice) => choice === null) ? [] : [{ itemId: id, source, choices }]
    }),
  )
}

const ownFile = 'Tệp lưu từ màn hình Nhập điểm tham khảo của phiên họp này'

const pointsOfSources: PointsOf = {
  columns: referenceColumns,
  knownCodes: 'Mã của sản phẩm trong chương trình phiên họp',
  lastRound: 1,
  lacking: (title) => `Không có cột “${title}”: điểm đang có được giữ nguyên`,
}

/** Whether it was laid out for this session: for another one its codes may be of other products, its levels of another law. */
function isOfSession(sheet: PlainSheet, session: ReferenceFrame['session'], findings: Findings): boolean {
  const fields = findSessionFields(sheet, findings, [])
  const expected = {
    ruleSet: session.ruleSetId,
    level: titleOf(levelTitles, session.level),
    council: session.councilName,
    year: String(session.year),
    round: String(session.round),
  } as const satisfies Readonly<Partial<Record<SessionKey, string>>>
  const others = (Object.keys(expected) as (keyof typeof expected)[]).filter((key) => {
    const field = fields.get(key)
    if (field !== undefined && fold(showCell(field.cell)) === fold(expected[key])) return false
    const { fault } = field ?? findings.at({ sheet: sheet.name, row: null, column: sessionNames[key] })
    const of = key === 'ruleSet' ? 'theo quyết định khác với phiên họp này' : 'cho phiên họp khác'
    fault(`Tệp này lập ${of}: ${sessionNames[key]} không khớp`, expected[key], field?.cell ?? 'Không có')
    return true
  })
  const day = fields.get('heldOn')
  if (others.length === 0 && day !== undefined && showCell(day.cell) !== formatDate(session.heldOn)) {
    day.notice('Ngày họp đã thay đổi sau khi lập tệp này', formatDate(session.heldOn))
  }
  return others.length === 0
}
