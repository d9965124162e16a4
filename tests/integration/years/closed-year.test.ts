import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LetterFields } from '../../../shared/api/deadlines.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { rowYears } from '../../../electron/app/years/row-years.ts'
import { coveredTables } from '../../../electron/db/covered-tables.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { sampleCouncil, sampleMember, sampleProduct, sampleSession } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { refusal } from '../documents-register/numbered-session.ts'
import { unpackRows } from '../../../shared/domain/register/preview-rows.ts'

// The books of 2025 are closed; today is 20/11/2026. What each command may still do is one line of a table.

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
const cam = ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 4, '3163/QĐ-UBND', dateCell('2025-10-30')] as const
const tea = ['Chè Pà Cò', 'HTX Pà Cò', 'xã Pà Cò', 3, '12/QĐ-UBND'] as const

async function take(rows: OfficeList['rows'], year = 2026) {
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))], 'Danh sách.xlsx')
  return app.client.register.takeList({ file, sender: 'Sở', sheet: null, columns: [], year, acceptsDoubts: true })
}

const paper: OfficePaper = { kind: 'lapsing-list', years: [2025], asOf: '2025-12-20', by: 'recognition' }
const issue = {
  number: 5,
  symbol: 'TB-SNN',
  issuedOn: '2025-12-20',
  posts: ['GIÁM ĐỐC'],
  signer: 'Người ký thử',
  recipients: ['Các chủ thể'],
}
const letter: LetterFields = {
  year: 2025,
  number: '638/UBND-KTN',
  issuedOn: '2025-04-26',
  issuer: 'Ủy ban nhân dân tỉnh',
  signer: 'Phó Chủ tịch',
  deadlines: [{ level: 'province', kind: 'evaluated', round: 2, before: '2025-12-15' }],
}
const route = { year: 2025, name: 'Tuyến 1', startsOn: null, endsOn: null, participants: '', basis: '' }
const facts = {
  ground: null,
  groundText: 'Vi phạm an toàn thực phẩm',
  facts: 'Vượt giới hạn cho phép',
  knownOn: '2025-12-02',
  concludedBy: 'Sở Y tế',
  conclusion: '12/KL-SYT',
  concludedOn: '2025-12-05',
}

/** Something of each kind in 2025, then its books are closed. */
async function closedYear() {
  const { client } = app
  app.clock.at = new Date('2025-12-20T07:00:00.000Z')
  await client.workspace.create({ name: 'Sổ năm 2025' })
  await client.officePapers.setOffice({
    level: 'province',
    province: 'tỉnh Phú Thọ',
    district: '',
    unit: '',
    abbreviation: '',
  })
  const { id: councilId } = await client.councils.save({ fields: sampleCouncil() })
  for (const number of [1, 2, 3]) await client.councils.saveMember({ councilId, fields: sampleMember(number) })
  await take([cam], 2025)
  const certificate = (await client.register.certificates({ limit: 9, offset: 0 })).rows[0]
  if (certificate === undefined) throw new Error('no recognition')
  const { source, id: refId } = certificate
  const { id: productId } = await client.products.save({ fields: sampleProduct(9) })
  const { id } = await client.registrations.save({ fields: { productId, year: 2025, application: 'new' } })
  const image = new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], 'Phiếu đăng ký.pdf')
  const { id: fileId } = await client.registrations.addFile({ id, item: 'registration-form', file: image })
  const { id: letterId } = await client.deadlines.saveLetter({ fields: letter })
  const { inspections, withdrawals } = client.aftercare
  const { id: routeId } = await inspections.saveRoute({ fields: route })
  const [inspectionId = 0] = (await inspections.add({ routeId, certificates: [{ source, id: refId }] })).ids
  await inspections.save({ id: inspectionId, fields: { inspectedOn: '2025-12-10', violations: 'Nhãn cũ' } })
  const commitment = { inspectionId, what: 'In lại nhãn', dueOn: '2026-01-31' as const }
  const { id: commitmentId } = await inspections.saveCommitment({ fields: commitment })
  const { id: caseId } = await withdrawals.open({ source, id: refId, fields: facts })
  const [paperId = 0] = (
    await client.officePapers.enter({ papers: [paper], issue, reason: '', accepted: ['clock-behind'] })
  ).ids
  app.clock.at = new Date('2026-11-20T07:00:00.000Z')
  await client.years.close({ year: 2025 })
  return {
    councilId,
    productId,
    id,
    fileId,
    letterId,
    routeId,
    inspectionId,
    commitmentId,
    caseId,
    paperId,
    refId,
    source,
  }
}

