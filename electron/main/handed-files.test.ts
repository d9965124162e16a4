import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fileOfArguments } from './handed-files.ts'

const cwd = resolve(sep, 'hồ sơ')
const file = join(cwd, 'Hội đồng 2026.ocop')

describe('the file that a command line names', () => {
  it.each([
    ['none', ['app'], null],
    ['an absolute path', ['app', file], file],
    ['a relative path', ['app', 'Hội đồng 2026.ocop'], file],
    ['an address, as Linux hands it over', ['app', pathToFileURL(file).href], file],
    ['behind switches of Chromium', ['app', '--allow-file-access-from-files', '--x=y', file], file],
    ['the first of several', ['app', file, 'other.ocop'], file],
    ['nothing at all', ['app', ''], null],
  ])('%s', (_what, argv, expected) => {
    expect(fileOfArguments({ argv, cwd, isPackaged: true })).toBe(expected)
  })

  it('comes after the application’s own folder outside of a package', () => {
    expect(fileOfArguments({ argv: ['electron', '.'], cwd, isPackaged: false })).toBeNull()
    expect(fileOfArguments({ argv: ['electron', '--inspect=0', '.', file], cwd, isPackaged: false })).toBe(file)
  })

  it('on another machine is a path that is not here', () => {
    expect(fileOfArguments({ argv: ['app', 'file://may%20kia/x%2fy.ocop'], cwd, isPackaged: true })).toContain('kia')
  })
})
