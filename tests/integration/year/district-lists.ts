import { officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'

// Registrations of ten districts, each in a layout of its own: no two offices make a list alike.

export const districts = [
  'Cao Phong',
  'Tân Lạc',
  'Mai Châu',
  'Lạc Sơn',
  'Yên Thủy',
  'Lạc Thủy',
  'Kim Bôi',
  'Lương Sơn',
  'Đà Bắc',
  'Hòa Bình',
] as const

type Product = {
  readonly name: string
  readonly producer: string
  readonly kind: string
  readonly commune: string
  readonly district: string
}

/** Three of a district, the first two of one producer. */
export function productsOf(district: string): readonly Product[] {
  const cooperative = { producer: `Hợp tác xã ${district}`, kind: 'Hợp tác xã', commune: `xã Thượng ${district}` }
  const household = { producer: `Hộ kinh doanh ${district}`, kind: 'Hộ kinh doanh', commune: `xã Hạ ${district}` }
  return [
    { name: `Mật ong ${district}`, ...cooperative, district },
    { name: `Chè ${district}`, ...cooperative, district },
    { name: `Rượu cần ${district}`, ...household, district },
  ]
}

type Layout = (district: string) => OfficeList

const column = {
  name: ['Tên sản phẩm', ({ name }: Product) => name],
  producer: ['Tên chủ thể', ({ producer }: Product) => producer],
  kind: ['Loại hình', ({ kind }: Product) => kind],
  commune: ['Xã', ({ commune }: Product) => commune],
  district: ['Huyện', (product: Product) => product.district],
} as const
type ColumnName = keyof typeof column

/** Columns in that order, under other words where an office has them. */
const plain =
  (
    names: readonly ColumnName[],
    words: Partial<Record<ColumnName, string>> = {},
    above: OfficeList['rows'] = [],
  ): Layout =>
  (district) => ({
    rows: [
      ...above,
      ['STT', ...names.map((name) => words[name] ?? column[name][0])],
      ...productsOf(district).map((product, index) => [index + 1, ...names.map((name) => column[name][1](product))]),
    ],
  })

const usual = ['name', 'producer', 'kind', 'commune', 'district'] as const

const layouts: readonly Layout[] = [
  plain(usual),
  plain(['producer', 'name', 'commune', 'district', 'kind']),
  plain(usual, { name: 'Sản phẩm đăng ký', producer: 'Đơn vị đăng ký' }),
  plain(usual, {}, [['ỦY BAN NHÂN DÂN HUYỆN'], ['DANH SÁCH SẢN PHẨM ĐĂNG KÝ NĂM 2024'], []]),
  // A producer's name stands once, over the rows of its products.
  (district) => ({
    rows: [
      ['TT', 'Tên chủ thể', 'Tên sản phẩm', 'Loại hình', 'Xã', 'Huyện'],
      ...productsOf(district).map(({ producer, name, kind, commune }, index) =>
        index === 1 ? [2, null, name, kind, commune, district] : [index + 1, producer, name, kind, commune, district],
      ),
    ],
    merges: ['B2:B3'],
  }),
  plain(usual, { name: 'TÊN SẢN PHẨM', producer: 'TÊN CHỦ THỂ SẢN XUẤT', commune: 'XÃ, THỊ TRẤN' }),
  // Its foot names whoever signs.
  (district) => {
    const { rows } = plain(usual)(district)
    return { rows: [...rows, ['Tổng cộng: 03 sản phẩm'], [null, null, null, 'TM. ỦY BAN NHÂN DÂN']] }
  },
  plain(['district', 'commune', 'producer', 'kind', 'name']),
  // Groups between the rows.
  (district) => {
    const [head = [], ...rows] = plain(usual)(district).rows
    return { rows: [head, ['I. THỰC PHẨM'], ...rows.slice(0, 2), ['II. ĐỒ UỐNG'], ...rows.slice(2)] }
  },
  plain(usual, { name: 'Ten san pham', producer: 'Ten chu the', commune: 'Xa', district: 'Huyen', kind: 'Loai hinh' }),
]

export async function districtList(district: string, place: number): Promise<File> {
  const layout = layouts[place] ?? plain(usual)
  return new File([new Uint8Array(await officeWorkbook(layout(district)))], `Đăng ký ${district}.xlsx`)
}