it('is held fast by every command that would change it, and by none that only follows it', async () => {
  const of = await closedYear()
  const { client } = app
  const { inspections, withdrawals } = client.aftercare
  const { registrations, documents, officePapers } = client
  const dated = (issuedOn: string, number: number) =>
    officePapers.enter({
      papers: [{ ...paper, asOf: '2026-11-20', years: [2025, 2026] }],
      issue: { ...issue, issuedOn, number },
      reason: 'Cấp bổ sung',
      accepted: ['clock-behind', 'dated-before-cited', 'dated-long-ago', 'dated-before-data', 'dated-out-of-order'],
    })
  const decide = (decidedOn: string) =>
    withdrawals.decide({ id: of.caseId, decision: { number: '7/QĐ-UBND', on: decidedOn }, reason: '' })
  const session = (year: number, heldOn: string) =>
    client.sessions.create({
      councilId: of.councilId,
      ruleSetId: 'qd-26-2026',
      fields: { ...sampleSession(), year, heldOn, round: 3 },
    })
  const register = (year: number) =>
    registrations.save({ fields: { productId: of.productId, year, application: 'new' } })
  const sent = (on: string) => documents.register.send({ ids: [of.paperId], on, to: '', accepted: ['sent-before'] })
  const settled = (on: string) =>
    inspections.settle({ id: of.commitmentId, settlement: { outcome: 'kept', on, remark: '' } })

  const table: readonly (readonly [what: string, 'refused' | 'faulty list' | 'done', call: () => Promise<unknown>])[] =
    [
      ['a session of the year', 'refused', () => session(2025, '2025-12-20')],
      ['a session of this year', 'done', () => session(2026, '2026-11-20')],
      ['a registration for the year', 'refused', () => registrations.save({ id: of.id, fields: { round: 2 } })],
      ['one moved out of the year', 'refused', () => registrations.save({ id: of.id, fields: { year: 2027 } })],
      ['one withdrawn', 'refused', () => registrations.withdraw({ id: of.id, reason: 'Xin rút' })],
      [
        'a paper of its dossier',
        'refused',
        () => registrations.mark({ ids: [of.id], items: ['awards'], change: { state: 'received' } }),
      ],
      [
        'a paper that is so marked already',
        'refused',
        () => registrations.mark({ ids: [of.id], items: ['registration-form'], change: { state: 'received' } }),
      ],
      ['a file of its dossier', 'refused', () => registrations.removeFile({ id: of.fileId })],
      [
        'what its file proves',
        'refused',
        () => registrations.prove({ fileIds: [of.fileId], criteria: ['1.1'], proves: true }),
      ],
      ['a registration for this year', 'done', () => register(2026)],
      [
        'a letter of the year',
        'refused',
        () => client.deadlines.saveLetter({ id: of.letterId, fields: { ...letter, signer: 'Chủ tịch' } }),
      ],
      ['the letter removed', 'refused', () => client.deadlines.removeLetter({ id: of.letterId })],
      [
        'a letter of this year',
        'done',
        () =>
          client.deadlines.saveLetter({
            fields: {
              ...letter,
              year: 2026,
              issuedOn: '2026-04-26',
              deadlines: [{ level: 'province', kind: 'evaluated', round: 2, before: '2026-12-15' }],
            },
          }),
      ],
      ['a paper of the office dated in the year', 'refused', () => dated('2025-12-25', 6)],
      ['one dated today', 'done', () => dated('2026-11-20', 1)],
      ['its number taken back', 'refused', () => documents.register.void({ id: of.paperId, reason: 'Ghi nhầm' })],
      ['sent on a day of the year', 'refused', () => sent('2025-12-28')],
      ['sent today', 'done', () => sent('2026-11-20')],
      ['a list that tells of a decision of the year', 'faulty list', () => take([[...tea, dateCell('2025-11-30')]])],
      ['the same list once more', 'done', () => take([cam])],
      ['a list that tells otherwise of one', 'faulty list', () => take([[...cam.slice(0, 3), 3, ...cam.slice(4)]])],
      [
        'a list that registers for the year',
        'faulty list',
        () => take([['Chè', 'HTX Chè', 'xã Pà Cò', null, '', null]], 2025),
      ],
      ['a list that tells of a decision of this year', 'done', () => take([[...tea, dateCell('2026-10-30')]])],
      ['a route of the year', 'refused', () => inspections.saveRoute({ id: of.routeId, fields: { name: 'Tuyến 2' } })],
      [
        'an inspection of the year',
        'refused',
        () => inspections.save({ id: of.inspectionId, fields: { place: 'Xưởng' } }),
      ],
      [
        'its checklist',
        'refused',
        () => inspections.answer({ id: of.inspectionId, item: 'with-star', answer: 'yes', remark: '' }),
      ],
      [
        'what its producer said it would do',
        'refused',
        () => inspections.saveCommitment({ id: of.commitmentId, fields: { what: 'Bỏ nhãn' } }),
      ],
      ['kept on a day of the year', 'refused', () => settled('2025-12-28')],
      ['kept this year', 'done', () => settled('2026-01-15')],
      [
        'a certificate of the year inspected now',
        'done',
        () => inspections.add({ routeId: null, certificates: [{ source: of.source, id: of.refId }] }),
      ],
      ['withdrawn by a decision of the year', 'refused', () => decide('2025-12-20')],
      ['withdrawn by a decision of this year', 'done', () => decide('2026-11-20')],
      [
        'a product of it renamed',
        'done',
        () => client.products.save({ id: of.productId, fields: { name: 'Tên mới' } }),
      ],
      ['opened again', 'done', () => client.years.reopen({ year: 2025, reason: 'Có khiếu nại' })],
      ['then a registration for it', 'done', () => registrations.save({ id: of.id, fields: { round: 2 } })],
    ]
  const answers: (readonly [what: string, is: unknown])[] = []
  for (const [what, , call] of table) {
    const seq = async () => (await client.audit.list({ limit: 1 }))[0]?.seq
    const before = await seq()
    const reason = await refusal(call())
    const is = saidBy[String(reason)] ?? reason
    answers.push([what, is !== 'done' && before !== (await seq()) ? `${is} and told` : is])
  }
  expect(answers).toEqual(table.map(([what, is]) => [what, is]))
  expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
})

