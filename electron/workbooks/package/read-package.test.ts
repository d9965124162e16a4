import { strToU8, unzipSync, zipSync } from 'fflate/browser'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../shared/api/refusal.ts'
import { officePackage as asked, officeSecret } from '../../../tests/fixtures/office-package.ts'
import { signManifest } from './package-signature.ts'
import { readPackage } from './read-package.ts'
import { writePackage, type PackageToWrite } from './write-package.ts'

const whole = writePackage(asked)
const paper = 'papers/01 15 Quyết định.pdf'

type Files = Record<string, Uint8Array>

/** The package packed anew, by somebody without the key. */
function altered(change: (files: Files) => void): Uint8Array {
  const files = unzipSync(whole)
  change(files)
  return zipSync(files)
}

/** The same by the holder of the key. */
function signedAnew(change: (manifest: Record<string, unknown>, files: Files) => void): Uint8Array {
  return altered((files) => {
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Record<string, unknown>
    change(manifest, files)
    const signed = strToU8(JSON.stringify(manifest))
    files['manifest.json'] = signed
    files['signature.txt'] = strToU8(signManifest(signed, officeSecret))
  })
}

function replaced(files: Files, name: string, from: string, to: string): void {
  const text = new TextDecoder().decode(files[name])
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`)
  files[name] = strToU8(text.replace(from, to))
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  try {
    await readPackage(bytes)
    return 'taken'
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'package-unreadable') throw error
    return `${String(error.detail['message'])} | ${String(error.detail['allowed'])}`
  }
}

const again = 'Đề nghị nơi gửi lập và gửi lại gói'

describe('a package', () => {
  it('is read as it was written', async () => {
    const { manifest, data, papers } = await readPackage(whole)
    const told = { part: paper, kind: 'decision', code: '15/QĐ-UBND', issuedOn: '2026-11-25' }
    expect(data).toEqual({ ...asked.data, papers: [told] })
    expect(manifest).toMatchObject({ format: 1, kind: 'up', id: asked.id, office: asked.office })
    expect(papers.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['%PDF-1.7 quyết định'])
  })

  it('is the same bytes for the same content', () => {
    expect(writePackage(asked)).toEqual(whole)
  })
})

describe('what is refused, and which part is said', () => {
  const cases: readonly (readonly [string, () => Uint8Array, string])[] = [
    ['an empty file', () => new Uint8Array(), 'Tệp trống | Gói dữ liệu .ocop-goi do chương trình này lập'],
    [
      'what is no zip',
      () => strToU8('không phải gói dữ liệu của chương trình nào'),
      'Tệp không phải là gói dữ liệu .ocop-goi | Gói dữ liệu .ocop-goi do chương trình này lập',
    ],
    ['a zip that was cut off', () => whole.slice(0, -40), `Tệp bị cắt cụt hoặc hỏng, không đọc hết được | ${again}`],
    [
      'points that somebody raised',
      () => altered((files) => replaced(files, 'data.json', '"sum":276', '"sum":291')),
      `Thành phần "data.json" đã bị thay đổi sau khi ký | ${again}`,
    ],
    [
      'a paper with a byte changed',
      () => altered((files) => replaced(files, paper, 'quyết', 'quyẾt')),
      `Thành phần "${paper}" đã bị thay đổi sau khi ký | ${again}`,
    ],
    [
      'a manifest that was made to fit',
      () => altered((files) => replaced(files, 'manifest.json', 'Phú Thọ', 'Lào Cai')),
      `Chữ ký không khớp: thành phần manifest.json hoặc signature.txt đã bị sửa sau khi ký | ${again}`,
    ],
    [
      'another key in the manifest',
      () => altered((files) => replaced(files, 'manifest.json', '"key": "', '"key": "00')),
      `Thành phần manifest.json sai quy cách tại key | ${again}`,
    ],
    [
      'a signature of something else',
      () =>
        altered((files) => {
          files['signature.txt'] = strToU8(signManifest(strToU8('{}'), officeSecret))
        }),
      `Chữ ký không khớp: thành phần manifest.json hoặc signature.txt đã bị sửa sau khi ký | ${again}`,
    ],
    [
      'no signature',
      () => altered((files) => delete files['signature.txt']),
      `Gói thiếu thành phần "signature.txt" | ${again}`,
    ],
    [
      'a workbook',
      () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
      'Tệp không phải là gói dữ liệu .ocop-goi | Gói dữ liệu .ocop-goi do chương trình này lập',
    ],
    ['no data', () => altered((files) => delete files['data.json']), `Gói thiếu thành phần "data.json" | ${again}`],
    ['a paper left out', () => altered((files) => delete files[paper]), `Gói thiếu thành phần "${paper}" | ${again}`],
    [
      'something put beside',
      () =>
        altered((files) => {
          files['papers/02 thêm.pdf'] = strToU8('%PDF')
        }),
      `Gói có thành phần "papers/02 thêm.pdf" không ghi trong mục lục | ${again}`,
    ],
    [
      'a newer format',
      () =>
        signedAnew((manifest) => {
          manifest['format'] = 2
        }),
      'Gói thuộc định dạng 2, mới hơn định dạng 1 mà chương trình này đọc được | Cập nhật chương trình rồi mở lại gói',
    ],
    [
      'data that say another kind',
      () =>
        signedAnew((manifest) => {
          manifest['kind'] = 'down'
        }),
      `Mục lục và dữ liệu của gói nói khác nhau về loại gói | ${again}`,
    ],
    [
      'data that are signed and wrong',
      () => writePackage({ ...asked, data: wrongStar() }),
      `Thành phần data.json sai quy cách tại products.0.result.star | ${again}`,
    ],
    [
      'a part that unpacks without end',
      () => writePackage({ ...asked, papers: [{ ...asked.papers[0]!, bytes: new Uint8Array(21 * 1024 * 1024) }] }),
      `Nội dung giải nén quá lớn (${paper.toLowerCase()}) | Không quá 20 MB mỗi thành phần`,
    ],
    [
      'a part of nothing but noughts',
      () => writePackage({ ...asked, papers: [{ ...asked.papers[0]!, bytes: new Uint8Array(5 * 1024 * 1024) }] }),
      `Nội dung nén dày bất thường (${paper.toLowerCase()}) | Không quá 300 lần`,
    ],
    [
      'more parts than anybody sends',
      () =>
        altered((files) => {
          for (let count = 0; count < 600; count += 1) files[`papers/${count}`] = new Uint8Array()
        }),
      'Gói có quá nhiều thành phần | Không quá 502 thành phần',
    ],
    ['a file past all sizes', () => new Uint8Array(21 * 1024 * 1024).fill(0x50), 'Gói quá lớn | Không quá 20 MB'],
  ]
  it.each(cases)('%s', async (_what, make, fault) => {
    expect(await faultOf(make())).toBe(fault)
  })

  it('any byte of the file', async () => {
    const { manifest, data } = await readPackage(whole)
    const asSigned = JSON.stringify([manifest, data])
    const altered: number[] = []
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = whole.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0x41
      const read = await readPackage(bytes).catch((error: unknown) => {
        if (error instanceof Refusal && error.reason === 'package-unreadable') return null
        throw error
      })
      // A time or a version in the zip's own directory says nothing: what is read is as it was signed.
      if (read !== null && JSON.stringify([read.manifest, read.data]) !== asSigned) altered.push(at)
    }
    expect(altered).toEqual([])
  })
})

function wrongStar(): PackageToWrite['data'] {
  const { data } = asked
  if (data.kind !== 'up') throw new Error('not up')
  const [product] = data.products
  if (product === undefined) throw new Error('no product')
  return { ...data, products: [{ ...product, result: { ...product.result, star: 6 as 5 } }] }
}
