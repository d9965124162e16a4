import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { installedElectron, windowObstacle } from './electron-runtime.ts'

test('a window needs a screen, a user and no wish for the browser', () => {
  const screen = { DISPLAY: ':0' }
  expect(windowObstacle({ env: screen, platform: 'linux', isRoot: false })).toBeNull()
  expect(windowObstacle({ env: { WAYLAND_DISPLAY: 'w' }, platform: 'linux', isRoot: false })).toBeNull()
  expect(windowObstacle({ env: {}, platform: 'linux', isRoot: false })).toContain('màn hình')
  expect(windowObstacle({ env: screen, platform: 'linux', isRoot: true })).toContain('root')
  expect(windowObstacle({ env: {}, platform: 'win32', isRoot: false })).toBeNull()
  expect(windowObstacle({ env: { OCOP_HOST: 'browser' }, platform: 'darwin', isRoot: false })).toContain('OCOP_HOST')
})

test('the runtime is found only where its file lies', () => {
  const root = mkdtempSync(join(tmpdir(), 'bộ chạy '))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'node_modules', 'electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  expect(installedElectron({ root, env: {} })).toBeNull()
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(installedElectron({ root, env: {} })).toBeNull()
  writeFileSync(join(folder, 'dist', 'electron'), '')
  expect(installedElectron({ root, env: {} })).toBe(join(folder, 'dist', 'electron'))
  expect(installedElectron({ root, env: { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'none') } })).toBeNull()
})
