import { expect, test } from 'vitest'
import { withoutPersonalData } from './without-personal-data.ts'

const clean = (text: string, home = '/home/Chủ tịch') => withoutPersonalData({ text, home, program: '/opt/ocop' })

test('a path in quotes keeps its ending only', () => {
  expect(clean("ENOENT: no such file, open '/home/Chủ tịch/Documents/Hội đồng xã.ocop'")).toBe(
    "ENOENT: no such file, open '….ocop'",
  )
  expect(clean(String.raw`EPERM: rename 'C:\Users\Thư ký\a.part' -> 'D:\hồ sơ\recent.json'`)).toBe(
    `EPERM: rename '….part' -> '….json'`,
  )
  expect(clean(String.raw`open "\\server\chung\Hồ sơ.ocop"`)).toBe('open "….ocop"')
})

test('files of the program itself keep their names', () => {
  expect(clean("open '/opt/ocop/resources/rules/qd.json'")).toBe("open '/opt/ocop/resources/rules/qd.json'")
})

test('homes disappear from stacks', () => {
  expect(clean('at run (file:///home/Chủ tịch/app/out/main/index.js:3:1)')).toBe(
    'at run (file://~/app/out/main/index.js:3:1)',
  )
  expect(clean('at file:///home/khac/app/index.js:3:1', '')).toBe('at file:///home/~/app/index.js:3:1')
  expect(clean(String.raw`at C:\Users\Thư ký\AppData\x.js:1`, String.raw`C:\Users\Thư ký`)).toBe(
    String.raw`at ~\AppData\x.js:1`,
  )
})

test.each([
  ['Error: bad product “Mật ong rừng” of the file', 'Error: bad product “…” of the file'],
  ['Error: no member Lan Mật ong, only Hoa', 'Error: no member …'],
  [
    `SyntaxError: Unexpected token 'N', "Nguyen Van An" is not valid JSON`,
    `SyntaxError: Unexpected token '…', "…" is not valid JSON`,
  ],
  ['Failed query: select 1\nparams: 1,Lan,Hoa', 'Failed query: select 1\nparams: …'],
  [
    `TypeError: Cannot read properties of undefined (reading 'name')`,
    `TypeError: Cannot read properties of undefined (reading 'name')`,
  ],
  ['UNIQUE constraint failed: products.code', 'UNIQUE constraint failed: products.code'],
])('%j becomes %j', (text, cleaned) => expect(clean(text)).toBe(cleaned))

test('what is no path stays', () =>
  expect(clean("SQLITE_FULL: can't write / 'a'")).toBe("SQLITE_FULL: can't write / 'a'"))
