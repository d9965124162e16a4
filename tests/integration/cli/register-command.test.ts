import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'

// `npm run register` as a person runs it: the compiled program, a workbook in, what it says and an exit code out.

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'danh mục '))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = [
  ['ỦY BAN NHÂN DÂN HUYỆN CAO PHONG'],
  ['DANH SÁCH SẢN PHẨM OCOP'],
  ['TT', 'Tên sản phẩm', 'Chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
  [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 4, '3163/QĐ-UBND', dateCell('2019-12-30')],
  [2, 'Mía tím', 'HTX Hà Phong', 'Thu Phong', 3, '3163/QĐ-UBND', 43_829],
  ['Tổng cộng: 02 sản phẩm'],
] as const

async function fileOf(name: string, content: OfficeList['rows'] = rows): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, await officeWorkbook({ rows: content }))
  return path
}

function register(args: readonly string[]) {
  const command = join(import.meta.dirname, '../../../scripts/register.ts')
  return spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, OCOP_DATA: join(folder, 'dữ liệu') },
  })
}

test('without a file it prints what the preview shows, and makes nothing', async () => {
  const list = await fileOf('một.xlsx')
  const { status, stdout, stderr } = register([list, '--json'])
  expect([status, stderr]).toEqual([0, ''])
  const printed = JSON.parse(stdout)
  expect(Object.keys(printed)).toEqual(['sheet', 'headerRows', 'columns', 'rows', 'faults', 'duplicates'])
  expect(printed).toMatchObject({ sheet: 'Sheet1', headerRows: [3], duplicates: [] })
  expect(printed.columns[1]).toEqual({ letter: 'B', header: 'Tên sản phẩm', field: 'product' })
  expect(printed.rows).toEqual([
    {
      row: 4,
      state: 'sound',
      values: {
        product: 'Cam lòng vàng',
        producer: 'HTX Hà Phong',
        kind: null,
        commune: 'Thu Phong',
        district: null,
        star: 4,
        score: null,
        decisionNumber: '3163/QĐ-UBND',
        decisionDate: '2019-12-30',
        validUntil: '2022-12-30',
      },
      change: 'new',
    },
    expect.objectContaining({ row: 5, values: expect.objectContaining({ decisionDate: '2019-12-30' }) }),
  ])
  expect(printed.faults).toMatchObject([{ cell: 'G5', level: 'note' }])
})

test('it is taken into a file, which then knows it and still verifies', async () => {
  const list = await fileOf('hai.xlsx')
  const into = join(folder, 'sổ.ocop')
  expect(register([list, '--into', into]).status).toBe(0)
  expect(existsSync(into)).toBe(false)
  const first = register([list, '--into', into, '--accept'])
  expect([first.status, first.stdout.split('\n').at(-2)]).toEqual([
    0,
    'Đã nhận vào tệp: 2 dòng mới, 0 dòng thay đổi; 0 dòng đã có sẵn.',
  ])
  const again = register([list, '--into', into, '--json'])
  expect(JSON.parse(again.stdout).rows.map(({ change }: { change: string }) => change)).toEqual(['same', 'same'])
  const before = readFileSync(into)
  const same = register([list, '--into', into, '--accept']).stdout
  expect(same).toContain('Mới 0, thay đổi 0, đã có 2.')
  expect(same).toContain('không nhận dòng nào')
  expect(readFileSync(into).equals(before)).toBe(true)
  const changed = await fileOf('ba.xlsx', [
    ...rows.slice(0, 3),
    ['1', 'CAM LÒNG VÀNG', 'HTX Hà Phong', 'xã Thu Phong', 5, '3163/QĐ-UBND', dateCell('2019-12-30')],
  ])
  const compared = register([changed, '--into', into, '--json'])
  expect(JSON.parse(compared.stdout).rows).toMatchObject([{ change: 'changed', values: { star: 5 } }])
})

test('a faulty row ends with 1 and makes nothing; what is no list ends with 2', async () => {
  const faulty = await fileOf('lỗi.xlsx', [
    ...rows.slice(0, 4),
    [2, 'Mía', { error: '#REF!' }, 'Thu Phong', 3, null, null],
  ])
  const into = join(folder, 'không có.ocop')
  const { status, stdout } = register([faulty, '--into', into, '--accept'])
  expect(status).toBe(1)
  expect(stdout).toContain('C5  Lỗi:')
  expect(stdout).toContain('Có 1 dòng lỗi: không nhận dòng nào.')
  expect(existsSync(into)).toBe(false)
  expect(register([await fileOf('trống.xlsx', [['Không có gì']])])).toMatchObject({ status: 2, stdout: '' })
  expect(register([join(folder, 'không có.xlsx')])).toMatchObject({ status: 2, stdout: '' })
  const damaged = join(folder, 'hỏng.ocop')
  writeFileSync(damaged, 'không phải tệp dữ liệu')
  const refused = register([await fileOf('bốn.xlsx'), '--into', damaged])
  expect([refused.status, refused.stdout]).toEqual([2, ''])
  expect(refused.stderr).not.toContain('at ')
  expect(register([faulty, '--accept']).stderr).toContain('Cách dùng')
})
