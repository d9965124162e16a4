import { keptPicture } from '../shared/domain/pictures/picture-bounds.ts'

/** How much of one thing a file from outside may have, and how a refusal says it. */
type FileLimit = {
  readonly most: number
  /** What is wrong past it: a Vietnamese sentence without its full stop. */
  readonly fault: string
  /** What is counted, after the number; `per` of it make one of `most`. */
  readonly unit: string
  readonly per?: number
}

const megabyte = 1024 * 1024

/**
 * What is taken of a workbook, also of a province's list. Past any of it the file is refused whole, with the limit and the
 * place. Rows, columns and characters are what spreadsheet programs themselves allow; what a sheet says of its own size
 * counts for nothing. Described in `docs/file-limits.md`.
 */
export const workbookLimits = {
  bytes: { most: 20 * megabyte, fault: 'Tệp quá lớn', unit: 'MB', per: megabyte },
  parts: { most: 5000, fault: 'Tệp có quá nhiều thành phần', unit: 'thành phần' },
  /** Of one part. */
  inflated: { most: 64 * megabyte, fault: 'Nội dung giải nén quá lớn', unit: 'MB mỗi thành phần', per: megabyte },
  /** As the zip's directory says, to which unpacking is held. */
  inflatedInAll: { most: 256 * megabyte, fault: 'Nội dung giải nén quá lớn', unit: 'MB cả tệp', per: megabyte },
  /** Of a part past one megabyte: an honest sheet shrinks to a twentieth, a deflated blank to a thousandth. */
  ratio: { most: 300, fault: 'Nội dung nén dày bất thường', unit: 'lần' },
  sheets: { most: 256, fault: 'Có quá nhiều trang tính', unit: 'trang tính' },
  rows: { most: 1_048_576, fault: 'Có quá nhiều dòng', unit: 'dòng' },
  columns: { most: 16_384, fault: 'Có quá nhiều cột', unit: 'cột' },
  /** That hold something, in all sheets. */
  cells: { most: 1_000_000, fault: 'Có quá nhiều ô chứa dữ liệu', unit: 'ô' },
  cellText: { most: 32_767, fault: 'Có ô chứa quá nhiều chữ', unit: 'ký tự một ô' },
  formula: { most: 8192, fault: 'Có công thức quá dài', unit: 'ký tự một công thức' },
  strings: { most: 1_000_000, fault: 'Có quá nhiều chuỗi dùng chung', unit: 'chuỗi' },
  /** Of one sheet, as all that follow but styles, formats, names and relations. */
  merges: { most: 20_000, fault: 'Có quá nhiều vùng gộp ô', unit: 'vùng' },
  /** Cells that merged areas cover in rows that hold something: areas that lie over each other count each. */
  merged: { most: 5_000_000, fault: 'Các vùng gộp ô chồng lên nhau', unit: 'ô nằm trong vùng gộp' },
  validations: { most: 20_000, fault: 'Có quá nhiều quy tắc nhập liệu', unit: 'quy tắc' },
  conditions: { most: 20_000, fault: 'Có quá nhiều định dạng có điều kiện', unit: 'định dạng' },
  links: { most: 65_530, fault: 'Có quá nhiều liên kết', unit: 'liên kết' },
  names: { most: 20_000, fault: 'Có quá nhiều tên vùng', unit: 'tên' },
  styles: { most: 65_490, fault: 'Có quá nhiều kiểu ô', unit: 'kiểu' },
  format: { most: 1000, fault: 'Có định dạng số quá dài', unit: 'ký tự một định dạng' },
  relations: { most: 20_000, fault: 'Có quá nhiều quan hệ giữa các thành phần', unit: 'quan hệ' },
  depth: { most: 256, fault: 'Nội dung lồng nhau quá sâu', unit: 'tầng' },
  /** Of one element. */
  attributes: { most: 256, fault: 'Có phần tử mang quá nhiều thuộc tính', unit: 'thuộc tính' },
  attribute: { most: 1_000_000, fault: 'Có thuộc tính quá dài', unit: 'ký tự một thuộc tính' },
} as const satisfies Readonly<Record<string, FileLimit>>

export type WorkbookLimit = keyof typeof workbookLimits

/** Of these a Word template has less; for all else it is held to those of a workbook. */
export const templateLimits = {
  bytes: { most: 5 * megabyte, fault: 'Tệp quá lớn', unit: 'MB', per: megabyte },
  parts: { most: 500, fault: 'Tệp có quá nhiều thành phần', unit: 'thành phần' },
  inflated: { most: 8 * megabyte, fault: 'Nội dung giải nén quá lớn', unit: 'MB mỗi thành phần', per: megabyte },
  inflatedInAll: { most: 32 * megabyte, fault: 'Nội dung giải nén quá lớn', unit: 'MB cả tệp', per: megabyte },
} as const satisfies Partial<Readonly<Record<WorkbookLimit, FileLimit>>>

/** A package of another office (`.ocop-goi`); for all else its zip is held to what a workbook's is. */
export const packageLimits = {
  bytes: { most: 20 * megabyte, fault: 'Gói quá lớn', unit: 'MB', per: megabyte },
  parts: { most: 502, fault: 'Gói có quá nhiều thành phần', unit: 'thành phần' },
  inflated: { most: 20 * megabyte, fault: 'Nội dung giải nén quá lớn', unit: 'MB mỗi thành phần', per: megabyte },
  inflatedInAll: { most: 64 * megabyte, fault: 'Nội dung giải nén quá lớn', unit: 'MB cả tệp', per: megabyte },
  ratio: workbookLimits.ratio,
} as const satisfies Partial<Readonly<Record<WorkbookLimit, FileLimit>>>

/** A product's picture as it is kept: the page shrinks what somebody chose. */
export const pictureLimits = {
  bytes: { most: keptPicture.bytes, fault: 'Ảnh quá lớn', unit: 'MB', per: megabyte },
  side: { most: keptPicture.side, fault: 'Ảnh quá rộng hoặc quá cao', unit: 'điểm ảnh mỗi chiều' },
} as const satisfies Readonly<Record<string, FileLimit>>

/** Files of papers, which are kept as they are and opened by other programs. */
export const paperFileLimits = {
  bytes: { most: 20 * megabyte, fault: 'Tệp quá lớn', unit: 'MB', per: megabyte },
  /** Of one dossier. */
  files: { most: 200, fault: 'Hồ sơ có quá nhiều tệp', unit: 'tệp mỗi hồ sơ' },
} as const satisfies Readonly<Record<string, FileLimit>>

/** A file of scanned ballots: a pile of a few hundred pages in colour. */
export const scanLimits = {
  bytes: { most: 200 * megabyte, fault: 'Tệp quá lớn', unit: 'MB', per: megabyte },
} as const satisfies Readonly<Record<string, FileLimit>>

/** What is allowed, in words: `Không quá 20 MB`. */
export function allowedText({ most, unit, per = 1 }: FileLimit): string {
  return `Không quá ${(most / per).toLocaleString('vi-VN')} ${unit}`
}
