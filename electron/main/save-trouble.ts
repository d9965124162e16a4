/** Why a file was not written, in a sentence for the person; null for what no choice of theirs can mend. */
export function saveTrouble(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === null || !/^E[A-Z]+$/.test(code)) return null
  return Object.hasOwn(sentences, code) ? sentences[code as keyof typeof sentences] : `${otherwise} (${code}).`
}

const inUse =
  'Tệp này đang mở trong chương trình khác, chẳng hạn Word hoặc Excel, hoặc không được phép ghi vào đó. ' +
  'Hãy đóng tệp rồi thử lại, hoặc chọn nơi khác.'
const noPlace = 'Thư mục đã chọn không còn, hoặc ổ đĩa không còn được nối. Hãy chọn nơi khác.'
const isFull = 'Ổ đĩa đã hết chỗ. Hãy dọn bớt tệp rồi thử lại, hoặc chọn ổ đĩa khác.'
const otherwise = 'Không ghi được vào nơi đã chọn. Hãy thử lại, hoặc chọn nơi khác'

const sentences = {
  EBUSY: inUse,
  EPERM: inUse,
  EACCES: inUse,
  ENOSPC: isFull,
  EDQUOT: isFull,
  EROFS: 'Ổ đĩa này chỉ đọc được. Hãy chọn nơi khác.',
  ENOENT: noPlace,
  ENOTDIR: noPlace,
  ENODEV: noPlace,
  EISDIR: 'Ở nơi đó đã có một thư mục cùng tên. Hãy chọn tên khác.',
  ENAMETOOLONG: 'Tên tệp quá dài. Hãy chọn tên ngắn hơn.',
}