const saidBy: Readonly<Record<string, string>> = {
  'not refused': 'done',
  'year-closed': 'refused',
  'list-has-faults': 'faulty list',
}

it('may be one that only a list of recognitions tells of: it stands in a row, and its books are closed', async () => {
  const { client } = app
  await client.workspace.create({ name: 'Sổ nhận từ danh sách' })
  const old = ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 4, '3163/QĐ-UBND', dateCell('2024-10-30')] as const
  const renewed = ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 4, '20/QĐ-UBND', dateCell('2026-03-02')] as const
  await take([old])
  // What a list tells of is no year that the office worked in: the new year goes on from the one that was.
  expect((await client.years.proposal({ year: 2027 })).fromYear).toBe(2026)
  await take([renewed])
  const held = async () => (await client.years.list()).map(({ year, certificates }) => [year, certificates])
  expect(await held()).toEqual([
    [2026, 1],
    [2024, 1],
  ])
  await client.years.close({ year: 2024 })
  expect(await client.years.list()).toMatchObject([{ closed: null }, { year: 2024, closed: { by: 'Thư ký' } }])
  expect(await refusal(take([[...old.slice(0, 3), 3, ...old.slice(4)]]))).not.toBe('not refused')
})

it('is named by the preview of a list at the cell that says it', async () => {
  await closedYear()
  const preview = async (rows: OfficeList['rows'], year = 2026) => {
    const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))], 'Danh sách.xlsx')
    const asked = { file, sender: 'Sở', sheet: null, columns: [], year }
    const { rows: read, faults } = unpackRows(await app.client.register.previewList(asked))
    const told = faults.filter(({ level }) => level === 'fault')
    return [read.map(({ state }) => state), told.map(({ cell, reason }) => `${cell} ${reason.slice(0, 15)}`)]
  }
  const ofThisYear = ['Mật ong', 'HTX Mường Bi', 'xã Phong Phú', 3, '77/QĐ-UBND', dateCell('2026-10-30')] as const
  expect(await preview([[...tea, dateCell('2025-11-30')], ofThisYear])).toEqual([
    ['faulty', 'sound'],
    ['F2 Sổ năm 2025 đã '],
  ])
  expect(await preview([[...cam.slice(0, 3), 3, ...cam.slice(4)]])).toEqual([['faulty'], ['F2 Sổ năm 2025 đã ']])
  expect(await preview([cam, ofThisYear])).toEqual([['sound', 'sound'], []])
  expect(await preview([['Chè', 'HTX Chè', 'xã Pà Cò', null, '', null]], 2025)).toEqual([
    ['faulty'],
    ['A2 Sổ năm 2025 đã '],
  ])
})

