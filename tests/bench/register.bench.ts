import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { createRouterClient } from '@orpc/server'
import { createApp } from '../../electron/app/create-app.ts'
import { unpackRows } from '../../shared/domain/register/preview-rows.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'
import { milliseconds, type BenchRow } from './bench-row.ts'
import { processorTime } from './processor-time.ts'

const rows = 20_000

/**
 * An office's list of 20,000 recognised products: read, held against the register, shown, and taken in one transaction,
 * against the workbook library merely reading the file. A first run loads what is to be loaded.
 */
export async function runRegisterBench(): Promise<readonly BenchRow[]> {
  await ensureBuilt(['main'])
  const bytes = await officeList(rows)
  const few = await officeList(3)
  const previews: number[] = []
  const takes: number[] = []
  const again: number[] = []
  const theirs: number[] = []
  const held: number[] = []
  await takeOnce(bytes, few)
  for (let run = 0; run < 3; run += 1) {
    theirs.push(await processorTime(async () => new ExcelJS.Workbook().xlsx.load(bytes.buffer)))
    const took = await takeOnce(bytes, few)
    previews.push(took.preview)
    takes.push(took.take)
    again.push(took.again)
    held.push(took.held)
  }
  const against = `exceljs merely reading it: ${milliseconds(Math.min(...theirs))}`
  const row = (name: string, values: readonly number[], aim: string): BenchRow => ({
    name: `${name}, ${rows} rows, ${Math.round(bytes.length / 1024)} kB`,
    value: milliseconds(Math.min(...values)),
    against,
    ratio: Math.min(...values) / Math.min(...theirs),
    aim,
    note: 'processor time of all threads, best of three',
  })
  return [
    row('preview of an office’s list', previews, '2'),
    row('the list taken into an empty register', takes, '2'),
    row('the same list again', again, '2'),
    {
      name: `longest that taking ${rows} rows holds the key thread`,
      value: milliseconds(Math.min(...held)),
      against,
      ratio: Math.min(...held) / Math.min(...theirs),
      aim: '≤ 300 ms',
      note: 'its processor time between two turns, best of three',
    },
  ]
}

async function officeList(length: number): Promise<Uint8Array<ArrayBuffer>> {
  const head = [
    'STT',
    'Tên sản phẩm',
    'Tên chủ thể',
    'Loại hình',
    'SĐT',
    'Xã',
    'Huyện',
    'Hạng sao',
    'Điểm',
    'Số quyết định',
    'Ngày quyết định',
  ]
  const kinds = ['Hợp tác xã', 'Công ty TNHH', 'Hộ kinh doanh', 'Tổ hợp tác']
  const products = ['Mật ong hoa rừng', 'Chè xanh đặc sản', 'Gạo nếp cái hoa vàng', 'Cam lòng vàng', 'Măng khô sợi']
  const list = Array.from({ length }, (_, index) => {
    const producer = Math.floor(index / 3)
    return [
      index + 1,
      `${products[index % 5]} ${index}`,
      `HTX Nông nghiệp Đoàn Kết ${producer}`,
      kinds[producer % 4] ?? '',
      `0218 ${100_000 + producer}`,
      `Xã Thượng Cốc ${producer % 150}`,
      `Huyện Lạc Sơn ${producer % 10}`,
      3 + (index % 3),
      [72.25, 85.5, 93.75][index % 3] ?? 0,
      `${3000 + (index % 40)}/QĐ-UBND`,
      dateCell(['2019-12-30', '2020-12-22', '2021-12-29'][index % 3] ?? ''),
    ]
  })
  return new Uint8Array(await officeWorkbook({ rows: [head, ...list] }))
}

/** Into an empty workspace of its own, then once more; the worker has read a short list before. */
async function takeOnce(bytes: Uint8Array<ArrayBuffer>, few: Uint8Array<ArrayBuffer>) {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const host = { ...benchHost(join(folder, 'danh-muc.ocop')), dataFolder: folder }
  const app = createApp({ host, resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
  const client = createRouterClient(app.router)
  await client.workspace.create({ name: 'Danh mục' })
  const list = { file: new File([bytes], 'danh-sach.xlsx'), sender: '', sheet: null, columns: [], year: 2024 }
  await client.register.previewList({ ...list, file: new File([few], 'ngan.xlsx') })
  // As the page does, with the rows that it shows.
  const preview = await processorTime(async () => unpackRows(await client.register.previewList(list)))
  let take = 0
  const held = await longestTurn(async () => {
    take = await processorTime(() => client.register.takeList({ ...list, acceptsDoubts: true }))
  })
  const again = await processorTime(() => client.register.takeList({ ...list, acceptsDoubts: true }))
  await app.dispose()
  rmSync(folder, { recursive: true, force: true })
  return { preview, take, again, held }
}

/** Milliseconds of processor time that this thread works at most between two turns of its loop. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  const worked = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let [longest, before] = [0, worked()]
  const turns = setInterval(() => {
    const now = worked()
    longest = Math.max(longest, now - before)
    before = now
  }, 1)
  await work()
  clearInterval(turns)
  return Math.max(longest, worked() - before)
}
