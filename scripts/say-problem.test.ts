import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DownloadStopped } from './download-runtime.ts'
import { BuildFailed } from './build-failed.ts'
import { problemText } from './say-problem.ts'

const textOf = (error: unknown) => problemText(error, 'khởi động')

test('each problem is a sentence without a stack', () => {
  expect(textOf(new DownloadStopped())).toBe('Đã dừng tải; không để lại tệp dở dang.')
  const rolldown =
    'Build failed with 1 error:\n\n\u001b[31m[transform] \u001b[0mUnexpected token\n ╭─[ a/b.ts:2:7 ]\n    at x.mjs:1'
  const said = 'Không dựng được ứng dụng: [transform] Unexpected token (a/b.ts:2:7)'
  expect(textOf(new BuildFailed(rolldown))).toBe(said)
  // What the builder, a process of its own, said already.
  expect(textOf(new BuildFailed(`build failed\n✗ Build failed in 5ms\n${said}\n${rolldown}`))).toBe(said)
  expect(
    textOf(Object.assign(new Error('Cannot find package zod\nRequire stack:'), { code: 'ERR_MODULE_NOT_FOUND' })),
  ).toBe('Thiếu thư viện của dự án; hãy chạy: npm ci\n(Cannot find package zod)')
  expect(textOf(new BuildFailed("code: 'ERR_MODULE_NOT_FOUND'"))).toBe('Thiếu thư viện của dự án; hãy chạy: npm ci')
  expect(textOf(new Error('odd\n    at file.ts:1'))).toBe('Không khởi động được: odd')
  expect(textOf('odd')).toBe('Không khởi động được: odd')
})

test('a place that cannot be written is named', () => {
  const folder = join(import.meta.dirname, 'không có')
  const failed = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: folder })
  expect(textOf(failed)).toBe(`Không ghi được vào ${folder}: không có quyền ghi.`)
  expect(textOf(writeError(join(folder, 'tệp')))).toContain('không có thư mục chứa nó.')
})

/** The file system's own error. */
function writeError(path: string): unknown {
  try {
    return writeFileSync(path, '')
  } catch (error) {
    return error
  }
}
