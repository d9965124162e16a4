import ExcelJS from 'exceljs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RefusalReason } from '../../../shared/api/refusal.ts'
import { officeSetText } from '../../../shared/domain/criteria/office-set-text.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { runSession } from '../../../electron/cli/run-session.ts'
import { editedCriteria } from '../../fixtures/edited-criteria.ts'
import { callRoll } from '../../helpers/call-roll.ts'
import { readText } from '../../helpers/read-pdf.ts'
import { sampleCouncil, sampleMember, sampleProduct } from '../../helpers/sample-council.ts'
import {
  castFullBallot,
  createTestApp,
  openSmallSession,
  resourcesFolder,
  type TestApp,
} from '../../helpers/test-app.ts'

// Sets that an office loads or accepts as printed, through the procedures that the window asks, on real files.

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const office = {
  reason: 'Các hội đồng trong tỉnh đã chấm theo phiếu in từ năm 2023',
  documentNumber: '12/VPĐP-NV',
  documentDate: '2026-03-02',
  issuer: 'Văn phòng Điều phối nông thôn mới tỉnh',
  signer: 'Chánh Văn phòng',
}
const refused = (reason: RefusalReason, detail: object = {}) => ({
  data: { reason, detail: expect.objectContaining(detail) },
})
const setOf = async (key: string) =>
  (await app.client.criteria.list()).flatMap(({ sets }) => sets).find((set) => set.key === key)
const accept = (key: string) => app.client.criteria.acceptAsPrinted({ key, office })

/** An open session of a district under QĐ 148 whose products are of these sets. */
async function districtSession(sets: readonly number[]) {
  const { client } = app
  const { id: councilId } = await client.councils.save({
    fields: { ...sampleCouncil(), level: 'district', district: 'Đà Bắc' },
  })
  const memberIds: number[] = []
  for (const number of [1, 2, 3]) {
    memberIds.push((await client.councils.saveMember({ councilId, fields: sampleMember(number) })).id)
  }
  const productIds: number[] = []
  for (const [index, set] of sets.entries()) {
    productIds.push((await client.products.save({ fields: sampleProduct(20 + index, set) })).id)
  }
  const fields = { year: 2024, round: 1, heldOn: '2024-10-25', place: '', referralThreshold: null }
  const { id: sessionId } = await client.sessions.create({
    councilId,
    ruleSetId: 'qd-148-2023',
    fields: { ...fields, regulation: usualRegulation },
  })
  const add = () => client.sessions.addProducts({ sessionId, productIds })
  const open = async () => {
    await client.sessions.answerNoKnockouts({ sessionId })
    await callRoll(client, sessionId)
    await client.sessions.open({ sessionId })
    const { agenda } = await client.sessions.get({ sessionId })
    return agenda.map(({ id }) => id)
  }
  return { sessionId, memberIds, add, open }
}

