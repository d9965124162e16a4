import type { AppClient } from '../../../shared/api/contract.ts'
import { editedCriteria } from '../../fixtures/edited-criteria.ts'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { sampleCouncil, sampleMember, sampleProduct, sampleSession } from '../../helpers/sample-council.ts'
import { command, type Act, type Stage } from '../act.ts'
import { askOpinions } from './opinions.ts'
import { pasteIntoSession, pasteMembers } from './pasted-lists.ts'

/** A new file with a council, products and an open session, everything set, changed and taken back once. */
export async function* prepareSession(stage: Stage): AsyncGenerator<Act, void> {
  const { client, cycle } = stage
  const name = `Hội đồng vòng ${cycle}`
  yield command('workspace.create', () => client.workspace.create({ name }), { opens: { past: 0 } })
  yield* saveCouncil(client)
  yield* saveProducts(client)
  yield* makeAgenda(client)
  yield* loadCriteria(client)
  yield* takeOfficeList(client)
  yield* arrangeCommunes(client)
  yield* keepDossier(client)
  yield* keepLetter(client)
  yield* withdrawCertificate(client)
  yield* askOpinions(client)
  yield* inspectLogo(client)
  yield* turnYear(client)
}

/** The one session of the file that is not being removed. */
export async function sessionOf(client: AppClient) {
  const [summary] = await client.sessions.list()
  return client.sessions.get({ sessionId: summary?.id ?? 0 })
}

/** The places of a session's first product and first member. */
export async function firstBallot(client: AppClient) {
  const { id: sessionId, agenda, members } = await sessionOf(client)
  return { sessionId, agendaItemId: agenda[0]?.id ?? 0, memberId: members[0]?.id ?? 0 }
}

async function* saveCouncil(client: AppClient): AsyncGenerator<Act, void> {
  yield command('councils.save', () => client.councils.save({ fields: sampleCouncil() }))
  const [saved] = await client.councils.list()
  const councilId = saved?.id ?? 0
  const fields = { ...sampleCouncil(), regulationNumber: '03/QC-HĐ' }
  yield command('councils.save', () => client.councils.save({ id: councilId, fields }))
  for (const number of [1, 2, 3]) {
    const member = { councilId, fields: sampleMember(number) }
    yield command('councils.saveMember', () => client.councils.saveMember(member))
  }
  const ids = (await client.councils.get({ id: councilId })).members.map(({ id }) => id)
  yield command('councils.orderMembers', () => client.councils.orderMembers({ councilId, ids: ids.toReversed() }))
  yield command('councils.removeMember', () => client.councils.removeMember({ id: ids.at(-1) ?? 0 }))
  yield* pasteMembers(client, councilId)
}

async function* saveProducts(client: AppClient): AsyncGenerator<Act, void> {
  for (const number of [1, 2, 3, 4]) {
    const fields = sampleProduct(number)
    yield command('products.save', () => client.products.save({ fields }))
  }
  const { products } = await client.products.list({ limit: 10, offset: 0 })
  const [first, last] = [products.at(0)?.id ?? 0, products.at(-1)?.id ?? 0]
  const file = new File([Buffer.from(onePixel, 'base64')], 'ảnh.png', { type: 'image/png' })
  yield command('products.setPicture', () => client.products.setPicture({ id: first, file }))
  yield command('products.saveIdentity', () =>
    client.products.saveIdentity({ id: first, fields: { story: 'Từ 1960' } }),
  )
  yield command('products.remove', () => client.products.remove({ id: last }))
  yield* mergeTwins(client, first)
}

async function* mergeTwins(client: AppClient, first: number): AsyncGenerator<Act, void> {
  const fields = { ...sampleProduct(8), producerName: 'HTX Trùng' }
  yield command('products.save', () => client.products.save({ fields }))
  const [twin] = (await client.products.list({ query: 'SP8', limit: 1, offset: 0 })).products
  yield command('products.merge', () => client.products.merge({ fromId: twin?.id ?? 0, intoId: first }))
  const { producers } = await client.producers.list({ limit: 10, offset: 0 })
  const idOf = (name: string) => producers.find((one) => one.name === name)?.id ?? 0
  const intoId = idOf('HTX Mẫu')
  yield command('producers.save', () => client.producers.save({ id: intoId, fields: { phone: '0218 111' } }))
  yield command('producers.merge', () => client.producers.merge({ fromId: idOf('HTX Trùng'), intoId }))
  yield command('products.save', () => client.products.save({ id: first, fields: { producerName: 'HTX Khác' } }))
  yield command('products.save', () => client.products.save({ id: first, fields: { producerName: 'HTX Mẫu' } }))
  const left = (await client.producers.list({ query: 'HTX Khác', limit: 1, offset: 0 })).producers[0]
  yield command('producers.remove', () => client.producers.remove({ id: left?.id ?? 0 }))
}

