import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { CaseCode } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { readCriteriaSet } from '../../../tests/helpers/resources.ts'
import { readReferenceWorkbook } from './read-reference-workbook.ts'
import { writeReferenceWorkbook, type ReferenceFrame, type ReferenceToWrite } from './reference-workbook.ts'

const frameOf = (ids: readonly string[], criteriaCase: CaseCode | null = null): ReferenceFrame => ({
  session: {
    ruleSetId: 'qd-26-2026',
    level: 'province',
    councilName: 'Hội đồng',
    year: 2026,
    round: 1,
    heldOn: '2026-11-20',
  },
  items: ids.map((id, index) => {
    const form = readCriteriaSet(id)
    const itsCase = form.setNumber === 26 ? criteriaCase : null
    return { id: index + 1, code: `0${index + 1}`, productName: '=1+1', criteriaCase: itsCase, form }
  }),
})

/** Every option of each criterion comes up in the sheets of one source or the other, and blanks. */
const scoresOf = ({ items }: ReferenceFrame): ReferenceToWrite['scored'] =>
  items.flatMap(({ id, criteriaCase, form }) =>
    (['producer', 'advisers'] as const).map((source, shift) => ({
      itemId: id,
      source,
      choices: listCriteria(form).map(({ criterion }, at) => {
        const offered = criterion.options.flatMap((option, index) =>
          option.case === undefined || criteriaCase === null || option.case === criteriaCase ? [index + 1] : [],
        )
        const options = [0, ...offered]
        // Where a line of no points is printed, no level at all is written by its number alone.
        return (at + shift) % 11 === 5 ? null : (options[(at + shift + id) % options.length] ?? 0)
      }),
    })),
  )

type Edit = (sheet: ExcelJS.Worksheet) => void

/** What is read of a workbook whose sheet of points somebody changed. */
async function readEdited(edit: Edit) {
  const frame = frameOf(['qd26-01'])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(await writeReferenceWorkbook({ ...frame, scored: scoresOf(frame) })).buffer)
  const sheet = book.getWorksheet('Điểm tham khảo')
  if (sheet !== undefined) edit(sheet)
  return readReferenceWorkbook({ bytes: new Uint8Array(await book.xlsx.writeBuffer()), frame })
}

describe('a workbook of reference scores', () => {
  test.each([null, 'a', 'b'] as const)('reads back as it was written, in every kind of form, case %s', async (of) => {
    const frame = frameOf(['qd26-01', 'qd26-23', 'qd26-25', 'qd26-26', 'qd148-01'], of)
    const scored = scoresOf(frame)
    const bytes = await writeReferenceWorkbook({ ...frame, scored })
    expect(await readReferenceWorkbook({ bytes, frame })).toEqual({ faults: [], notices: [], scored })
  })

  test('without a source’s column has nothing of it, and says so', async () => {
    const { faults, notices, scored } = await readEdited((sheet) => sheet.spliceColumns(7, 1))
    expect(faults).toEqual([])
    expect(notices).toMatchObject([{ message: 'Không có cột “Tổ tư vấn đề xuất”: điểm đang có được giữ nguyên.' }])
    expect(scored.map(({ source }) => source)).toEqual(['producer'])
  })

  test('has one round: a second one is a fault, a sum of the office’s own is checked', async () => {
    const { faults, scored } = await readEdited((sheet) => {
      sheet.getCell('H1').value = 'Lần chấm'
      sheet.getCell('H2').value = 2
      sheet.getCell('A34').value = '01'
      sheet.getCell('D34').value = 'Tổng cộng'
      sheet.getCell('F34').value = 1
    })
    expect(faults).toMatchObject([
      { row: 2, column: 'Lần chấm (H)' },
      { row: 34, column: 'Chủ thể tự chấm (F)', message: 'Tổng điểm không bằng tổng điểm của các tiêu chí.' },
    ])
    expect(scored).toEqual([])
  })
})
