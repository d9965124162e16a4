import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { ApplicationKind } from '../../../shared/domain/session/session-record.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// The list of products registered for the year, through the procedures that the window asks. Today is 20/11/2026.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Đăng ký' })
  const office = { level: 'province', province: 'tỉnh Hòa Bình', district: '', unit: '', abbreviation: '' } as const
  await app.client.officePapers.setOffice(office)
})
afterEach(() => app[Symbol.dispose]())

type Given = { readonly name: string; readonly commune: string; readonly district: string; readonly producer?: string }

async function register(
  number: number,
  { application = 'new', filedOn = null, ...given }: Given & { application?: ApplicationKind; filedOn?: string | null },
) {
  const { name, commune, district, producer = `HTX ${number}` } = given
  const fields = { ...sampleProduct(number, 1), name, commune, district, producerName: producer }
  const { id: productId } = await app.client.products.save({ fields })
  const registered = { productId, year: 2026, application, filedOn, round: 2 }
  return (await app.client.registrations.save({ fields: registered })).id
}

const asked = (by: 'district' | 'commune' = 'district', asOf = '2026-11-20'): OfficePaper => ({
  kind: 'registered-list',
  year: 2026,
  asOf,
  by,
})

const render = async (paper: OfficePaper, format: 'pdf' | 'xlsx') =>
  app.client.officePapers.render({ papers: [paper], format })
const textOf = async (paper: OfficePaper) =>
  readText(new Uint8Array(await (await render(paper, 'pdf')).arrayBuffer())).replace(/\s+/gu, ' ')

describe('the list of products registered for a year', () => {
  beforeEach(async () => {
    await register(1, { name: 'Cam lòng vàng', commune: 'xã Thu Phong', district: 'Cao Phong', producer: 'HTX Hà' })
    await register(2, { name: 'Cam sành', commune: 'Xã Thu  Phong', district: 'CAO PHONG', producer: 'HTX Hà' })
    await register(3, { name: 'Mật ong', commune: 'xã Pà Cò', district: 'Mai Châu', application: 'reassessment' })
    await register(4, { name: 'Chè', commune: 'xã Pà Cò', district: 'Mai Châu', application: 'upgrade' })
    await register(5, { name: 'Nộp sau', commune: 'xã Pà Cò', district: 'Mai Châu', filedOn: '2026-11-20' })
    const id = await register(6, { name: 'Đã rút', commune: 'xã Pà Cò', district: 'Mai Châu' })
    await app.client.registrations.withdraw({ id, reason: 'Chủ thể xin rút' })
  })

  it.skipIf(!hasPoppler)('counts by district and by kind, and names each', async () => {
    const text = await textOf(asked())
    expect(text).toContain('có 05 (năm) sản phẩm của 04 (bốn) chủ thể đăng ký')
    expect(text).toContain('1 Cao Phong 02 02 00 00 2 Mai Châu 03 01 01 01 Tổng cộng 05 03 01 01')
    expect(text).toMatch(/1 Cam lòng vàng .* 2 Cam sành .* 3 Mật ong .* 4 Chè .* 5 Nộp sau/)
    expect(text).not.toContain('Đã rút')
    expect(text).toContain('Đợt 2')
  })

  it.skipIf(!hasPoppler)('counts by commune, and knows what had not come by the day', async () => {
    const text = await textOf(asked('commune', '2026-11-19'))
    expect(text).toContain('1 xã Pà Cò, Mai Châu 03 01 01 01 2 xã Thu Phong, Cao Phong 02 02 00 00')
    expect(text).not.toContain('Nộp sau')
    expect(text).toContain('Đã rút')
  })

  it('leaves as a table, and is none of a year without any', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await (await render(asked(), 'xlsx')).arrayBuffer())
    const words = (column: number) => (book.worksheets[0]?.getColumn(column).values ?? []).map(String)
    expect(words(2).slice(-5)).toEqual(['Cam lòng vàng', 'Cam sành', 'Mật ong', 'Chè', 'Nộp sau'])
    expect(words(9).slice(-5)).toEqual(['Lần đầu', 'Lần đầu', 'Đánh giá lại', 'Nâng hạng', 'Lần đầu'])
    const papers: OfficePaper[] = [{ kind: 'registered-list', year: 2025, asOf: '2026-11-20', by: 'district' }]
    expect(await app.client.officePapers.look({ papers })).toMatchObject([{ unavailable: 'empty' }])
  })
})

if (!hasPoppler) sayWhyLeftOut()
