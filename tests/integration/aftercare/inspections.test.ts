import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { hasPoppler, readPages, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Inspections of logo use through the procedures that the window asks. Today is 20/11/2026.

let app: TestApp
let api: TestApp['client']['aftercare']['inspections']
beforeEach(async () => {
  app = createTestApp()
  api = app.client.aftercare.inspections
  await app.client.workspace.create({ name: 'Sổ chứng nhận' })
  const office = { province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' }
  await app.client.officePapers.setOffice({ level: 'province', ...office })
  const rows = [
    ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
    ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 4, '3163/QĐ-UBND', dateCell('2025-12-30')],
    ['Mật ong hoa rừng', 'HTX Mường Bi', 'xã Phong Phú', 3, '2935/QĐ-UBND', dateCell('2025-12-22')],
    ['Chè Pà Cò', 'HTX Pà Cò', 'xã Pà Cò', 3, '2001/QĐ-UBND', dateCell('2021-12-29')],
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách.xlsx')
  const list = { file, sender: 'Sở', sheet: null, columns: [], year: 2026, acceptsDoubts: true }
  await app.client.register.takeList(list)
})
afterEach(() => app[Symbol.dispose]())

const certificates = async () => (await app.client.register.certificates({ limit: 50, offset: 0 })).rows
const refOf = async (name: string) => {
  const row = (await certificates()).find(({ productName }) => productName === name)
  if (row === undefined) throw new Error(`no ${name}`)
  return { source: row.source, id: row.id }
}

const route = {
  year: 2026,
  name: 'Tuyến 1',
  startsOn: '2026-11-02',
  endsOn: '2026-11-06',
  participants: 'Sở Nông nghiệp và Môi trường: Phó Trưởng phòng\nSở Công Thương: chuyên viên',
  basis: 'Công văn số 638/UBND-KTN',
}
/** All three on one route. */
async function planned() {
  const { id: routeId } = await api.saveRoute({ fields: route })
  const refs = await Promise.all(['Cam lòng vàng', 'Mật ong hoa rừng', 'Chè Pà Cò'].map(refOf))
  const { ids } = await api.add({ routeId, certificates: refs })
  const [cam = 0, honey = 0, tea = 0] = ids
  return { routeId, cam, honey, tea }
}
const list = (asked: Partial<Parameters<typeof api.list>[0]> = {}) => api.list({ limit: 50, offset: 0, ...asked })
const rowOf = async (id: number) => (await list()).rows.find(({ inspectionId }) => inspectionId === id)
const refusing = (reason: string) => ({ data: { reason } })

describe('a plan of inspections', () => {
  it('has certificates on a route, once each, lapsed ones too', async () => {
    const { routeId, tea } = await planned()
    expect(await rowOf(tea)).toMatchObject({
      state: 'planned',
      standing: 'lapsed',
      lapsesOn: '2024-12-29',
      unanswered: 4,
    })
    const again = await api.add({ routeId, certificates: [await refOf('Chè Pà Cò')] })
    expect(again).toEqual({ ids: [tea], added: 0 })
    const { routes, total, counts, year } = await list()
    expect(routes).toMatchObject([{ name: 'Tuyến 1', counts: { planned: 3, clean: 0 } }])
    expect({ total, year, unrouted: counts.unrouted }).toEqual({ total: 3, year: 2026, unrouted: 0 })
    expect((await list({ query: 'mat ong' })).ids).toHaveLength(1)
    await api.saveRoute({ fields: { ...route, year: 2024, name: 'Tuyến cũ', startsOn: null, endsOn: null } })
    const ofAll = await list({ year: 'all' })
    expect(ofAll).toMatchObject({ year: 'all', years: [2026, 2024], total: 3 })
    expect(ofAll.routes.map(({ name }) => name)).toEqual(['Tuyến 1', 'Tuyến cũ'])
    expect(await list({ year: 2024 })).toMatchObject({ total: 0, routes: [{ name: 'Tuyến cũ' }] })
  })

  it('refuses days out of order, what is not there, and taking off what was made', async () => {
    const backwards = { ...route, endsOn: '2026-11-01' }
    await expect(api.saveRoute({ fields: backwards })).rejects.toMatchObject(refusing('route-ends-before-start'))
    const unknown = { routeId: null, certificates: [{ source: 'list' as const, id: 999 }] }
    await expect(api.add(unknown)).rejects.toMatchObject(refusing('not-found'))
    const { routeId, cam, honey } = await planned()
    const again = { ...route, name: ' tuyến  1' }
    await expect(api.saveRoute({ fields: again })).rejects.toMatchObject(refusing('duplicate-route'))
    await api.saveRoute({ id: routeId, fields: { name: 'TUYẾN 1' } })
    await api.save({ id: cam, fields: { inspectedOn: '2026-11-03' } })
    await expect(api.remove({ ids: [honey, cam] })).rejects.toMatchObject(refusing('inspection-made'))
    expect(await rowOf(honey)).toBeDefined()
    await expect(api.removeRoute({ id: routeId })).rejects.toMatchObject(refusing('route-in-use'))
    await api.save({ id: cam, fields: { inspectedOn: null } })
    await api.removeRoute({ id: routeId })
    expect(await list()).toMatchObject({ total: 0, routes: [] })
  })

  it('has inspections outside every route, a second one only once the first is made', async () => {
    const ref = { routeId: null, certificates: [await refOf('Cam lòng vàng')] }
    const { ids } = await api.add(ref)
    expect((await api.add(ref)).ids).toEqual(ids)
    await api.save({ id: ids[0] ?? 0, fields: { inspectedOn: '2026-11-03' } })
    expect(await api.add(ref)).toMatchObject({ added: 1 })
    expect((await list({ route: 'none' })).counts.unrouted).toBe(2)
    const { products } = await app.client.products.list({ query: 'cam', limit: 9, offset: 0 })
    const used = app.client.products.remove({ id: products[0]?.id ?? 0 })
    await expect(used).rejects.toMatchObject(refusing('in-use'))
  })
})

describe('what was found', () => {
  it('is clean once each point of the checklist of its day has an answer, a violation by one “no”', async () => {
    const { cam } = await planned()
    await expect(api.save({ id: cam, fields: { inspectedOn: '2026-11-21' } })).rejects.toMatchObject(
      refusing('day-to-come'),
    )
    const off = { id: cam, fields: { inspectedOn: '2026-11-09' } }
    const doubtful = { data: { reason: 'doubtful', detail: { kinds: 'off-route-days' } } }
    await expect(api.save(off)).rejects.toMatchObject(doubtful)
    await expect(api.markClean({ ids: [cam], on: '2026-11-09' })).rejects.toMatchObject(doubtful)
    await api.save({ ...off, accepted: ['off-route-days'] })
    await api.save({ id: cam, fields: { inspectedOn: '2026-11-03', place: 'Xưởng của HTX' } })
    expect(await rowOf(cam)).toMatchObject({ state: 'unfinished', place: 'Xưởng của HTX' })
    const { items, ruleSetTitle, issues } = await api.get({ id: cam })
    expect([items.length, ruleSetTitle]).toEqual([4, 'QĐ 26/2026'])
    expect(items.slice(0, 3).map(({ article }) => article)).toEqual(
      Array.from({ length: 3 }, () => 'Điều 5 Quyết định số 1162/QĐ-VPĐP-OCOP năm 2020'),
    )
    expect(issues[0]).toContain('chưa đối chiếu với bản gốc')
    for (const { key: item } of items) await api.answer({ id: cam, item, answer: 'yes', remark: '' })
    expect(await rowOf(cam)).toMatchObject({ state: 'clean', unanswered: 0 })
    await api.answer({ id: cam, item: 'with-star', answer: 'no', remark: 'Nhãn không có số sao' })
    expect(await rowOf(cam)).toMatchObject({ state: 'violation' })
    await api.answer({ id: cam, item: 'with-star', answer: null, remark: '' })
    expect(await rowOf(cam)).toMatchObject({ state: 'unfinished', unanswered: 1 })
    const unknown = api.answer({ id: cam, item: 'no-such', answer: 'yes', remark: '' })
    await expect(unknown).rejects.toMatchObject(refusing('not-found'))
  })

  it('is asked by the law of its day: before 2026 without what Điều 9 added', async () => {
    const { cam } = await planned()
    await api.save({ id: cam, fields: { inspectedOn: '2026-01-15' }, accepted: ['off-route-days'] })
    expect((await api.get({ id: cam })).items.map(({ ground }) => ground)).toEqual([null, null, null])
  })

  it('is recorded for many at once, all or none', async () => {
    const { cam, honey, tea } = await planned()
    await api.answer({ id: honey, item: 'with-star', answer: 'not-applicable', remark: 'Bán rời' })
    await api.save({ id: tea, fields: { inspectedOn: '2026-11-04', violations: 'In logo khi đã hết hạn' } })
    const all = { ids: [cam, honey, tea], on: '2026-11-05' }
    await expect(api.markClean(all)).rejects.toMatchObject({
      data: { reason: 'inspection-has-violation', detail: { name: 'Chè Pà Cò' } },
    })
    expect(await rowOf(cam)).toMatchObject({ state: 'planned' })
    await api.markClean({ ids: [cam, honey], on: '2026-11-05' })
    expect(await rowOf(cam)).toMatchObject({ state: 'clean', inspectedOn: '2026-11-05' })
    expect((await rowOf(honey))?.findings.find(({ item }) => item === 'with-star')).toMatchObject({
      answer: 'not-applicable',
      remark: 'Bán rời',
    })
    expect((await list()).counts.state).toEqual({ violation: 1, unfinished: 0, planned: 0, clean: 2 })
    expect((await list()).rows[0]).toMatchObject({ productName: 'Chè Pà Cò', state: 'violation' })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('stands in the product’s time, and moves along when two products are made one', async () => {
    const { cam } = await planned()
    await api.markClean({ ids: [cam], on: '2026-11-05' })
    const productId = (await rowOf(cam))?.productId ?? 0
    const eventOf = async (id: number) =>
      (await app.client.register.timeline({ productId: id })).events.find(({ kind }) => kind === 'inspection')
    expect(await eventOf(productId)).toMatchObject({ inspection: { state: 'clean', inspectedOn: '2026-11-05' } })
    const fields = {
      code: 'SP99',
      name: 'Cam vàng',
      producerName: 'HTX Hà Phong',
      producerKind: '',
      commune: '',
      district: '',
    }
    const { id: intoId } = await app.client.products.save({ fields: { ...fields, setNumber: null } })
    await app.client.products.merge({ fromId: productId, intoId })
    expect(await eventOf(intoId)).toMatchObject({ inspection: { inspectionId: cam } })
  })
})

describe('a commitment', () => {
  it('is due, overdue, kept or broken, and presses until somebody looked', async () => {
    const { cam } = await planned()
    await api.save({ id: cam, fields: { inspectedOn: '2026-11-03', violations: 'Nhãn không có số sao' } })
    const promise = (dueOn: string) =>
      api.saveCommitment({ fields: { inspectionId: cam, what: 'In lại nhãn có số sao', dueOn } })
    await expect(promise('2026-11-02')).rejects.toMatchObject(refusing('due-before-inspection'))
    const { id } = await promise('2026-11-19')
    await promise('2026-12-31')
    const today = async () => (await app.client.today.get()).commitments
    expect(await today()).toEqual({ overdue: 1, soon: 0 })
    expect((await api.commitments({})).rows).toMatchObject([
      { id, state: 'overdue', productName: 'Cam lòng vàng', settlement: null },
      { state: 'open' },
    ])
    const early = { outcome: 'kept' as const, on: '2026-11-21', remark: '' }
    await expect(api.settle({ id, settlement: early })).rejects.toMatchObject(refusing('day-to-come'))
    await api.settle({ id, settlement: { outcome: 'broken', on: '2026-11-20', remark: 'Vẫn dùng nhãn cũ' } })
    expect(await api.commitments({ state: 'broken' })).toMatchObject({ rows: [{ id }], counts: { overdue: 0 } })
    expect(await today()).toEqual({ overdue: 0, soon: 0 })
    await api.settle({ id, settlement: null })
    await api.saveCommitment({ id, fields: { dueOn: '2026-11-25' } })
    expect(await today()).toEqual({ overdue: 0, soon: 1 })
    await api.removeCommitment({ id })
    expect((await api.commitments({})).rows).toHaveLength(1)
  })

  it('that was not kept leads to a case of withdrawal, which the inspection then tells of', async () => {
    const { cam } = await planned()
    await api.save({ id: cam, fields: { inspectedOn: '2026-11-03', violations: 'Nhãn không có số sao' } })
    expect(await rowOf(cam)).toMatchObject({ withdrawalId: null })
    const { id } = await app.client.aftercare.withdrawals.open({
      ...(await refOf('Cam lòng vàng')),
      fields: {
        ground: 'mark-misused',
        groundText: '',
        facts: 'Nhãn không có số sao',
        knownOn: '2026-11-03',
        concludedBy: '',
        conclusion: '',
        concludedOn: null,
      },
    })
    expect(await rowOf(cam)).toMatchObject({ withdrawalId: id })
  })
})

describe('photos of an inspection', () => {
  it('lie beside the file with their hash, in a folder of their own, and are told when they change', async () => {
    const { cam } = await planned()
    const photo = new File([new Uint8Array([0xff, 0xd8, 0xff, 1])], 'nhãn.jpg')
    const { id } = await api.addFile({ id: cam, file: photo })
    expect(await api.addFile({ id: cam, file: photo })).toEqual({ id })
    const folder = join(app.folder, 'Sổ chứng nhận hồ sơ', `KT${cam}`)
    const [stored = ''] = readdirSync(folder)
    expect(stored).toMatch(/^nhãn [0-9a-f]{8}\.jpg$/)
    expect((await api.get({ id: cam })).files).toMatchObject([{ name: 'nhãn.jpg', size: 4, state: 'there' }])
    expect(new Uint8Array(await (await api.takeFile({ id })).arrayBuffer())).toHaveLength(4)
    chmodSync(join(folder, stored), 0o644)
    writeFileSync(join(folder, stored), new Uint8Array([0xff, 0xd8, 0xff, 2]))
    expect((await api.get({ id: cam })).files).toMatchObject([{ state: 'altered' }])
    await api.removeFile({ id })
    expect((await api.get({ id: cam })).files).toEqual([])
    expect(existsSync(join(folder, stored))).toBe(true)
    const program = new File(['MZ'], 'ảnh.exe')
    await expect(api.addFile({ id: cam, file: program })).rejects.toMatchObject(refusing('paper-file-kind'))
  })
})

const pdfOf = async (papers: readonly OfficePaper[], name: string) =>
  readText(await bytesOf(papers, name)).replace(/\s+/gu, ' ')

const bytesOf = async (papers: readonly OfficePaper[], name: string) => {
  const file = await app.client.officePapers.render({ papers: [...papers], format: 'pdf' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const folder = process.env['KEEP_PAPERS']
  if (folder !== undefined) writeFileSync(`${folder}/${name}.pdf`, bytes)
  return bytes
}

/** Of the lines below the title, in shares of their type: a blank as it is set has a quarter. */
function widestBlank(pdf: Uint8Array): number {
  const lines = readPages(pdf)[0]?.lines ?? []
  const title = lines.findIndex(({ text }) => text.startsWith('KẾ HOẠCH'))
  const blanks = lines
    .slice(title + 1)
    .flatMap(({ words, size }) => words.slice(1).map((word, place) => (word.left - (words[place]?.right ?? 0)) / size))
  return Math.max(...blanks)
}

describe.skipIf(!hasPoppler)('papers of inspections', () => {
  it('are blank records of a whole route, with product and producer, before anybody was there', async () => {
    const { cam, honey, tea } = await planned()
    const papers = [cam, honey, tea].map((inspectionId) => ({ kind: 'inspection-record' as const, inspectionId }))
    const text = await pdfOf(papers, 'inspection-blank')
    expect(text.match(/BIÊN BẢN Kiểm tra việc sử dụng logo OCOP/gu)).toHaveLength(3)
    for (const words of [
      'Số: /BB-SNNMT',
      'Thực hiện Công văn số 638/UBND-KTN.',
      '- Sở Công Thương: chuyên viên.',
      'Mật ong hoa rừng',
      'Giấy chứng nhận số ……………; Quyết định số 3163/QĐ-UBND',
      'hạng 4 sao; có giá trị đến ngày 30/12/2028',
      '(Điều 5 Quyết định số 1162/QĐ-VPĐP-OCOP năm 2020)',
      'ĐẠI DIỆN CHỦ THỂ',
      'ĐẠI DIỆN ĐOÀN KIỂM TRA',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('√')
  })

  it('are filled records once it was made, and take a number', async () => {
    const { cam } = await planned()
    await api.save({
      id: cam,
      fields: {
        inspectedOn: '2026-11-03',
        place: 'Xưởng của HTX',
        producerSide: 'Giám đốc hợp tác xã',
        violations: 'Nhãn không có số sao\n- Tờ rơi ghi 5 sao',
        producerOpinion: 'Sẽ khắc phục',
      },
    })
    await api.answer({ id: cam, item: 'with-star', answer: 'no', remark: 'Hai mẫu nhãn' })
    await api.saveCommitment({ fields: { inspectionId: cam, what: 'In lại nhãn', dueOn: '2026-12-31' } })
    const paper = { kind: 'inspection-record' as const, inspectionId: cam }
    const text = await pdfOf([paper], 'inspection-filled')
    for (const words of [
      'ngày 03 tháng 11 năm 2026.',
      'Giám đốc hợp tác xã',
      '□ √ □ Hai mẫu nhãn',
      'Nhãn không có số sao. Tờ rơi ghi 5 sao.',
      '1 In lại nhãn 31/12/2026',
      'Sẽ khắc phục.',
    ]) {
      expect(text).toContain(words)
    }
    const issue = {
      number: 5,
      symbol: 'BB-SNNMT',
      issuedOn: '2026-11-03',
      posts: [],
      signer: '',
      recipients: [],
    }
    await app.client.officePapers.enter({ papers: [paper], issue, reason: '' })
    expect(await app.client.officePapers.look({ papers: [paper] })).toMatchObject([
      { isNumbered: true, entry: { code: '05/BB-SNNMT', staleSince: null } },
    ])
  })

  it('are a plan with its list, and a report that counts', async () => {
    const { routeId, cam, honey } = await planned()
    const plan: OfficePaper = { kind: 'inspection-plan', routeId, asOf: '2026-11-20' }
    const text = await pdfOf([plan], 'inspection-plan')
    for (const words of [
      'KẾ HOẠCH Kiểm tra việc sử dụng logo OCOP năm 2026 – Tuyến 1',
      'từ ngày 02/11/2026 đến ngày 06/11/2026',
      '03 (ba) sản phẩm của 03 (ba) chủ thể',
      'DANH SÁCH SẢN PHẨM ĐƯỢC KIỂM TRA',
    ]) {
      expect(text).toContain(words)
    }
    // "… theo Quyết định" ends early, before a number that is not parted: it is not stretched to the edge.
    expect(widestBlank(await bytesOf([plan], 'inspection-plan'))).toBeLessThan(0.8)
    await api.saveRoute({ id: routeId, fields: { startsOn: null, endsOn: null, participants: '' } })
    await expectEvenLines(plan)
    const summary: OfficePaper = { kind: 'inspection-summary', year: 2026, routeId: null, asOf: '2026-11-20' }
    expect(await app.client.officePapers.look({ papers: [summary] })).toMatchObject([{ unavailable: 'empty' }])
    await api.markClean({ ids: [honey], on: '2026-11-05' })
    await api.save({ id: cam, fields: { inspectedOn: '2026-11-03', violations: 'Nhãn không có số sao' } })
    await api.answer({ id: cam, item: 'with-star', answer: 'no', remark: '' })
    const { id } = await api.saveCommitment({ fields: { inspectionId: cam, what: 'In lại nhãn', dueOn: '2026-11-10' } })
    await api.settle({ id, settlement: { outcome: 'kept', on: '2026-11-18', remark: '' } })
    const report = await pdfOf([summary], 'inspection-summary')
    for (const words of [
      'đã kiểm tra 02 (hai) sản phẩm của 02 (hai) chủ thể; chưa kiểm tra 01 (một) sản phẩm',
      'Không phát hiện vi phạm: 01 (một) sản phẩm; có vi phạm: 01 (một) sản phẩm',
      'không đúng ở 01 (một) sản phẩm',
      'Cam kết của chủ thể: 01 (một) cam kết, trong đó đã thực hiện 01.',
    ]) {
      expect(report).toContain(words)
    }
    expect(await pdfOf([{ ...summary, asOf: '2026-11-15' }], 'inspection-summary-before')).toContain('quá hạn 01.')
    for (const paper of [plan, summary]) {
      const sheet = await app.client.officePapers.render({ papers: [paper], format: 'xlsx' })
      expect(
        Buffer.from(await sheet.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK')
    }
  })
})

/** Room to write in is a tab's dots, not a word that does not fit, for which Word stretches the line before it. */
async function expectEvenLines(plan: OfficePaper) {
  const file = await app.client.officePapers.render({ papers: [plan], format: 'docx' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const folder = process.env['KEEP_PAPERS']
  if (folder !== undefined) writeFileSync(`${folder}/inspection-plan.docx`, bytes)
  const zip = new PizZip(bytes)
  const paragraphs =
    zip
      .file('word/document.xml')
      ?.asText()
      .match(/<w:p>.*?<\/w:p>/gs) ?? []
  const room = paragraphs.filter((xml) => xml.includes('w:leader="dot"'))
  expect(room.map((xml) => xml.replace(/<[^>]*>/g, ''))).toEqual([
    '1. Thành phần đoàn kiểm tra: ',
    '',
    '',
    '2. Thời gian: ',
  ])
  for (const xml of room) expect(xml).toMatch(/<w:jc w:val="left"\/><\/w:pPr>.*<w:tab\/>/s)
  expect(paragraphs.join('')).not.toContain('……')
  expect(zip.file('word/settings.xml')?.asText()).toContain('<w:doNotExpandShiftReturn/>')
}

if (!hasPoppler) sayWhyLeftOut()
