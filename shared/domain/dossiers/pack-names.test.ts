import { describe, expect, it, test } from 'vitest'
import { createNames, packName } from './pack-names.ts'

describe('a name in a pack', () => {
  test.each([
    ['Mật ong: "rừng" <U Minh>/2026?*|', 'Mật ong rừng U Minh 2026'],
    ['  Chè xanh. . ', 'Chè xanh'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['???', '_'],
    ['Đặc sản'.normalize('NFD'), 'Đặc sản'],
  ])('%s is %s', (name, expected) => {
    expect(packName(name, 'product')).toBe(expected)
  })

  it('is cut by letters, never ends in a blank or a dot, and is never cut within one', () => {
    const name = packName(`${'Ế'.repeat(43)} . dài`, 'item')
    expect(name).toBe('Ế'.repeat(43))
    expect(Array.from(packName('😀'.repeat(100), 'file'))).toHaveLength(60)
  })

  it('is cut at a word', () => {
    const name = 'Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP (Mẫu số 01)'
    expect(packName(name, 'item')).toBe('Phiếu đăng ký đánh giá, phân hạng sản phẩm')
    expect(packName('Giấy chứng nhận cơ sở đủ điều kiện sản xuất x', 'item')).toBe(
      'Giấy chứng nhận cơ sở đủ điều kiện sản xuất',
    )
  })

  it('is given once, whatever its capitals', () => {
    const names = createNames()
    expect([names('Giấy', '.pdf'), names('giấy', '.PDF'), names('Giấy', '.pdf')]).toEqual([
      'Giấy.pdf',
      'giấy (2).PDF',
      'Giấy (3).pdf',
    ])
  })
})
