import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Letters to producers whose certificates end, offered, numbered, sent and not offered again. Today is 20/11/2026.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Thư mời' })
  const office = { level: 'province', province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' } as const
  await app.client.officePapers.setOffice(office)
  const rows = [
    ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định'],
    // Filed from 02/11/2026 to 01/01/2027; too late; prolonged to 25/01/2027; with time; long over.
    ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', '', 4, 74.5, '11/QĐ-UBND', dateCell('2024-05-01')],
    ['Mật ong', 'HTX Hà Phong', 'xã Thu Phong', '', 3, 61, '12/QĐ-UBND', dateCell('2024-01-10')],
    ['Rượu cần', 'HTX Mai Châu', 'xã Pà Cò', '', 3, 60, '13/QĐ-UBND', dateCell('2023-07-29')],
    ['Chè', 'HTX Mai Châu', 'xã Pà Cò', '', 3, 60.25, '14/QĐ-UBND', dateCell('2025-06-01')],
    ['Gà đồi', 'HTX Lạc Sơn', 'xã Ân Nghĩa', '', 3, 55, '15/QĐ-UBND', dateCell('2021-03-01')],
  ]
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách công nhận.xlsx')
  await app.client.register.takeList({ file, sender: 'Sở', sheet: null, columns: [], year: 2025, acceptsDoubts: true })
})
afterEach(() => app[Symbol.dispose]())

const offer = async (asked: Partial<Parameters<TestApp['client']['officePapers']['invitations']>[0]> = {}) =>
  app.client.officePapers.invitations({ again: false, ...asked })
const textOf = async (papers: readonly OfficePaper[]) => {
  const file = await app.client.officePapers.render({ papers: [...papers], format: 'pdf' })
  return readText(new Uint8Array(await file.arrayBuffer())).replace(/\s+/gu, ' ')
}
const issue = {
  number: 7,
  symbol: 'SNNMT-PTNT',
  issuedOn: '2026-11-20',
  posts: ['GIÁM ĐỐC'],
  signer: 'Người ký thử',
  recipients: ['Như trên', 'Lưu: VT'],
}