describe('a set as printed', () => {
  it.each([
    { key: 'qd148-07', mostPoints: 99 },
    { key: 'qd148-11', mostPoints: 97 },
    { key: 'qd148-12', mostPoints: 97 },
    { key: 'qd148-13', mostPoints: 98 },
  ])('$key is accepted with its document, and has $mostPoints points', async ({ key, mostPoints }) => {
    await app.client.workspace.create({ name: 'Hội đồng thử' })
    expect(await setOf(key)).toMatchObject({ isUsable: false, canBeTakenAsPrinted: true, office: null })
    await accept(key)
    expect(await setOf(key)).toMatchObject({ isUsable: true, status: 'as-printed', mostPoints, office, sessions: 0 })
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event).toMatchObject({ command: 'criteria.acceptAsPrinted', detail: { key, mostPoints, to: office } })
    await expect(accept(key)).rejects.toMatchObject(refused('criteria-set-not-short'))
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
  })

  it('asks for a reason that says something and a document that is there already, and only of a set that is short', async () => {
    await app.client.workspace.create({ name: 'Hội đồng thử' })
    const asked = (change: Partial<typeof office>) =>
      app.client.criteria.acceptAsPrinted({ key: 'qd148-07', office: { ...office, ...change } })
    await expect(asked({ reason: ' … ' })).rejects.toMatchObject(refused('reason-required'))
    await expect(asked({ documentNumber: '' })).rejects.toThrow()
    await expect(asked({ documentDate: '2026-11-21' })).rejects.toMatchObject(
      refused('day-to-come', { day: '21/11/2026' }),
    )
    await expect(accept('qd148-01')).rejects.toMatchObject(refused('criteria-set-not-short'))
    await expect(accept('qd99-01')).rejects.toMatchObject(refused('not-found'))
    expect((await setOf('qd148-07'))?.office).toBeNull()
  })

  it('is refused before, said in minutes, decision, ballots and explanation after, and stays while a session has it', async () => {
    await app.client.workspace.create({ name: 'Hội đồng thử' })
    const { sessionId, memberIds, add, open } = await districtSession([7])
    await expect(add()).rejects.toMatchObject(refused('criteria-set-incomplete', { setNumber: 7 }))
    await accept('qd148-07')
    await add()
    await expect(app.client.criteria.withdraw({ key: 'qd148-07', reason: 'Nhầm' })).rejects.toMatchObject(
      refused('criteria-set-used', { sessions: 1 }),
    )
    const [agendaItemId = 0] = await open()
    for (const memberId of memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
    const record = await app.client.results.session({ sessionId })
    expect(record.items[0]?.result).toMatchObject({ star: 5, mean: { sum: 297, count: 3 } })
    const textOf = async (kind: 'minutes' | 'decision' | 'filled-ballots' | 'result-notices') =>
      readText(
        new Uint8Array(await (await app.client.documents.render({ sessionId, kind, format: 'pdf' })).arrayBuffer()),
      ).replaceAll(/\s+/g, ' ')
    const how = 'chấm theo phiếu in của Quyết định số 148/QĐ-TTg, tổng điểm tối đa 99 điểm'
    const minutes = await textOf('minutes')
    expect(minutes).toContain(`5. Bộ số 7 (${record.items[0]?.form.name}) ${how}; theo văn bản số 12/VPĐP-NV`)
    expect(minutes).toContain('ngày 02 tháng 3 năm 2026 của Văn phòng Điều phối nông thôn mới tỉnh')
    expect(minutes).toContain('lý do: Các hội đồng trong tỉnh đã chấm theo phiếu in từ năm 2023.')
    expect(minutes).toContain('Chấm theo phiếu in của Quyết định số 148/QĐ-TTg, tổng điểm tối đa 99 điểm (văn bản số')
    expect(await textOf('decision')).toContain(how)
    const ballots = await textOf('filled-ballots')
    expect(ballots).toContain('TỔNG CỘNG (tối đa 99)')
    expect(ballots).toContain('Chấm theo phiếu in của Quyết định số 148/QĐ-TTg')
  })

  it('is withdrawn while no session has it', async () => {
    await app.client.workspace.create({ name: 'Hội đồng thử' })
    await accept('qd148-12')
    await app.client.criteria.withdraw({ key: 'qd148-12', reason: 'Đã có bản đính chính' })
    expect(await setOf('qd148-12')).toMatchObject({ status: 'incomplete', isUsable: false, office: null })
    const { events } = await app.client.criteria.get({ key: 'qd148-12' })
    expect(events).toMatchObject([{ status: 'as-printed', office, endReason: 'Đã có bản đính chính' }])
    await expect(app.client.criteria.withdraw({ key: 'qd148-12', reason: 'Lần nữa' })).rejects.toMatchObject(
      refused('not-found'),
    )
    const { add } = await districtSession([12])
    await expect(add()).rejects.toMatchObject(refused('criteria-set-incomplete'))
  })

  it('goes with the session workbook, and batch mode takes it from there; without it the workbook is refused', async () => {
    await app.client.workspace.create({ name: 'Hội đồng thử' })
    await accept('qd148-11')
    const { sessionId, memberIds, add, open } = await districtSession([11])
    await add()
    const [agendaItemId = 0] = await open()
    for (const memberId of memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
    const workbook = join(app.folder, 'phiên.xlsx')
    const run = async (file: Blob) => {
      writeFileSync(workbook, new Uint8Array(await file.arrayBuffer()))
      const outFolder = join(app.folder, 'kết quả')
      return runSession({ workbook, outFolder, resources: resourcesFolder, appVersion: '0.0.0-test' })
    }
    const exported = await app.client.workbook.export({ sessionId, filled: true })
    const ran = await run(exported)
    expect(ran.faults).toEqual([])
    expect(ran.tally?.products).toMatchObject([{ mean: '97,00', star: 5 }])
    expect(ran.notices).toContainEqual(
      expect.objectContaining({ sheet: 'Sản phẩm', message: expect.stringContaining('tổng điểm tối đa 97 điểm') }),
    )
    const without = await run(await withoutSheet(exported, 'Bộ tiêu chí'))
    expect(without).toMatchObject({ exit: 2, files: [] })
    expect(without.faults).toContainEqual(
      expect.objectContaining({
        sheet: 'Sản phẩm',
        message: 'Bộ tiêu chí số 11 còn thiếu điểm, chưa dùng để chấm được.',
        allowed: expect.stringContaining('chấp nhận chấm theo phiếu in ở trang “Bộ tiêu chí”'),
      }),
    )
    const bare = new File([await withoutCell(exported, 'Bộ tiêu chí', 'C2')], 'phiên.xlsx')
    const empty = await app.client.workbook.preview({ file: bare })
    expect(empty.faults).toContainEqual(
      expect.objectContaining({
        sheet: 'Bộ tiêu chí',
        row: 2,
        column: 'Lý do (C)',
        message: 'Lý do: chưa có giá trị.',
      }),
    )
  })
})

describe('a set of a workbook', () => {
  const edited = async () => editedCriteria(await app.client.criteria.workbook({ key: 'qd26-01' }))

  it('shows what changes, is loaded with its document, and leaves what is scored or locked as it was', async () => {
    const { sessionId, itemIds, memberIds } = await openSmallSession(app)
    const [agendaItemId = 0] = itemIds
    await castFullBallot(app.client, { agendaItemId, memberId: memberIds[0] ?? 0 })
    const file = await edited()
    const before = await app.client.rules.itemForm({ agendaItemId })
    const { set, faults } = await app.client.criteria.preview({ file })
    expect(faults).toEqual([])
    const from = before.parts[0]?.sections[0]?.criteria[0]?.title
    const to = 'Tên tiêu chí theo bản đính chính'
    const change = { place: 'Phần A, mục 1, tiêu chí 1.1', what: 'title', from, to }
    expect(set).toMatchObject({ key: 'qd26-01', mostPoints: 100, changes: [change], takers: [] })
    expect(set?.keepers.map((session) => session.sessionId)).toEqual([sessionId])
    await app.client.criteria.load({ file, office })
    expect(await app.client.rules.itemForm({ agendaItemId })).toEqual(before)
    const next = await newSession()
    const form = await app.client.rules.itemForm({ agendaItemId: next.itemId })
    expect(form).toMatchObject({ status: 'completed-by-office', office })
    expect(form.parts[0]?.sections[0]?.criteria[0]?.title).toBe(to)
    const { status, changes } = await app.client.criteria.get({ key: 'qd26-01' })
    expect({ status, changes }).toEqual({ status: 'completed-by-office', changes: [change] })
    await expect(app.client.criteria.takeInto({ key: 'qd26-01', sessionId })).rejects.toMatchObject(
      refused('session-has-ballots'),
    )
    await expect(app.client.criteria.load({ file, office })).rejects.toMatchObject(refused('criteria-set-same'))
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
    await travels(next.sessionId)
  })

  /** In the session's workbook to a file that never had it, as it is sealed here; altered on the way it is refused. */
  async function travels(sessionId: number) {
    const exported = new File([await app.client.workbook.export({ sessionId, filled: false })], 'phiên.xlsx')
    const elsewhere = createTestApp()
    try {
      const { client } = elsewhere
      await client.workspace.create({ name: 'Máy khác' })
      const { faults, notices } = await client.workbook.preview({ file: exported })
      expect(faults).toEqual([])
      expect(notices).toContainEqual(
        expect.objectContaining({
          sheet: 'Bộ tiêu chí',
          row: 2,
          message: expect.stringContaining('Bộ số 1 khác bộ kèm theo chương trình ở 1 chỗ'),
        }),
      )
      const taken = await client.workbook.import({ file: exported })
      const sealsOf = async (from: TestApp, id: number) =>
        (await from.client.rules.sealed({ sessionId: id })).map(({ kind, sha256 }) => ({ kind, sha256 }))
      expect(await sealsOf(elsewhere, taken.sessionId)).toEqual(await sealsOf(app, sessionId))
      for (const cell of ['C2', 'I2']) {
        const altered = await changed(exported, (book) => {
          const place = book.getWorksheet('Bộ tiêu chí')?.getCell(cell)
          if (place !== undefined) place.value = `${place.text.slice(0, -1)}0`
        })
        const preview = await client.workbook.preview({ file: new File([altered], 'phiên.xlsx') })
        expect(preview.faults, cell).toContainEqual(
          expect.objectContaining({
            column: 'Nội dung niêm phong (không sửa) (J)',
            message: expect.stringContaining('không khớp mã SHA-256'),
          }),
        )
      }
    } finally {
      elsewhere[Symbol.dispose]()
    }
  }

  it('that is corrected and lacks points all the same is one record with both reasons, which the papers give', async () => {
    await app.client.workspace.create({ name: 'Hội đồng thử' })
    const file = await editedCriteria(await app.client.criteria.workbook({ key: 'qd148-07' }))
    const { set, faults } = await app.client.criteria.preview({ file })
    expect(faults.length).toBeGreaterThan(0)
    expect(set).toMatchObject({ isShort: true, mostPoints: 99, changes: [{ what: 'title' }] })
    await expect(app.client.criteria.load({ file, office })).rejects.toMatchObject(refused('workbook-has-faults'))
    const both = { ...office, shortReason: 'Hội đồng tỉnh thống nhất giữ nguyên điểm in' }
    await expect(app.client.criteria.load({ file, office: { ...both, shortReason: ' … ' } })).rejects.toMatchObject(
      refused('reason-required'),
    )
    await app.client.criteria.load({ file, office: both })
    expect(await setOf('qd148-07')).toMatchObject({ status: 'corrected-as-printed', isUsable: true, office: both })
    const { events } = await app.client.criteria.get({ key: 'qd148-07' })
    expect(events).toHaveLength(1)
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event).toMatchObject({ command: 'criteria.load', detail: { changes: 1, to: both } })
    const { sessionId, add } = await districtSession([7])
    await add()
    const { agenda } = await app.client.sessions.get({ sessionId })
    const form = await app.client.rules.itemForm({ agendaItemId: agenda[0]?.id ?? 0 })
    expect(officeSetText(form)).toMatch(
      /giữ các chỗ phiếu in thiếu điểm, tổng điểm tối đa 99 điểm; .*lý do: Các hội đồng .* năm 2023; chấp nhận thiếu điểm vì Hội đồng tỉnh/,
    )
    const exported = new File([await app.client.workbook.export({ sessionId, filled: false })], 'phiên.xlsx')
    expect((await app.client.workbook.preview({ file: exported })).faults).toEqual([])
  })

  it('is taken by an open session that nobody scored; its products stay of one set', async () => {
    const { sessionId } = await openSmallSession(app)
    const file = await edited()
    expect((await app.client.criteria.preview({ file })).set?.takers).toMatchObject([{ sessionId, products: 2 }])
    await app.client.criteria.load({ file, office })
    const { id } = await app.client.products.save({ fields: sampleProduct(9) })
    await app.client.sessions.addProducts({ sessionId, productIds: [id] })
    const sealed = () => app.client.rules.sealed({ sessionId })
    expect((await sealed()).filter(({ kind }) => kind === 'criteria-set')).toMatchObject([{ productCount: 3 }])
    expect((await app.client.criteria.get({ key: 'qd26-01' })).takers).toHaveLength(1)
    await app.client.criteria.takeInto({ key: 'qd26-01', sessionId })
    expect((await sealed())[1]).toMatchObject({ status: 'completed-by-office', productCount: 3 })
    expect((await app.client.criteria.get({ key: 'qd26-01' })).takers).toEqual([])
  })

  it('with faults or of nothing that changes is refused whole', async () => {
    await app.client.workspace.create({ name: 'Hội đồng thử' })
    const same = await app.client.criteria.workbook({ key: 'qd26-01' })
    const file = new File([same], 'bộ 1.xlsx')
    expect((await app.client.criteria.preview({ file })).set?.changes).toEqual([])
    await expect(app.client.criteria.load({ file, office })).rejects.toMatchObject(refused('criteria-set-same'))
    const short = new File([await app.client.criteria.workbook({ key: 'qd148-07' })], 'bộ 7.xlsx')
    const { set, faults } = await app.client.criteria.preview({ file: short })
    expect(set).toMatchObject({ isShort: true, changes: [] })
    expect(faults.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^Tiêu chí 6\.4: điểm tối đa 4/))
    await expect(app.client.criteria.load({ file: short, office })).rejects.toMatchObject(
      refused('workbook-has-faults'),
    )
    expect((await setOf('qd148-07'))?.office).toBeNull()
  })
})

async function newSession() {
  const { client } = app
  const [council] = await client.councils.list()
  const { id } = await client.products.save({ fields: sampleProduct(8) })
  const fields = { year: 2026, round: 9, heldOn: '2026-11-25', place: '', referralThreshold: null }
  const { id: sessionId } = await client.sessions.create({
    councilId: council?.id ?? 0,
    ruleSetId: 'qd-26-2026',
    fields: { ...fields, regulation: usualRegulation },
  })
  await client.sessions.addProducts({ sessionId, productIds: [id] })
  const { agenda } = await client.sessions.get({ sessionId })
  return { sessionId, itemId: agenda[0]?.id ?? 0 }
}

async function changed(file: Blob, change: (book: ExcelJS.Workbook) => void): Promise<Blob> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await file.arrayBuffer())
  change(book)
  return new Blob([await book.xlsx.writeBuffer()])
}

const withoutSheet = (file: Blob, name: string) => changed(file, (book) => book.removeWorksheet(name))
const withoutCell = (file: Blob, name: string, cell: string) =>
  changed(file, (book) => {
    const sheet = book.getWorksheet(name)
    if (sheet !== undefined) sheet.getCell(cell).value = null
  })