/** Twice: the second time it corrects what the first one said. */
async function* takeOfficeList(client: AppClient): AsyncGenerator<Act, void> {
  for (const star of [3, 4]) {
    const rows = [
      ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
      [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', star, '3163/QĐ-UBND', dateCell('2019-12-30')],
      [2, 'Chè Pà Cò', 'HTX Pà Cò', 'Pà Cò', null, null, null],
    ]
    const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách.xlsx')
    const asked = { file, sender: 'Phòng Nông nghiệp', sheet: null, columns: [], year: 2024, acceptsDoubts: true }
    yield command('register.takeList', () => client.register.takeList(asked))
  }
}

/** The office's list: typed, corrected, taken as a list, gone by, taken back, and a row of it removed. */
async function* arrangeCommunes(client: AppClient): AsyncGenerator<Act, void> {
  const fields = {
    oldCommune: 'Thu Phong',
    oldDistrict: '',
    oldProvince: '',
    newCommune: 'Xã Cao Phong',
    newProvince: 'Phú Thọ',
    code: '',
    fromDay: '2025-07-01',
  }
  yield command('communes.save', () => client.communes.save({ fields }))
  const [row] = (await client.communes.list({ limit: 1, offset: 0 })).rows
  const id = row?.id ?? 0
  yield command('communes.save', () => client.communes.save({ id, fields: { code: '05128' } }))
  const rows = [
    ['Xã cũ', 'Xã mới', 'Mã xã'],
    ['Pà Cò', 'Xã Mai Hạ', '05131'],
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Xã.xlsx')
  yield command('communes.takeList', () => client.communes.takeList({ file }))
  yield command('communes.update', () => client.communes.update())
  yield command('communes.undoUpdate', () => client.communes.undoUpdate())
  yield command('communes.remove', () => client.communes.remove({ id }))
}

/** A registration with its dossier and a paper's file: made, changed, marked, withdrawn and restored. */
async function* keepDossier(client: AppClient): AsyncGenerator<Act, void> {
  const { products } = await client.products.list({ limit: 10, offset: 0 })
  const [productId = 0, otherProductId = 0] = products.map(({ id }) => id)
  const fields = { productId, year: 2025, application: 'new' as const }
  yield command('registrations.save', () => client.registrations.save({ fields }))
  const [saved] = (await client.registrations.list({ year: 2025, limit: 1, offset: 0 })).rows
  const id = saved?.id ?? 0
  const change = { samplesReceived: 5, screening: 'passed' as const, grounds: ['market' as const] }
  yield command('registrations.save', () => client.registrations.save({ id, fields: change }))
  const marked = { ids: [id], items: ['registration-form', 'awards'] }
  for (const state of ['received', null] as const) {
    yield command('registrations.mark', () => client.registrations.mark({ ...marked, change: { state } }))
  }
  const file = new File(['%PDF-1.7'], 'giay.pdf')
  yield command('registrations.addFile', () => client.registrations.addFile({ id, item: 'awards', file }))
  const { items } = await client.registrations.get({ id })
  const fileId = items.flatMap(({ files }) => files)[0]?.id ?? 0
  const proved = { fileIds: [fileId], criteria: ['3.1'], proves: true }
  yield command('registrations.prove', () => client.registrations.prove(proved))
  const otherFields = { productId: otherProductId, year: 2025, application: 'new' as const }
  yield command('registrations.save', () => client.registrations.save({ fields: otherFields }))
  const [other] = (await client.registrations.get({ id })).others
  const shared = { fileId, registrationIds: [other?.id ?? 0] }
  yield command('registrations.shareFile', () => client.registrations.shareFile(shared))
  yield command('registrations.removeFile', () => client.registrations.removeFile({ id: fileId }))
  for (const reason of ['Chủ thể xin rút', null]) {
    yield command('registrations.withdraw', () => client.registrations.withdraw({ id, reason }))
  }
}

/** A set accepted as printed and withdrawn, one loaded from its edited workbook that a session takes. */
async function* loadCriteria(client: AppClient): AsyncGenerator<Act, void> {
  const office = {
    reason: 'Hội đồng chấm theo phiếu in',
    documentNumber: '12/VPĐP-NV',
    documentDate: '2024-03-02',
    issuer: 'Văn phòng điều phối',
    signer: 'Chánh Văn phòng',
  }
  const printed = { key: 'qd148-07' }
  yield command('criteria.acceptAsPrinted', () => client.criteria.acceptAsPrinted({ ...printed, office }))
  yield command('criteria.withdraw', () => client.criteria.withdraw({ ...printed, reason: 'Đã có đính chính' }))
  const file = await editedCriteria(await client.criteria.workbook({ key: 'qd26-01' }))
  yield command('criteria.load', () => client.criteria.load({ file, office }))
  const { id: sessionId } = await sessionOf(client)
  yield command('criteria.takeInto', () => client.criteria.takeInto({ sessionId, key: 'qd26-01' }))
}

/** A letter that sets days: recorded, corrected, taken out again. */
async function* keepLetter(client: AppClient): AsyncGenerator<Act, void> {
  const fields = {
    year: 2026,
    number: '638/UBND-KTN',
    issuedOn: '2026-04-26',
    issuer: 'UBND tỉnh',
    signer: 'Phó Chủ tịch',
  }
  for (const before of ['2026-12-15', '2026-12-20']) {
    const deadlines = [{ level: 'province' as const, kind: 'evaluated' as const, round: 2, before }]
    const [id] = (await client.deadlines.list({ year: 2026 })).letters.map((letter) => letter.id)
    const letter = { ...(id !== undefined && { id }), fields: { ...fields, deadlines } }
    yield command('deadlines.saveLetter', () => client.deadlines.saveLetter(letter))
  }
  const [last] = (await client.deadlines.list({ year: 2026 })).letters
  yield command('deadlines.removeLetter', () => client.deadlines.removeLetter({ id: last?.id ?? 0 }))
}

/** A year that has nothing but a letter closed and opened again; a member who retires and comes back; the next year begun. */
async function* turnYear(client: AppClient): AsyncGenerator<Act, void> {
  const deadlines = [{ level: 'province' as const, kind: 'evaluated' as const, round: null, before: '2020-12-15' }]
  const letter = { year: 2020, number: '1/UBND', issuedOn: '2020-01-10', issuer: '', signer: '', deadlines }
  yield command('deadlines.saveLetter', () => client.deadlines.saveLetter({ fields: letter }))
  yield command('years.close', () => client.years.close({ year: 2020 }))
  yield command('years.reopen', () => client.years.reopen({ year: 2020, reason: 'Ghi thiếu' }))
  const [kept] = (await client.deadlines.list({ year: 2020 })).letters
  yield command('deadlines.removeLetter', () => client.deadlines.removeLetter({ id: kept?.id ?? 0 }))
  const { offered } = await client.years.proposal({})
  const year = offered.at(-1) ?? 0
  const { councils } = await client.years.proposal({ year })
  const [council] = councils
  if (council === undefined) return
  const [id = 0] = council.members.map((member) => member.id)
  const gone = { id, retiredOn: '2020-12-31', reason: 'Nghỉ hưu' }
  yield command('councils.retireMember', () => client.councils.retireMember(gone))
  yield command('councils.recallMember', () => client.councils.recallMember({ id, reason: 'Trở lại' }))
  const members = council.members.map(({ id: memberId, role }) => ({ memberId, role }))
  const decision = { foundingDecisionNumber: '', foundingDecisionDate: '' as const, reason: '' }
  const going = [{ councilId: council.id, name: council.name, members, ...decision }]
  yield command('years.begin', () => client.years.begin({ year, councils: going, letters: [] }))
}

/** A case of withdrawal on a recognition that a list told of: opened, changed, dropped, opened again, decided. */
async function* withdrawCertificate(client: AppClient): AsyncGenerator<Act, void> {
  const [told] = (await client.register.certificates({ limit: 10, offset: 0 })).rows
  if (told === undefined || told.source !== 'list') return
  const fields = {
    ground: null,
    groundText: 'Không còn sản xuất',
    facts: 'Cơ sở đã dừng',
    conclusion: '',
    concludedBy: '',
  }
  const about = { source: told.source, id: told.id }
  const days = { knownOn: '2024-10-01', concludedOn: '2024-10-02' }
  const open = () => client.aftercare.withdrawals.open({ ...about, fields: { ...fields, ...days } })
  yield command('aftercare.withdrawals.open', open)
  const [{ caseId: id } = { caseId: 0 }] = (await client.aftercare.withdrawals.list({})).rows
  const change = { conclusion: 'Giấy xác nhận số 2' }
  yield command('aftercare.withdrawals.save', () => client.aftercare.withdrawals.save({ id, fields: change }))
  for (const reason of ['Đã sản xuất lại', null]) {
    yield command('aftercare.withdrawals.drop', () => client.aftercare.withdrawals.drop({ id, reason }))
  }
  const decision = { number: '99/QĐ-UBND', on: '2024-10-03' }
  yield command('aftercare.withdrawals.decide', () => client.aftercare.withdrawals.decide({ id, decision, reason: '' }))
}

/** A route with one recognition that a list told of: planned, inspected, promised, settled; another taken off again. */
async function* inspectLogo(client: AppClient): AsyncGenerator<Act, void> {
  const { inspections } = client.aftercare
  // The list's recognition may be of a later day, whenever the cycle runs.
  const dated = ['before-recognised', 'off-route-days', 'before-inspection'] as const
  const { rows } = await client.register.certificates({ limit: 10, offset: 0 })
  const refs = rows.filter(({ source }) => source === 'list').map(({ source, id }) => ({ source, id }))
  const days = { startsOn: '2024-10-01', endsOn: '2024-10-02' }
  const route = { ...days, name: 'Tuyến 1', participants: 'Sở Công Thương', basis: '' }
  yield command('aftercare.inspections.saveRoute', () => inspections.saveRoute({ fields: { ...route, year: 2024 } }))
  const list = () => inspections.list({ year: 2024, limit: 10, offset: 0 })
  const routeId = (await list()).routes[0]?.id ?? 0
  const add = () => inspections.add({ routeId, certificates: refs.slice(0, 1) })
  yield command('aftercare.inspections.add', add)
  const removed = (await list()).ids
  yield command('aftercare.inspections.remove', () => inspections.remove({ ids: [...removed] }))
  yield command('aftercare.inspections.add', add)
  const id = (await list()).ids[0] ?? 0
  const fields = { inspectedOn: '2024-10-01', place: 'Xưởng' }
  yield command('aftercare.inspections.save', () => inspections.save({ id, fields, accepted: [...dated] }))
  const finding = { id, item: 'with-star', answer: 'not-applicable' as const, remark: 'Bán rời' }
  yield command('aftercare.inspections.answer', () => inspections.answer(finding))
  const clean = { ids: [id], on: '2024-10-01', accepted: [...dated] }
  yield command('aftercare.inspections.markClean', () => inspections.markClean(clean))
  const promise = { inspectionId: id, what: 'In lại nhãn', dueOn: '2024-11-01' }
  for (const dueOn of ['2024-11-01', '2024-12-01']) {
    const save = () => inspections.saveCommitment({ fields: { ...promise, dueOn } })
    yield command('aftercare.inspections.saveCommitment', save)
  }
  const [first, second] = (await inspections.commitments({})).rows
  const settlement = { outcome: 'kept' as const, on: '2024-10-20', remark: '' }
  yield command('aftercare.inspections.settle', () =>
    inspections.settle({ id: first?.id ?? 0, settlement, accepted: [...dated] }),
  )
  const commitmentId = second?.id ?? 0
  yield command('aftercare.inspections.removeCommitment', () => inspections.removeCommitment({ id: commitmentId }))
  const file = new File(['%PDF-1.7'], 'anh.pdf')
  yield command('aftercare.inspections.addFile', () => inspections.addFile({ id, file }))
  const fileId = (await inspections.get({ id })).files[0]?.id ?? 0
  yield command('aftercare.inspections.removeFile', () => inspections.removeFile({ id: fileId }))
  const other = { ...route, name: 'Tuyến 2', year: 2024 }
  yield command('aftercare.inspections.saveRoute', () => inspections.saveRoute({ fields: other }))
  const emptyId = (await list()).routes.find(({ name }) => name === 'Tuyến 2')?.id ?? 0
  yield command('aftercare.inspections.removeRoute', () => inspections.removeRoute({ id: emptyId }))
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function* makeAgenda(client: AppClient): AsyncGenerator<Act, void> {
  const [councilId] = (await client.councils.list()).map(({ id }) => id)
  const productIds = (await client.products.list({ limit: 10, offset: 0 })).products.map(({ id }) => id)
  const fields = sampleSession()
  const create = (round: number) =>
    client.sessions.create({ councilId: councilId ?? 0, ruleSetId: 'qd-26-2026', fields: { ...fields, round } })
  yield command('sessions.create', () => create(1))
  const { id: mistaken } = await sessionOf(client)
  yield command('sessions.remove', () => client.sessions.remove({ sessionId: mistaken }))
  yield command('sessions.create', () => create(2))
  const { id: sessionId, members } = await sessionOf(client)
  const moved = { ...fields, place: 'Phòng họp số 2' }
  yield command('sessions.update', () => client.sessions.update({ sessionId, fields: moved }))
  yield command('sessions.addProducts', () => client.sessions.addProducts({ sessionId, productIds }))
  const ids = (await sessionOf(client)).agenda.map(({ id }) => id)
  yield command('sessions.removeItem', () => client.sessions.removeItem({ agendaItemId: ids.at(-1) ?? 0 }))
  const kept = ids.slice(0, -1)
  yield command('sessions.orderItems', () => client.sessions.orderItems({ sessionId, ids: kept.toReversed() }))
  const [agendaItemId = 0] = kept
  const item = { agendaItemId, application: 'reassessment' as const, criteriaCase: null, samplesReceived: 3 }
  yield command('sessions.updateItem', () => client.sessions.updateItem(item))
  yield* pasteIntoSession(client, sessionId)
  const memberId = members[0]?.id ?? 0
  for (const kind of ['recused', null] as const) {
    const exclusion = { agendaItemId, memberId, kind, reason: kind === null ? '' : 'Có liên quan' }
    yield command('sessions.setExclusion', () => client.sessions.setExclusion(exclusion))
  }
  const key = (await sessionOf(client)).agenda.find(({ id }) => id === agendaItemId)?.knockouts[0]?.key ?? ''
  const no = { agendaItemId, key, answer: 'no' as const, reason: '' }
  yield command('sessions.answerKnockout', () => client.sessions.answerKnockout(no))
  yield command('sessions.answerNoKnockouts', () => client.sessions.answerNoKnockouts({ sessionId }))
  for (const note of ['Văn phòng chỉ có một thư ký', '']) {
    yield command('sessions.setSoleOperator', () => client.sessions.setSoleOperator({ sessionId, note }))
  }
  for (const change of [{ beganAt: '08:05' }, { endedAt: '16:40' }, { discussion: 'Thảo luận.\nKết luận.' }]) {
    yield command('sessions.setMinutes', () => client.sessions.setMinutes({ sessionId, ...change }))
  }
  for (const isPresent of [false, true]) {
    yield command('sessions.setAttendance', () => client.sessions.setAttendance({ sessionId, memberId, isPresent }))
  }
  for (const { id } of members.slice(1)) {
    yield command('sessions.setAttendance', () =>
      client.sessions.setAttendance({ sessionId, memberId: id, isPresent: true }),
    )
  }
  yield command('sessions.open', () => client.sessions.open({ sessionId }))
  const onAgenda = (await sessionOf(client)).agenda[0]?.productId ?? 0
  const {
    id,
    sessionCount: _sessions,
    lastStar: _star,
    hasPicture: _picture,
    ...told
  } = await client.products.get({
    id: onAgenda,
  })
  yield command('products.save', () => client.products.save({ id, fields: { ...told, commune: 'Xã sau khai mạc' } }))
  yield command('sessions.takeOver', () => client.sessions.takeOver({ sessionId }))
  yield command('sessions.setCurrentItem', () => client.sessions.setCurrentItem({ sessionId, agendaItemId }))
}
