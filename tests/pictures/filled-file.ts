import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { AppClient } from '../../shared/api/contract.ts'
import { hostClient } from '../e2e/host-client.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { hasPoppler } from '../helpers/read-pdf.ts'
import { recordOf, scannedFiles, scannerOf, type ScannedFile } from '../helpers/scanned-pile.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { completeDossiers, registeredAgain } from '../helpers/written-round.ts'

/** What the parameters of routes name in the filled file. */
export type FilledFile = {
  /** Its meeting goes on: two of its products miss a ballot. */
  readonly openSession: number
  readonly council: number
  readonly round: number
  readonly package: number
  readonly criteria: string
}

/**
 * The provincial sample, locked, with all that the other screens show: the district's meeting still open, a register that a list
 * filled, registrations, a round of written opinions, a withdrawal, a package.
 */
export async function fillFile(page: Page): Promise<FilledFile> {
  const workbook = readFileSync(join(import.meta.dirname, '../../resources/samples/district-2024.xlsx'))
  // While pages are printed nothing else is heard of, and a connection that was open by then is none any more.
  const scans = await scanBallots(workbook)
  await page.getByRole('button', { name: 'Cấp tỉnh, năm 2026' }).click()
  await page.getByRole('heading', { name: 'Hôm nay cần làm gì?' }).waitFor()
  const client = await hostClient(page)
  const [locked] = await client.sessions.list()
  await client.sessions.close({ sessionId: locked?.id ?? 0 })
  const office = { province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' }
  await client.officePapers.setOffice({ level: 'province', ...office })
  const { sessionId } = await client.workbook.import({ file: new File([workbook], 'district-2024.xlsx') })
  await openBallots(client, sessionId)
  await readScans(client, sessionId, scans)
  await takeRegister(client)
  const again = await registeredAgain(client, { members: 9, products: 12 })
  await completeDossiers(client, again.registrationIds.slice(0, 6), '2026-10-12')
  const { id: round } = await client.opinions.create({
    councilId: again.councilId,
    sentOn: '2026-11-02',
    replyBy: '2026-11-12',
    registrations: again.registrationIds.slice(0, 6),
    certificates: [],
  })
  await openWithdrawal(client)
  await client.packages.make({
    source: { kind: 'up', sessionId: locked?.id ?? 0 },
    office: 'UBND tỉnh Phú Thọ',
    paperIds: [],
  })
  const [made] = await client.packages.list()
  return { openSession: sessionId, council: again.councilId, round, package: made?.id ?? 0, criteria: 'qd26-01' }
}

/** One ballot of two products is open again: their results are provisional. */
async function openBallots(client: AppClient, sessionId: number): Promise<void> {
  const { agenda } = await client.sessions.get({ sessionId })
  for (const { id } of agenda.slice(1, 3)) {
    const ballot = (await client.ballots.ofItem({ agendaItemId: id })).find(({ state }) => state === 'confirmed')
    if (ballot === undefined) continue
    const { agendaItemId, memberId } = ballot
    await actsOf(client).reopen({ agendaItemId, memberId, reason: 'Đọc nhầm' })
  }
}

/** Two of the ballots from the office's scanner: one has blanks, one lacks a page. */
async function scanBallots(workbook: Buffer<ArrayBuffer>): Promise<readonly ScannedFile[]> {
  if (!hasPoppler) return []
  const record = await recordOf(async (own) => {
    await own.workspace.create({ name: 'Phiếu giấy' })
    return (await own.workbook.import({ file: new File([workbook], 'district-2024.xlsx') })).sessionId
  })
  const scanner = scannerOf(record)
  return scannedFiles('phiếu', [
    ...(await scanner.ballot(1, 0, scanner.choicesOf(1, { 1: null, 20: null }))),
    ...(await scanner.ballot(2, 0, scanner.choicesOf(2))).slice(1),
  ])
}

async function readScans(client: AppClient, sessionId: number, scans: readonly ScannedFile[]): Promise<void> {
  for (const { name, buffer } of scans) {
    await client.paperBallots.addFile({ sessionId, file: new File([Uint8Array.from(buffer)], name) })
  }
  for await (const event of await client.paperBallots.read({ sessionId })) void event
}

const heads = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Điểm', 'Số quyết định', 'Ngày quyết định']

/** Sixty products recognised in seven years, one of them with names as long as they come. */
async function takeRegister(client: AppClient): Promise<void> {
  const rows = Array.from({ length: 60 }, (_, index) => [
    index === 7 ? longName : `${names[index % names.length]} ${index + 1}`,
    `HTX nông nghiệp ${index % 19}`,
    `xã Thu Phong ${index % 11}`,
    3 + (index % 3 === 0 ? 1 : 0),
    60 + (index % 20),
    `${100 + (index % 9)}/QĐ-UBND`,
    dateCell(`${2019 + (index % 8)}-10-${10 + (index % 9)}`),
  ])
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [heads, ...rows] }))], 'Công nhận.xlsx')
  await client.register.takeList({ file, sender: 'Sở', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
}

const names = ['Cam lòng vàng', 'Mật ong hoa rừng', 'Chè Pà Cò', 'Rượu cần', 'Gạo nếp nương', 'Thổ cẩm Mai Châu']
const longName =
  'Bộ sản phẩm quà tặng từ gạo nếp cái hoa vàng, mật ong bạc hà và trà Shan tuyết cổ thụ đóng hộp theo lối truyền thống'

async function openWithdrawal(client: AppClient): Promise<void> {
  const { rows } = await client.register.certificates({ limit: 50, offset: 0 })
  const listed = rows.find(({ source }) => source === 'list')
  if (listed === undefined) throw new Error('the register has no recognition of a list')
  await client.aftercare.withdrawals.open({
    source: listed.source,
    id: listed.id,
    fields: {
      ground: 'production-ended',
      groundText: '',
      facts: 'Cơ sở đã dừng sản xuất từ tháng 3',
      knownOn: '2026-11-02',
      concludedBy: 'UBND xã Pà Cò',
      conclusion: '',
      concludedOn: '2026-11-06',
    },
  })
}
