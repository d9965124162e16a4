import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { installedElectron } from './electron-runtime.ts'

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
