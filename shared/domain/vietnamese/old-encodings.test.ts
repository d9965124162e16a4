import { describe, expect, it } from 'vitest'
import { readOldText } from './old-encodings.ts'

describe('text typed for fonts of an old encoding', () => {
  it.each([
    ['TCVN3', 'NguyÔn V¨n H¶i', 'Nguyễn Văn Hải'],
    ['TCVN3', 'ChÌ bóp tÝm §åi S\u00ad¬ng', 'Chè búp tím Đồi Sương'],
    ['TCVN3', 'Hîp t¸c x· N«ng nghiÖp', 'Hợp tác xã Nông nghiệp'],
    // One word of it mistyped.
    ['TCVN3', 'ChÌ bóp tÝm §åi S\u00adÔng', 'Chè búp tím Đồi Sưễng'],
    ['VNI', 'HTX NOÂNG NGHIEÄP BAÕI NGOÏC', 'HTX NÔNG NGHIỆP BÃI NGỌC'],
    ['VNI', 'Cheø buùp tím Ñoài Söông', 'Chè búp tím Đồi Sương'],
    ['VNI', 'Nguyeãn Vaên Haûi', 'Nguyễn Văn Hải'],
    ['VNI', 'röôïu neáp caåm', 'rượu nếp cẩm'],
  ])('%s: %s', (encoding, text, unicode) => {
    expect(readOldText(text)).toEqual({ encoding, unicode })
  })

  it.each([
    'Chè búp tím Đồi Sương',
    'Hà Giang',
    'Mùi',
    'Xã Tân Lý',
    'Phong cách, ghi nhãn hàng hóa',
    // A mark that is not seen, in sound Unicode.
    'Chè Thái\u00ad Nguyên',
    'Rượu 29° – 500 ml × 2 (½ lít)',
    '29° × 2, ½ lít, 5 m², “OK”',
    'Crème brûlée Café Señor',
    'Müller & Söhne',
    'Cà phê Čư M’gar – Ê̆a Ƀlŏ',
    'SP-01',
    '',
  ])('%s is none', (text) => {
    expect(readOldText(text)).toBeNull()
  })
})
