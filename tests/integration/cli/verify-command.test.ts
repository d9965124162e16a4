import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { alterClosed } from '../../tamper/tamper.ts'

// `npm run verify` as a person runs it: the compiled program, a file in, a report and an exit code out.

let app: TestApp
let file: string
let code: string
beforeAll(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Hội đồng thử' })
  const { hash } = app.file().prepare('SELECT hash FROM audit_events').get() as { hash: string }
  code = verificationCode(hash)
  file = app.context.workspace.current?.path ?? ''
  await app.client.workspace.close()
})
afterAll(() => app[Symbol.dispose]())

function verify(args: readonly string[], dataFolder = app.folder) {
  const command = join(import.meta.dirname, '../../../scripts/verify.ts')
  return spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, OCOP_DATA: dataFolder },
  })
}

test('an intact file and a code that holds, without a byte changed', () => {
  const before = readFileSync(file)
  const { status, stdout } = verify([file, '--code', code])
  expect(stdout).toContain('Không có sai lệch nào.')
  expect(stdout).toContain(`${code}: khớp.`)
  expect(stdout).toContain('Bản ghi nhận lưu ngoài tệp: 1')
  expect(status).toBe(0)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('on a machine that knows nothing of the file it says so, and a mistyped code is no match', () => {
  const { status, stdout } = verify(
    [file, '--json', '--code', code.replace(/^./, (first) => (first === 'Z' ? 'Y' : 'Z'))],
    join(app.folder, 'khác'),
  )
  const report = JSON.parse(stdout)
  expect(report.notChecked).toContainEqual({ kind: 'rebuilt', facts: {} })
  expect(report).toMatchObject({ isIntact: true, codes: [{ kind: 'slip' }] })
  expect(status).toBe(1)
})

test('an altered file ends with 1, and what is no file of ours with 2', () => {
  const altered = join(app.folder, 'bị sửa.ocop')
  writeFileSync(altered, readFileSync(file))
  alterClosed(altered, { what: 'a name', run: "UPDATE workspace SET name = 'Tên khác'" })
  const found = verify([altered])
  expect(found.stdout).toContain('Tên khác')
  expect(found.status).toBe(1)
  writeFileSync(altered, 'không phải tệp dữ liệu')
  expect(verify([altered])).toMatchObject({ status: 2, stdout: '' })
  const missing = join(app.folder, 'không có.ocop')
  const { status, stdout, stderr } = verify([missing])
  expect([status, stdout, stderr]).toEqual([2, '', `Không tìm thấy tệp hoặc thư mục: ${missing}\n`])
})
