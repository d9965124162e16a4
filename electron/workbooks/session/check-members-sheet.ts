import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Findings } from './findings.ts'
import { memberColumns, roleTitles, scoreColumns } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { readChoice, readMark, readNeededText, readText, reportBlank } from './read-field.ts'
import { readTable, reportOtherColumns } from './read-table.ts'
import type { ImportedMember } from './session-import.ts'

/** Checks the sheet `Thành viên`. Members with a faulty code are left out, with their fault. */
export function checkMembersSheet(sheet: PlainSheet, findings: Findings): readonly ImportedMember[] {
  const table = readTable({ sheet, columns: memberColumns, findings })
  if (table === null) return []
  reportOtherColumns(table.others, findings)
  const rowOf = new Map<string, number>()
  const reserved = new Set(Object.values(scoreColumns).map(({ title }) => fold(title)))
  const members: ImportedMember[] = []
  for (const row of table.rows) {
    const at = (key: keyof typeof memberColumns) => ({
      field: row.field(key),
      findings,
      what: memberColumns[key].title,
    })
    const code = readNeededText(at('code'))
    const name = readNeededText(at('name'))
    const role = readChoice({ ...at('role'), choices: roleTitles })
    if (row.field('role').cell.kind === 'blank') {
      reportBlank({ ...at('role'), allowed: roleTitles.map(([title]) => title).join('; ') })
    }
    const member = {
      code,
      name,
      position: readText(at('position')),
      organisation: readText(at('organisation')),
      role: role ?? ('member' as const),
      isPresent: readMark(at('present')),
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
      findings.fault({
        place: at('code').field.place,
        message: problem,
        found: code,
        allowed: 'Mỗi thành viên một mã riêng',
      })
      continue
    }
    rowOf.set(fold(code), row.number)
    members.push(member)
  }
  if (table.rows.length === 0) {
    findings.fault({
      place: { sheet: sheet.name, row: null, column: null },
      message: 'Không có thành viên nào',
      found: '(trống)',
      allowed: 'Ít nhất một thành viên',
    })
  } else reportChairs({ sheet, members, findings })
  return members
}

type ReportChairsInput = {
  sheet: PlainSheet
  members: readonly ImportedMember[]
  findings: Findings
}

/** No decision numbers the chairs; a council with none or with two is odd enough to be told of. */
function reportChairs({ sheet, members, findings }: ReportChairsInput): void {
  const chairs = members.filter(({ role }) => role === 'chair')
  if (chairs.length === 1) return
  findings.notice({
    place: { sheet: sheet.name, row: null, column: memberColumns.role.title },
    message: chairs.length === 0 ? 'Không có Chủ tịch Hội đồng' : 'Có nhiều hơn một Chủ tịch Hội đồng',
    found: chairs.map(({ code }) => code).join('; '),
    allowed: 'Một Chủ tịch',
  })
}
