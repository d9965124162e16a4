import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findElectron, installedElectron, machineObstacle } from './electron-runtime.ts'

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

test('a machine without a sandbox is told the remedy, for the runtime that would run, before anything is tried', async () => {
  const root = mkdtempSync(join(tmpdir(), 'máy '))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'proc/sys/kernel'), { recursive: true })
  const machine = { root, env: { DISPLAY: ':0' }, platform: 'linux', isRoot: false, system: root } as const
  expect(machineObstacle(machine)).toBeNull()
  writeFileSync(join(root, 'proc/sys/kernel/apparmor_restrict_unprivileged_userns'), '1\n')
  expect(machineObstacle(machine)?.remedy).toContain(`"${join(root, 'node_modules/electron/dist/electron')}"`)
  expect(machineObstacle({ ...machine, platform: 'win32' })).toBeNull()
  expect(await findElectron(machine)).toMatchObject({ path: null, remedy: expect.stringContaining('AppArmor') })
})