describe('invitations to have products evaluated again', () => {
  it.skipIf(!hasPoppler)('say each product’s days, what is filed and to whom, one letter a producer', async () => {
    const { papers, certificates } = await offer()
    expect([papers.length, certificates]).toEqual([2, 3])
    const pages = (await textOf(papers)).split('CỘNG HÒA XÃ HỘI').slice(1)
    expect(pages).toHaveLength(2)
    const [first = '', second = ''] = pages.toSorted((a, b) => Number(b.includes('Cam')) - Number(a.includes('Cam')))
    expect(first).toContain('Kính gửi: HTX Hà Phong')
    expect(first).toContain('thời hạn Giấy chứng nhận của 02 (hai) sản phẩm do HTX Hà Phong là chủ thể')
    expect(first).toMatch(/Cam lòng vàng 4 11\/QĐ-UBND 01\/05\/2027 Từ 02\/11\/2026 01\/05\/2024 đến 01\/01\/2027/)
    expect(first).toMatch(/Mật ong 3 12\/QĐ-UBND 10\/01\/2027 Đã qua 10\/01\/2024 ngày 12\/09\/2026/)
    expect(first).toContain('không sớm hơn 180 ngày và không muộn hơn 120 ngày')
    expect(first).toContain('điểm a khoản 6 Điều 7 Quyết định số 26/2026/QĐ-TTg')
    expect(first).toContain('Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP (Mẫu số 01')
    expect(first).toContain('tại Ủy ban nhân dân xã Thu Phong (điểm a')
    expect(second).toContain('Kính gửi: HTX Mai Châu')
    expect(second).toMatch(/Kéo dài không 29\/07\/2023 quá 25\/01\/2027/)
    expect(second).toContain('khoản 3 Điều 12 Quyết định số 26/2026/QĐ-TTg')
    expect(second).not.toContain('Chè')
  })

  it('are logged at their certificates, and not offered twice unless asked', async () => {
    const { papers } = await offer()
    const { ids } = await app.client.officePapers.enter({
      papers: [...papers],
      issue,
      reason: 'Các số trước cấp ngoài tệp',
    })
    expect(await offer()).toEqual({ papers: [], certificates: 0, invited: 3, registered: 0, more: 0 })
    await app.client.documents.register.send({ ids: [...ids], on: '2026-11-20', to: '' })
    const { rows } = await app.client.register.certificates({ limit: 50, offset: 0 })
    const letters = rows.map(({ productName, invited }) => [productName, invited?.code ?? '', invited?.sentOn ?? null])
    expect(letters).toContainEqual([
      'Cam lòng vàng',
      rows.find(({ productName }) => productName === 'Mật ong')?.invited?.code,
      '2026-11-20',
    ])
    expect(letters).toContainEqual(['Chè', '', null])
    expect((await offer({ again: true })).papers).toHaveLength(2)
    const [sent] = (await app.client.officePapers.list({})).filter(({ entry }) => entry.about === 'HTX Hà Phong')
    await app.client.documents.register.void({ id: sent?.entry.id ?? 0, reason: 'Gửi nhầm địa chỉ' })
    expect(await offer()).toMatchObject({ certificates: 2, invited: 1 })
  })

  it('are asked about where their date contradicts what they say, the order of their book or the calendar', async () => {
    const { papers } = await offer()
    const [first, second] = papers.map((paper) => [paper])
    if (first === undefined || second === undefined) throw new Error('two letters are offered')
    const dated = (issuedOn: string, more: object = {}) =>
      app.client.officePapers.enter({ papers: first, issue: { ...issue, issuedOn }, reason: 'Số ngoài tệp', ...more })
    const doubtful = (...kinds: string[]) => ({ data: { reason: 'doubtful', detail: { kinds: kinds.join(',') } } })
    const early = ['dated-before-cited', 'dated-before-data', 'dated-long-ago'] as const
    await expect(dated('2026-01-15')).rejects.toMatchObject(doubtful(...early))
    await expect(dated('2026-11-19')).rejects.toMatchObject(doubtful('dated-before-data'))
    await expect(dated('2027-02-01')).rejects.toMatchObject(doubtful('dated-far-ahead'))
    expect(await app.client.officePapers.list({})).toEqual([])
    await dated('2026-11-25')
    const next = { papers: second, issue: { ...issue, number: 8, issuedOn: '2026-11-24' }, reason: '' }
    await expect(app.client.officePapers.enter(next)).rejects.toMatchObject(doubtful('dated-out-of-order'))
    await app.client.officePapers.enter({ ...next, accepted: ['dated-out-of-order'] })
    const events = await app.client.audit.list({ limit: 5 })
    const entered = events.find(({ command }) => command === 'officePapers.enter')
    expect(entered?.detail).toMatchObject({ doubts: ['dated-out-of-order'] })
  })

  it('go by what the register shows: what ended or has time when that is asked for, nothing that is registered again', async () => {
    expect(await offer({ state: 'lapsed' })).toMatchObject({
      certificates: 2,
      papers: [{ certificates: [{ source: 'list' }] }, { certificates: [{ source: 'list' }] }],
    })
    expect(await offer({ state: 'in-force' })).toMatchObject({ certificates: 1 })
    expect(await offer({ query: 'mat ong' })).toMatchObject({ certificates: 1 })
    const { rows } = await app.client.register.certificates({ query: 'mat ong', limit: 1, offset: 0 })
    const fields = { productId: rows[0]?.productId ?? 0, year: 2026, application: 'reassessment' as const }
    await app.client.registrations.save({ fields })
    expect(await offer()).toMatchObject({ certificates: 2, registered: 1 })
  })
})

if (!hasPoppler) sayWhyLeftOut()
