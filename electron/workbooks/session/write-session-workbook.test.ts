import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { knockoutTexts, otherKnockout } from '../../../shared/domain/criteria/knockout-questions.ts'
import { districtRecord, provinceRecord, unfinishedRecord } from '../../../tests/fixtures/records.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { readCriteriaSet } from '../../../tests/helpers/resources.ts'
import { workbookResources } from '../../../tests/helpers/workbook-resources.ts'
import { readSessionWorkbook } from './read-session-workbook.ts'
import type { ItemBackground, SessionImport } from './session-import.ts'
import { toSessionImport } from './to-session-import.ts'
import { modelSheets } from './sheet-models.ts'
import { writeSessionWorkbook } from './write-session-workbook.ts'
import { writeXlsx } from '../xlsx/write-xlsx.ts'

const read = (bytes: Uint8Array) => readSessionWorkbook({ bytes, resources: workbookResources })

/** One product a set and case, each member with other choices, blanks and levels not reached among them. */
const sessionOf = (setIds: readonly string[], criteriaCase: CaseCode | null): SessionImport => ({
  ruleSetId: 'qd-26-2026',
  level: 'province',
  council: {
    name: 'Hội đồng',
    province: 'Phú Thọ',
    district: '',
    foundingDecisionNumber: '1/2',
    foundingDecisionDate: '',
    regulationNumber: '12/QC-HĐ',
  },
  session: { year: 2026, round: 1, heldOn: '2026-11-20', place: 'Hội trường', referralThreshold: 85 },
  regulation: {
    quorum: { numerator: 3, denominator: 4, needsChair: true },
    spreadLimit: 12,
    rounding: 'one-decimal',
    gateSettlement: 'all',
    verification: 'borderline',
    memberSight: 'own-ballot',
    chairApproves: true,
    chairSeesDeviations: true,
    takesClearPaper: true,
  },
  officeSets: [],
  members: ['TV1', '2', 'Ủy viên 3'].map((code, index) => ({
    code,
    name: `Thành viên ${code}`,
    position: '',
    organisation: 'Sở Y tế',
    role: index === 0 ? 'chair' : 'member',
    isPresent: index < 2,
    arrivedAt: index < 2 ? '07:45' : null,
    leftAt: index === 0 ? '11:30' : null,
    absenceReason: index < 2 ? '' : 'Đi công tác',
  })),
  items: setIds.map((id, index) => {
    const form = readCriteriaSet(id)
    const offered = listCriteria(form).map(({ criterion }) => [
      0,
      ...criterion.options.flatMap((option, at) =>
        option.case === undefined || criteriaCase === null || option.case === criteriaCase ? [at + 1] : [],
      ),
    ])
    const ballot = (memberCode: string, shift: number) => ({
      memberCode,
      choices: offered.map((options, at) =>
        (at + shift) % 11 === 5 ? null : (options[(at + shift) % options.length] ?? 0),
      ),
      opinion: shift % 2 === 0 ? '' : `Nên sửa bao bì,\nlần ${shift}`,
    })
    const agreed = listCriteria(form)[2]?.criterion
    return {
      code: `0${index + 1}`,
      productName: '=1+1',
      producerName: 'HTX',
      producerKind: 'Hợp tác xã',
      commune: '1/2',
      district: '',
      setNumber: form.setNumber,
      criteriaSetId: form.id,
      application: 'upgrade',
      criteriaCase: form.setNumber === 26 ? criteriaCase : null,
      isRejected: index === 0,
      rejectionReason: index === 0 ? 'Hồ sơ giả mạo' : '',
      knockouts: knockoutsOf(form, index),
      exclusions:
        index % 2 === 0
          ? [{ memberCode: 'TV1', kind: 'recused', reason: '' }]
          : [
              { memberCode: 'TV1', kind: 'recused', reason: 'Góp vốn: 5 %; người nhà' },
              { memberCode: '2', kind: 'absent', reason: '' },
            ],
      samplesReceived: index,
      dossierStatus: index === 0 ? 'incomplete' : 'complete',
      dossierNote: '1/2 tờ\nthiếu giấy kiểm nghiệm',
      phone: '0912 000 000',
      representative: 'Giám đốc',
      address: 'Khu 3; số 12/5',
      rounds: [
        { round: 1, ballots: [ballot('TV1', index), ballot('2', index + 1)] },
        { round: 2, ballots: [ballot('TV1', index + 2), ballot('Ủy viên 3', index + 3)] },
      ],
      agreedLevels: agreed === undefined ? [] : [{ criterionCode: agreed.code, option: 1, reason: 'Theo mẫu' }],
    }
  }),
})

