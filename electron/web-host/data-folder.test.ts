import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolderOf } from './data-folder.ts'

const home = join('/nhà', 'cán bộ')

test('OCOP_DATA decides alone', () => {
  expect(dataFolderOf({ env: { OCOP_DATA: '/đĩa khác/ocop' }, platform: 'win32', home })).toBe('/đĩa khác/ocop')
})

test('each platform has its usual place', () => {
  expect(dataFolderOf({ env: {}, platform: 'linux', home })).toBe(join(home, '.local/share/hoi-dong-ocop'))
  expect(dataFolderOf({ env: { XDG_DATA_HOME: '/x' }, platform: 'linux', home })).toBe(join('/x', 'hoi-dong-ocop'))
  expect(dataFolderOf({ env: { APPDATA: '/a' }, platform: 'win32', home })).toBe(join('/a', 'hoi-dong-ocop'))
  expect(dataFolderOf({ env: {}, platform: 'darwin', home })).toBe(
    join(home, 'Library/Application Support/hoi-dong-ocop'),
  )
})

test('an empty OCOP_DATA is none', () => {
  expect(dataFolderOf({ env: { OCOP_DATA: '' }, platform: 'linux', home })).toContain('hoi-dong-ocop')
})

test('a relative OCOP_DATA counts from where the person called npm, else from the working directory', () => {
  const env = { OCOP_DATA: 'dữ liệu/2026', INIT_CWD: '/nhà/hồ sơ' }
  expect(dataFolderOf({ env, platform: 'linux', home })).toBe(resolve('/nhà/hồ sơ/dữ liệu/2026'))
  expect(dataFolderOf({ env: { OCOP_DATA: 'dữ liệu' }, platform: 'linux', home })).toBe(resolve('dữ liệu'))
})

test('a relative XDG_DATA_HOME counts as none, as its specification says', () => {
  const env = { XDG_DATA_HOME: 'share' }
  expect(dataFolderOf({ env, platform: 'linux', home })).toBe(join(home, '.local/share/hoi-dong-ocop'))
})

test('the portable edition keeps its data beside itself, unless OCOP_DATA says otherwise', () => {
  const env = { PORTABLE_EXECUTABLE_DIR: '/usb/phần mềm', APPDATA: '/a' }
  const beside = resolve('/usb/phần mềm/du-lieu-hoi-dong-ocop')
  expect(dataFolderOf({ env, platform: 'win32', home })).toBe(beside)
  expect(dataFolderOf({ env: { ...env, OCOP_DATA: '/đĩa khác' }, platform: 'win32', home })).toBe(resolve('/đĩa khác'))
  expect(dataFolderOf({ env: { ...env, PORTABLE_EXECUTABLE_DIR: '' }, platform: 'win32', home })).toBe(
    join('/a', 'hoi-dong-ocop'),
  )
  expect(dataFolderOf({ env, platform: 'linux', home })).toBe(join(home, '.local/share/hoi-dong-ocop'))
})