it('takes no file beside the workspace for a record of it', async () => {
  const { id, inspectionId } = await closedYear()
  const files = () =>
    readdirSync(app.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf'))
      .toSorted()
  const before = files()
  expect(before).toHaveLength(1)
  const file = new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], 'Bổ sung.pdf')
  const { registrations, aftercare } = app.client
  expect(await refusal(registrations.addFile({ id, item: 'registration-form', file }))).toBe('year-closed')
  expect(await refusal(aftercare.inspections.addFile({ id: inspectionId, file }))).toBe('year-closed')
  expect(files()).toEqual(before)
})

it('says of its dossiers what it said on its closing, whatever becomes of products and producers', async () => {
  const { id, productId } = await closedYear()
  const { products, producers, registrations, years } = app.client
  const other = { ...sampleProduct(6), producerName: 'HTX Khác' }
  const { id: intoId } = await products.save({ fields: other })
  const pair = { fromId: productId, intoId }
  const called = 'SP9 · Sản phẩm SP9 (HTX Mẫu)'
  expect(await products.previewMerge(pair)).toMatchObject({ closed: [{ year: 2025, called }], isUnlike: true })
  await products.merge(pair)
  await products.save({ id: intoId, fields: { name: 'Tên mới', commune: 'xã Mới' } })
  const { producerId } = await products.get({ id: intoId })
  await producers.save({ id: producerId, fields: { name: 'HTX Đổi tên', phone: '0912' } })

  const find = async (query: string) => (await registrations.list({ year: 2025, query, limit: 9, offset: 0 })).rows
  const said = { id, code: 'SP9', productName: 'Sản phẩm SP9', producerName: 'HTX Mẫu', commune: 'Xã Mẫu' }
  expect(await find('sp9')).toMatchObject([said])
  expect(await find('doi ten')).toMatchObject([said])
  expect(await registrations.get({ id })).toMatchObject({ ...said, producer: { phone: '' } })
  await years.reopen({ year: 2025, reason: 'Có khiếu nại' })
  expect(await find('sp6')).toMatchObject([{ id, productName: 'Tên mới', producerName: 'HTX Đổi tên' }])
  expect((await app.client.workspace.checkIntegrity()).isIntact).toBe(true)
})

/** Tables whose rows are of no year, each with the reason. */
const ofNoYear: Readonly<Record<string, string>> = {
  closed_years: 'says which years are closed',
  closed_registrations: 'what dossiers say from the closing of their year on',
  commune_changes: 'a list of the office that goes on over the years; papers name communes as of their day',
  councils: 'sessions keep copies of their council',
  former_places: 'where a record stood before its commune was brought to that of now',
  issued_papers: 'bytes of what was numbered: keeping them changes nothing that they say',
  list_columns: 'how headings of lists are read',
  list_imports: 'a list came in on its day; what it says of a year stands in recognitions and registrations',
  list_rows: 'the cells of a list as they came in',
  members: 'sessions keep copies of their members',
  office: 'the office as it is now',
  office_keys: 'keys of other offices',
  office_sets: 'which set new sessions score with; a session has its own sealed',
  overprint_layouts: 'where sheets are printed',
  package_papers: 'papers of another office as they came in',
  package_rows: 'what a package said, as it came in or went out',
  packages: 'a package came in or went out on its day; what is taken of it stands in recognitions and registrations',
  people: 'who works with the file',
  producer_names: 'former names of a record of the lists',
  producers: 'records of the lists; sessions and recognitions keep copies',
  product_identities: 'the story of a product as it is now',
  product_names: 'former names of a record of the lists',
  product_pictures: 'the picture of a product as it is now',
  products: 'records of the lists; sessions and recognitions keep copies',
  province_columns: 'how headings of lists are read',
  sealed_files: 'what rows of other tables name, never changed',
  word_templates: 'how papers are laid out from now on',
  workspace: 'the file itself',
}

it('is decided for every table of a file: of which years its rows are, or why of none', async () => {
  await app.client.workspace.create({ name: 'Các bảng' })
  const covered = coveredTables(app.file())
  expect([...Object.keys(rowYears), ...Object.keys(ofNoYear)].toSorted()).toEqual(covered.map(({ name }) => name))
  for (const [table, { years = [], days = [], partOf = {}, later = [], laterDays = [] }] of Object.entries(rowYears)) {
    const { columns = [] } = covered.find(({ name }) => name === table) ?? {}
    expect(columns, table).toEqual(expect.arrayContaining([...years, ...days, ...Object.keys(partOf), ...later]))
    expect(later, table).toEqual(expect.arrayContaining([...laterDays]))
  }
})
