import { timesProblem } from '../../../shared/domain/session/attendance-times.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Findings } from './findings.ts'
import { memberColumns, roleTitles, scoreColumns } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { readAsideClock, readAsideLines } from './read-aside.ts'
import { readMark, readNeededChoice, readNeededText, readText } from './read-field.ts'
import { readTable, reportOtherColumns, type TableRow } from './read-table.ts'
import type { ImportedMember } from './session-import.ts'

/** Checks the sheet `Thành viên`. Members with a faulty code are left out, with their fault. */
export function checkMembersSheet(sheet: PlainSheet, findings: Findings): readonly ImportedMember[] {
  const table = readTable({ sheet, columns: memberColumns, findings })
  if (table === null) return []
  reportOtherColumns(table.others)
  const rowOf = new Map<string, number>()
  const reserved = new Set(Object.values(scoreColumns).map(({ title }) => fold(title)))
  const members: ImportedMember[] = []
  for (const row of table.rows) {
    const { field } = row
    const code = readNeededText(field('code'))
    const name = readNeededText(field('name'))
    const role = readNeededChoice(field('role'), roleTitles)
    const member = {
      code,
      name,
      position: readText(field('position')),
      organisation: readText(field('organisation')),
      role: role ?? ('member' as const),
      isPresent: readMark(field('present')),
      ...readAttendance(field),
    }
    if (code === '') continue
    const earlier = rowOf.get(fold(code))
    const problem =
      earlier !== undefined
        ? `Mã thành viên trùng với dòng ${earlier}`
        : reserved.has(fold(code))
          ? 'Mã thành viên trùng với tên một cột của trang tính Điểm'
          : /[,;]/.test(code)
            ? 'Mã thành viên không được chứa dấu phẩy hoặc dấu chấm phẩy'
            : null
    if (problem !== null) {
      field('code').fault(problem, 'Mỗi thành viên một mã riêng', code)
      continue
    }
    rowOf.set(fold(code), row.number)
    members.push(member)
  }
  if (table.rows.length === 0) {
    const whole = findings.at({ sheet: sheet.name, row: null, column: null })
    whole.fault('Không có thành viên nào', 'Ít nhất một thành viên', '(trống)')
    return members
  }
  // No decision numbers the chairs; a council with none or with two is odd enough to be told of.
  const chairs = members.filter(({ role }) => role === 'chair').map(({ code }) => code)
  if (chairs.length !== 1) {
    findings
      .at({ sheet: sheet.name, row: null, column: memberColumns.role.title })
      .notice(
        chairs.length === 0 ? 'Không có Chủ tịch Hội đồng' : 'Có nhiều hơn một Chủ tịch Hội đồng',
        'Một Chủ tịch',
        chairs.join('; '),
      )
  }
  return members
}

/** When a member came and left, or why not at all: a reason counts for who is absent. */
function readAttendance(field: TableRow<keyof typeof memberColumns>['field']) {
  const isPresent = field('present').cell.kind !== 'blank'
  const [arrivedAt, leftAt] = [readAsideClock(field('arrivedAt')), readAsideClock(field('leftAt'))]
  const reason = readAsideLines(field('absenceReason'))
  if (timesProblem({ arrivedAt, leftAt }) !== null) field('leftAt').notice('Giờ về không sau giờ đến')
  const isKept = reason !== '' && !isPresent && isReason(reason)
  if (reason !== '' && !isKept) {
    field('absenceReason').notice(
      isPresent ? 'Thành viên có mặt: lý do vắng không được nhập' : 'Lý do vắng không có chữ hay số: bỏ qua',
    )
  }
  return { arrivedAt, leftAt, absenceReason: isKept ? reason : '' }
}
