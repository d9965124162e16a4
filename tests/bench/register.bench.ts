import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { createRouterClient } from '@orpc/server'
import { createApp } from '../../electron/app/create-app.ts'
import { dateCell, officeWorkbook } from '../fixtures/office-list.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'

const rows = 20_000

/**
 * An office's list of 20,000 recognised products: read, held against the register, shown, and taken in one transaction,
 * against the workbook library merely reading the file.
 */
export async function runRegisterBench(): Promise<readonly BenchRow[]> {
  const bytes = await officeList()
  const previews: number[] = []
  const takes: number[] = []
  const again: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < 3; run += 1) {
    theirs.push(await timed(async () => new ExcelJS.Workbook().xlsx.load(bytes.buffer)))
    const took = await takeOnce(bytes)
    previews.push(took.preview)
    takes.push(took.take)
    again.push(took.again)
  }
  const against = `exceljs merely reading it: ${milliseconds(median(theirs))}`
  const row = (name: string, values: readonly number[], aim: string): BenchRow => ({
    name: `${name}, ${rows} rows, ${Math.round(bytes.length / 1024)} kB`,
    value: milliseconds(median(values)),
    against,
    ratio: median(values) / median(theirs),
    aim,
  })
  return [
    row('preview of an office’s list', previews, '2'),
    row('the list taken into an empty register', takes, '2'),
    row('the same list again', again, '2'),
  ]
}

async function officeList(): Promise<Uint8Array<ArrayBuffer>> {
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
  const list = Array.from({ length: rows }, (_, index) => {
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

/** Into an empty workspace of its own, then once more. */
async function takeOnce(bytes: Uint8Array<ArrayBuffer>) {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const host = { ...benchHost(join(folder, 'danh-muc.ocop')), dataFolder: folder }
  const app = createApp({ host, resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
  const client = createRouterClient(app.router)
  await client.workspace.create({ name: 'Danh mục' })
  const list = { file: new File([bytes], 'danh-sach.xlsx'), sender: '', sheet: null, columns: [], year: 2024 }
  const preview = await timed(() => client.register.previewList(list))
  const take = await timed(() => client.register.takeList({ ...list, acceptsDoubts: true }))
  const again = await timed(() => client.register.takeList({ ...list, acceptsDoubts: true }))
  await app.dispose()
  rmSync(folder, { recursive: true, force: true })
  return { preview, take, again }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