/** One rejected by a condition and in words, with a condition passed; one with nothing answered, one with one open; one that passed. */
function knockoutsOf(form: CriteriaSet, index: number): SessionImport['items'][number]['knockouts'] {
  const open = knockoutTexts(form).map(({ text }) => ({ question: text, answer: 'unanswered', reason: '' }) as const)
  if (index > 0) return open.slice(0, [0, open.length, 1][index % 3])
  return [
    ...open.slice(0, 1).map(({ question }) => ({ question, answer: 'yes', reason: 'Hồ sơ giả mạo' }) as const),
    ...open.slice(1, 2).map(({ question }) => ({ question, answer: 'no', reason: '' }) as const),
    { question: otherKnockout.text, answer: 'yes', reason: 'Không nộp mẫu; xin rút' },
  ]
}

const writeFilled = (session: SessionImport): Promise<Uint8Array> =>
  writeXlsx({ createdAt: new Date(0), sheets: modelSheets({ session, formOf, isFilled: true }) })

const noBackground: ItemBackground = {
  samplesReceived: 0,
  dossierStatus: 'unchecked',
  dossierNote: '',
  phone: '',
  representative: '',
  address: '',
  knockouts: [],
}

const pick = ({
  samplesReceived,
  dossierStatus,
  dossierNote,
  phone,
  representative,
  address,
  knockouts,
}: ItemBackground) => ({
  samplesReceived,
  dossierStatus,
  dossierNote,
  phone,
  representative,
  address,
  knockouts,
})

const formOf = ({ criteriaSetId }: { criteriaSetId: string }) => readCriteriaSet(criteriaSetId)

