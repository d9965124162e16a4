/** Whether a heading is of a column for what was taken back: `Số QĐ thu hồi`, `Ngày hủy`. */
export function headsWithdrawal(head: string): boolean {
  return withdrawal.test(wordsOf(head))
}

const withdrawal = / (?:thu hồi|hủy|huỷ|hủy bỏ|huỷ bỏ|chấm dứt|đình chỉ) /u

/**
 * Whether a remark says that a row does not count, or not yet: `Đã thu hồi GCN`, `Hủy`, `Rút hồ sơ`, `Trùng dòng 2`, `Đang chờ
 * QĐ`. `Không bị thu hồi` says that it does. By the letters with their marks: `Trứng`, `Trung`, `Huy` are names.
 */
export function saysOutOfForce(text: string): boolean {
  if (text.length > longestRemark) return false
  const words = wordsOf(text)
  if (/ (?:không|chưa) (?:bị )?(?:thu hồi|hủy|huỷ|rút|trùng) /u.test(words)) return false
  return (
    withdrawal.test(words) ||
    / rút (?:khỏi|hồ sơ|đăng ký|tên|ra|lui|sản phẩm) |^ (?:đã |xin )?(?:rút|loại|bỏ) | loại khỏi /u.test(words) ||
    / trùng (?:với |lặp |tên |dòng |số |stt |sản phẩm )|^ (?:bị )?trùng /u.test(words) ||
    / (?:chờ|đợi) (?:ra |ban hành )?(?:quyết định|qđ|công nhận|phê duyệt|kết quả|ubnd) /u.test(words)
  )
}

const longestRemark = 200

const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
