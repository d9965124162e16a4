import { extname } from 'node:path'

const kinds = {
  '.pdf': 'Tài liệu PDF',
  '.png': 'Hình ảnh',
  '.xlsx': 'Sổ tính Excel',
  // A province's own form, filled; its macros are Excel's to ask about.
  '.xlsm': 'Sổ tính Excel có macro',
  '.docx': 'Văn bản Word',
  '.zip': 'Tệp nén ZIP',
  '.json': 'Dữ liệu JSON',
  '.csv': 'Bảng dữ liệu CSV',
  '.txt': 'Văn bản',
  '.ocop': 'Hồ sơ hội đồng OCOP',
  '.ocop-goi': 'Gói dữ liệu OCOP',
  '.age': 'Hồ sơ hội đồng OCOP có mật khẩu',
} as const

/** An ending that the application writes: nothing that a system would run. */
export type FileKind = keyof typeof kinds

/** The kind of a file by its name, or null for one that the application never writes. */
export function fileKindOf(name: string): FileKind | null {
  const ending = extname(name).toLowerCase()
  return ending in kinds ? (ending as FileKind) : null
}

/** For the system's dialogs. */
export function filtersOf(kind: FileKind) {
  return [{ name: kinds[kind], extensions: [kind.slice(1)] }]
}