describe('what is written reads back the same', () => {
  test.each([null, 'a', 'b'] as const)('every form of QĐ 26/2026, case %s', async (criteriaCase) => {
    const ids = Array.from({ length: 26 }, (_, index) => `qd26-${String(index + 1).padStart(2, '0')}`)
    const session = sessionOf(ids, criteriaCase)
    const { preview, value } = await read(await writeFilled(session))
    expect(preview.faults).toEqual([])
    expect(value).toEqual(session)
  })

  test.each([
    ['district', districtRecord()],
    ['province', provinceRecord()],
    ['unfinished', unfinishedRecord()],
  ])('a recorded session: %s', async (_, record) => {
    const { preview, value } = await read(await writeSessionWorkbook({ record, filled: true }))
    expect(preview.faults).toEqual([])
    const session = toSessionImport(record)
    const { items } = session
    expect(value).toEqual(session)
    expect(items.flatMap(({ rounds }) => rounds.flatMap(({ ballots }) => ballots)).length).toBeGreaterThan(0)
  })

  test('what stands beside a recorded session comes from its caller', async () => {
    const record = provinceRecord()
    const background = { ...noBackground, samplesReceived: 5, dossierStatus: 'complete', phone: '0912' } as const
    const backgrounds = new Map(record.items.map(({ id }) => [id, background]))
    const { value } = await read(await writeSessionWorkbook({ record, filled: true, backgrounds }))
    expect(value?.items.map(pick)).toEqual(record.items.map(() => background))
  })

  test('a workbook of before, without the later columns and sheets, says nothing of them and is not told so', async () => {
    const workbook = new ExcelJS.Workbook()
    const session = sessionOf(['qd26-01', 'qd26-04'], null)
    await workbook.xlsx.load(new Uint8Array(await writeFilled(session)).buffer)
    workbook.removeWorksheet('Ý kiến')
    workbook.removeWorksheet('Điều kiện loại')
    for (let row = 15; row <= 23; row += 1) workbook.getWorksheet('Phiên họp')?.getRow(row).splice(1, 2)
    workbook.getWorksheet('Thành viên')?.spliceColumns(7, 3)
    workbook.getWorksheet('Sản phẩm')?.spliceColumns(13, 6)
    const { preview, value } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(preview.faults).toEqual([])
    expect(preview.notices.filter(({ message }) => /Không có (cột|dòng)|trang tính/.test(message))).toEqual([])
    const { spreadLimit } = session.regulation
    const quorum = { ...session.regulation.quorum, needsChair: false }
    expect(value?.regulation).toEqual({ ...usualRegulation, spreadLimit, quorum })
    expect(value?.items.map(pick)).toEqual([noBackground, noBackground])
    expect(value?.members.map(({ arrivedAt, leftAt, absenceReason }) => [arrivedAt, leftAt, absenceReason])).toEqual(
      session.members.map(() => [null, null, '']),
    )
    expect(
      value?.items.flatMap(({ rounds }) => rounds.flatMap(({ ballots }) => ballots.map((one) => one.opinion))),
    ).toEqual(session.items.flatMap(({ rounds }) => rounds.flatMap(({ ballots }) => ballots.map(() => ''))))
  })

  test('a rule of the council that is none is a fault, and a reason changed beside its conditions is told', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(await writeFilled(sessionOf(['qd26-01'], null))).buffer)
    const [facts, products] = [workbook.getWorksheet('Phiên họp'), workbook.getWorksheet('Sản phẩm')]
    if (facts === undefined || products === undefined) throw new Error('no sheet')
    facts.eachRow((row) => {
      if (row.getCell(1).value === 'Mức đạt của tiêu chí có dấu sao') row.getCell(2).value = 'Theo đa số'
    })
    products.getCell('J2').value = 'Hồ sơ thiếu'
    const { preview } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(preview.faults).toMatchObject([
      { found: 'Theo đa số', allowed: expect.stringContaining('Quá nửa') as string },
    ])
    expect(preview.notices[0]).toMatchObject({ sheet: 'Điều kiện loại', found: 'Hồ sơ thiếu' })
  })

  test('what cannot be read in the later columns is told and left out, an unknown member is a fault', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(await writeFilled(sessionOf(['qd26-01'], null))).buffer)
    const [members, products] = [workbook.getWorksheet('Thành viên'), workbook.getWorksheet('Sản phẩm')]
    if (members === undefined || products === undefined) throw new Error('no sheet')
    members.getCell('G2').value = 0.3125
    members.getCell('H2').value = 'trưa'
    members.getCell('I2').value = 'Ốm'
    products.getCell('M2').value = 'năm'
    products.getCell('N2').value = 'tạm được'
    const { preview, value } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(preview.faults).toEqual([])
    expect(value?.members[0]).toMatchObject({ arrivedAt: '07:30', leftAt: null, absenceReason: '' })
    expect(value?.items[0]).toMatchObject({ samplesReceived: 0, dossierStatus: 'unchecked' })
    expect(preview.notices.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['Giờ về (H)', 'Lý do vắng (I)', 'Số mẫu đã nhận (M)', 'Tình trạng hồ sơ (N)']),
    )
    const opinions = workbook.getWorksheet('Ý kiến')
    if (opinions === undefined) throw new Error('no sheet')
    opinions.getCell('C2').value = 'TV9'
    const faulty = await read(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(faulty.preview.faults).toMatchObject([{ sheet: 'Ý kiến', row: 2 }])
  })

  test('rows, columns and sheets out of sight are read, and told of', async () => {
    const workbook = new ExcelJS.Workbook()
    const bytes = await writeSessionWorkbook({ record: provinceRecord(), filled: true })
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    const [members, scores] = [workbook.getWorksheet('Thành viên'), workbook.getWorksheet('Điểm')]
    if (members === undefined || scores === undefined) throw new Error('no sheet')
    members.state = 'hidden'
    scores.getRow(3).hidden = true
    scores.getRow(5).hidden = true
    scores.getColumn(7).hidden = true
    const { preview } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(preview.faults).toEqual([])
    const told = preview.notices.filter(({ message }) => message.includes('bị ẩn'))
    expect(told.map(({ sheet, message, found }) => [sheet, message, found])).toEqual([
      ['Thành viên', 'Trang tính bị ẩn vẫn được đọc.', 'Thành viên'],
      ['Điểm', 'Dòng bị ẩn vẫn được đọc.', '3; 5'],
      ['Điểm', 'Cột bị ẩn vẫn được đọc.', 'G'],
    ])
  })

  test('a blank one has every row and no points', async () => {
    const record = provinceRecord()
    const bytes = await writeSessionWorkbook({ record, filled: false })
    const { preview, value } = await read(bytes)
    expect(preview.faults).toEqual([])
    expect(value?.items).toHaveLength(record.items.length)
    expect(value?.items.every(({ rounds }) => rounds.length === 1 && rounds[0]?.ballots.length === 0)).toBe(true)
    expect(preview.notices.filter(({ message }) => message.includes('thiếu dòng'))).toEqual([])
  })
})

