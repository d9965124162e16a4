import { Refusal } from '../../../shared/api/refusal.ts'
import { allowedText, packageLimits } from '../../file-limits.ts'
import { TooLargeWorkbook, UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'

/** What is wrong with a package, which part of it, and what is wanted: Vietnamese sentences without their full stops. */
export function packageFault(message: string, allowed = 'Đề nghị nơi gửi lập và gửi lại gói'): Refusal {
  return new Refusal('package-unreadable', { message, allowed })
}

/** What `read` answers; a zip that cannot be read is refused with its place. */
export async function readingPackage<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? zipFault(error) : error
  }
}

function zipFault(error: UnreadableWorkbook): Refusal {
  const place = error.places.length === 0 ? '' : ` (${error.places.join(', ')})`
  if (error instanceof TooLargeWorkbook) {
    const limit = isOwnLimit(error.limit) ? packageLimits[error.limit] : null
    if (limit !== null) return packageFault(`${limit.fault}${place}`, allowedText(limit))
  }
  if (error.reason === 'empty') return packageFault('Tệp trống', wanted)
  if (error.reason === 'damaged') return packageFault(`Tệp bị cắt cụt hoặc hỏng, không đọc hết được${place}`)
  if (error.reason === 'encrypted') return packageFault('Tệp được đặt mật khẩu', wanted)
  return notAPackage()
}

/** Of a zip of another kind, such as a workbook, and of what is no zip. */
export function notAPackage(): Refusal {
  return packageFault('Tệp không phải là gói dữ liệu .ocop-goi', wanted)
}

const wanted = 'Gói dữ liệu .ocop-goi do chương trình này lập'

const isOwnLimit = (limit: string): limit is keyof typeof packageLimits => limit in packageLimits
