import { stripVTControlCharacters } from 'node:util'
import { DownloadStopped } from './download-runtime.ts'
import { BuildFailed } from './build-failed.ts'

/**
 * Ends a command that cannot go on with a sentence in Vietnamese instead of a stack; `OCOP_DEBUG=1` adds the stack.
 *
 * @param task what the command was to do, as `Không … được` says it: `khởi động`
 */
export function endWithProblem(error: unknown, task: string): never {
  console.error(problemText(error, task))
  if (process.env['OCOP_DEBUG'] === '1') console.error(error)
  process.exit(error instanceof DownloadStopped ? stoppedByPerson : 1)
}

/** Exported for its test. */
export function problemText(error: unknown, task: string): string {
  if (error instanceof DownloadStopped) return 'Đã dừng tải; không để lại tệp dở dang.'
  if (error instanceof BuildFailed) {
    return error.message.includes(missingLibrary) ? installFirst : buildProblem(stripVTControlCharacters(error.message))
  }
  if (!(error instanceof Error)) return `Không ${task} được: ${String(error)}`
  const { code = '', path, message }: NodeJS.ErrnoException = error
  if (code === missingLibrary) return `${installFirst}\n(${firstLine(message)})`
  if (path !== undefined && Object.hasOwn(writeTroubles, code)) {
    return `Không ghi được vào ${path}: ${writeTroubles[code as keyof typeof writeTroubles]}.`
  }
  return `Không ${task} được: ${firstLine(message)}`
}

/** The first complaint of the bundlers, and where. */
function buildProblem(said: string): string {
  const lines = said.split('\n').map((line) => line.trim())
  const already = lines.find((line) => line.startsWith(cannotBuild))
  if (already !== undefined) return already
  const complaint = lines.find((line) => line !== '' && !/^\W*build failed/i.test(line)) ?? ''
  const [, place] = /\[ (\S+:\d+:\d+) \]/.exec(said) ?? []
  return `${cannotBuild}: ${complaint}${place === undefined ? '' : ` (${place})`}`
}

const cannotBuild = 'Không dựng được ứng dụng'
const missingLibrary = 'ERR_MODULE_NOT_FOUND'
const installFirst = 'Thiếu thư viện của dự án; hãy chạy: npm ci'

/** What a shell reports of a program that Ctrl+C ended. */
const stoppedByPerson = 130

const writeTroubles = {
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'đĩa đã đầy',
  ENOENT: 'không có thư mục chứa nó',
  ENOTDIR: 'đường dẫn đi qua một tệp, không phải thư mục',
  EEXIST: 'đã có một tệp mang tên này',
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