describe('the sheet of points', () => {
  const open = async () => {
    const session = sessionOf(['qd26-01', 'qd26-26'], null)
    const workbook = new ExcelJS.Workbook()
    const bytes = await writeFilled(session)
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
    const sheet = workbook.getWorksheet('Điểm')
    if (sheet === undefined) throw new Error('no sheet')
    return { workbook, sheet }
  }
  const rowOf = (sheet: ExcelJS.Worksheet, product: string, criterion: string): number => {
    for (let row = 2; row <= sheet.rowCount; row++) {
      if (sheet.getCell(row, 1).value === product && sheet.getCell(row, 3).value === criterion) return row
    }
    throw new Error('no row')
  }

  test('is locked in its first part without a password, open in its points', async () => {
    const { sheet } = await open()
    const { sheetProtection } = sheet as unknown as { sheetProtection: { sheet?: boolean; hashValue?: string } }
    expect(sheetProtection).toMatchObject({ sheet: true })
    expect(sheetProtection.hashValue).toBeUndefined()
    expect([1, 2, 3, 4, 5].map((column) => sheet.getCell(2, column).protection?.locked ?? true)).not.toContain(false)
    expect([6, 7, 8].map((column) => sheet.getCell(2, column).protection.locked)).toEqual([false, false, false])
  })

  test('freezes its titles and first columns', async () => {
    const { sheet } = await open()
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 5, ySplit: 1 })
  })

  test('offers the allowed points in each cell', async () => {
    const { sheet } = await open()
    expect(sheet.getCell(rowOf(sheet, '01', '1.1'), 6).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"0,1,2,3"'],
    })
    expect(sheet.getCell(rowOf(sheet, '02', '8'), 8).dataValidation).toMatchObject({
      formulae: ['"0,1/1,3/2,1/3,3/4"'],
    })
  })

  test('keeps points with an option number from turning into dates', async () => {
    const { sheet } = await open()
    const cell = sheet.getCell(rowOf(sheet, '02', '8'), 6)
    expect(cell.value).toMatch(/^\d\/\d$/)
    expect(cell.numFmt).toBe('@')
    expect(sheet.getCell(rowOf(sheet, '01', '1.1'), 3).numFmt).toBe('@')
  })

  test('no text of a product becomes a formula', async () => {
    const { workbook } = await open()
    expect(workbook.getWorksheet('Sản phẩm')?.getCell('B2')).toMatchObject({
      type: ExcelJS.ValueType.String,
      value: '=1+1',
    })
  })
})
