import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { fold, stripMarks } from '../../../shared/domain/vietnamese/fold.ts'

/**
 * The words under which lists in use head a field, the surest first. Case, accents and spaces do not count; a heading
 * matches when it is one of them or begins with one.
 */
const headings: readonly (readonly [ProvinceField, readonly string[]])[] = [
  ['place', ['TT', 'STT', 'Số TT', 'Số thứ tự']],
  ['code', ['Mã số sản phẩm', 'Mã sản phẩm', 'Mã SP', 'Mã số', 'Mã hồ sơ']],
  ['setNumber', ['Số bộ sản phẩm', 'Bộ số', 'Số bộ']],
  ['groupName', ['Nhóm sản phẩm', 'Nhóm', 'Ngành hàng', 'Nhóm/phân nhóm']],
  ['setName', ['Bộ sản phẩm', 'Tên bộ sản phẩm', 'Phân nhóm']],
  ['productName', ['Tên sản phẩm', 'Sản phẩm', 'Tên SP', 'Sản phẩm - Tên']],
  ['producerKind', ['Loại hình', 'Loại chủ thể', 'Loại hình chủ thể', 'Loại hình tổ chức', 'Chủ thể - Loại hình']],
  [
    'producerName',
    ['Tên chủ thể', 'Chủ thể', 'Chủ thể sản xuất', 'Đơn vị sản xuất', 'Cơ sở sản xuất', 'Chủ thể - Tên'],
  ],
  ['address', ['Địa chỉ', 'Địa chỉ sản xuất', 'Nơi sản xuất', 'Chủ thể - Địa chỉ']],
  ['commune', ['Xã', 'Xã, phường', 'Xã/phường', 'Xã, phường, thị trấn', 'Tên xã']],
  ['district', ['Huyện', 'Huyện, thành phố', 'Huyện/thị xã', 'Huyện, thị xã, thành phố', 'Tên huyện', 'Địa phương']],
  ['application', ['Lần đăng ký', 'Hình thức đăng ký', 'Hình thức tham gia', 'Đăng ký đánh giá', 'Hình thức đánh giá']],
  ['partA', ['Điểm phần A', 'Phần A', 'Điểm A']],
  ['partB', ['Điểm phần B', 'Phần B', 'Điểm B']],
  ['partC', ['Điểm phần C', 'Phần C', 'Điểm C']],
  ['mean', ['Điểm trung bình', 'Tổng điểm', 'Điểm đánh giá', 'Số điểm', 'Kết quả chấm điểm', 'Điểm TB', 'Điểm']],
  ['star', ['Hạng đề nghị', 'Hạng sao', 'Đề nghị hạng', 'Xếp hạng', 'Phân hạng', 'Số sao', 'Hạng', 'Sao']],
  ['heldOn', ['Ngày họp', 'Ngày đánh giá', 'Ngày chấm', 'Thời gian đánh giá', 'Ngày họp Hội đồng']],
  ['note', ['Ghi chú', 'Chú thích']],
]

/** Every field's surest words, then every field's next. */
const bySureness = Array.from({ length: Math.max(...headings.map(([, words]) => words.length)) }, (_, rank) =>
  headings.flatMap(([field, words]) => {
    const word = words[rank]
    return word === undefined ? [] : [{ field, word }]
  }),
).flat()

/** Letters and digits only, so that `Xã/phường` and `xa phuong` are one. */
export function headKey(head: string): string {
  return fold(head).replace(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * A field for each heading, null where its words say none; no field twice. What a person chose for the same words
 * before (`remembered`, by `headKey`) goes before any proposal.
 */
export function proposeFields(
  heads: readonly string[],
  remembered: ReadonlyMap<string, ProvinceField | null>,
): readonly { readonly field: ProvinceField | null; readonly source: 'remembered' | 'proposed' | 'none' }[] {
  const known = heads.map((head) => remembered.get(headKey(head)))
  const taken = new Set<ProvinceField>(known.filter((field) => field !== undefined && field !== null))
  const proposed = new Map<number, ProvinceField>()
  for (const isMatch of [isSame, begins]) {
    for (const { field, word } of bySureness) {
      const index = heads.findIndex(
        (head, at) =>
          !proposed.has(at) && !hasChoice(remembered, head) && (isMatch(head, word) || isMatch(lastPart(head), word)),
      )
      if (index < 0 || taken.has(field)) continue
      taken.add(field)
      proposed.set(index, field)
    }
  }
  return heads.map((head, index) => {
    if (hasChoice(remembered, head)) return { field: known[index] ?? null, source: 'remembered' }
    const field = proposed.get(index) ?? null
    return { field, source: field === null ? 'none' : 'proposed' }
  })
}

const hasChoice = (remembered: ReadonlyMap<string, unknown>, head: string): boolean => remembered.has(headKey(head))

const isSame = (head: string, word: string): boolean => headKey(head) === headKey(word)

/** By whole words: `Điểm cấp huyện` begins with `Điểm`, not with `Điểm C`. */
const begins = (head: string, word: string): boolean => wordsOf(head).startsWith(wordsOf(word))

const wordsOf = (text: string): string =>
  `${stripMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** `Chủ thể – Tên` → `Tên`. */
const lastPart = (head: string): string => head.split(' – ').at(-1) ?? head
