import { DataFolderTrouble } from './data-folder-ready.ts'

/** What kept the program from starting, and what to do about it. */
export type StartTrouble = { readonly title: string; readonly text: string }

/** For people, in Vietnamese; the error's own words only where nothing better is known. */
export function startTrouble(error: unknown): StartTrouble {
  if (error instanceof DataFolderTrouble) {
    const why = folderTroubles[codeOf(error.cause)] ?? 'Không ghi được vào thư mục dữ liệu.'
    return { title, text: `${why}\n\nThư mục dữ liệu: ${error.folder}\n\n${folderRemedy}` }
  }
  const said = error instanceof Error ? error.message : String(error)
  return { title, text: `Chương trình thiếu tệp hoặc gặp lỗi khi khởi động.\n\n${remedy}\n\n${said}` }
}

function codeOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : ''
}

const title = 'Hội đồng OCOP chưa khởi động được'

const folderTroubles: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'Không tìm thấy ổ đĩa chứa thư mục dữ liệu. Ổ mạng, OneDrive hoặc USB có thể chưa được kết nối.',
  EACCES: 'Tài khoản này không có quyền ghi vào thư mục dữ liệu.',
  EPERM: 'Tài khoản này không có quyền ghi vào thư mục dữ liệu.',
  EROFS: 'Ổ đĩa chứa thư mục dữ liệu chỉ cho đọc.',
  ENOSPC: 'Ổ đĩa chứa thư mục dữ liệu đã hết chỗ.',
  ENOTDIR: 'Nơi đặt thư mục dữ liệu đã có một tệp mang tên này.',
  EEXIST: 'Nơi đặt thư mục dữ liệu đã có một tệp mang tên này.',
}

const folderRemedy =
  'Hãy kết nối lại ổ đĩa hoặc nhờ người phụ trách công nghệ thông tin cấp quyền, rồi mở lại chương trình. Muốn dùng thư mục khác, đặt biến môi trường OCOP_DATA.'

const remedy =
  'Hãy cài lại chương trình; tệp hồ sơ không bị ảnh hưởng. Nếu vẫn gặp lỗi, gửi tệp loi.log trong thư mục dữ liệu và nội dung dưới đây cho người hỗ trợ.'
