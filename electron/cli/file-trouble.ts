/**
 * What kept a file from being read or written, in one Vietnamese sentence with its path; null for anything else, which
 * is a defect of the program and keeps its stack. An error that names no path is about the file being read.
 */
export function fileTrouble(error: unknown, reading: string): string | null {
  if (!(error instanceof Error)) return null
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  // Node names no file where a write fails; it is not the one being read.
  if (diskFull.includes(code) && path === undefined) return troubles['ENOSPC'] ?? null
  const trouble = troubles[code]
  // What is copied is missing, never what it is copied to.
  const where = code === 'ENOENT' ? path : (dest ?? path)
  return trouble === undefined ? null : `${trouble}: ${where ?? reading}`
}

const diskFull: readonly string[] = ['ENOSPC', 'SQLITE_FULL']

const troubles: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'Không tìm thấy tệp hoặc thư mục',
  EISDIR: 'Đây là thư mục, không phải tệp bảng tính',
  EEXIST: 'Cần một thư mục, nhưng đã có tệp mang tên này',
  ENOTDIR: 'Cần một thư mục, nhưng đã có tệp mang tên này',
  EACCES: 'Không có quyền đọc hoặc ghi',
  EPERM: 'Không có quyền đọc hoặc ghi',
  EROFS: 'Ổ đĩa chỉ cho đọc',
  EBUSY: 'Tệp đang được chương trình khác mở',
  ENAMETOOLONG: 'Tên tệp hoặc đường dẫn quá dài',
  ENOSPC: 'Ổ đĩa đã hết chỗ',
}
