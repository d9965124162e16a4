import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readSandboxFacts, sandboxObstacle, windowObstacle, type SandboxFacts } from './window-obstacle.ts'

test('a window needs a screen, a user and no wish for the browser', () => {
  const screen = { DISPLAY: ':0' }
  const reasonOf = (machine: Parameters<typeof windowObstacle>[0]) => windowObstacle(machine)?.reason
  expect(windowObstacle({ env: screen, platform: 'linux', isRoot: false })).toBeNull()
  expect(windowObstacle({ env: { WAYLAND_DISPLAY: 'w' }, platform: 'linux', isRoot: false })).toBeNull()
  expect(reasonOf({ env: {}, platform: 'linux', isRoot: false })).toContain('màn hình')
  expect(reasonOf({ env: screen, platform: 'linux', isRoot: true })).toContain('root')
  expect(windowObstacle({ env: {}, platform: 'win32', isRoot: false })).toBeNull()
  expect(reasonOf({ env: { OCOP_HOST: 'browser' }, platform: 'darwin', isRoot: false })).toContain('OCOP_HOST')
})

describe('the sandbox of a Linux machine', () => {
  const executable = '/nhà/Hội đồng/dist/electron'
  const free: SandboxFacts = {
    appArmorRestricts: null,
    usernsClone: null,
    hasSetuidHelper: false,
    appArmorProfiles: [],
  }
  const obstacleOf = (facts: Partial<SandboxFacts>, path = executable) => sandboxObstacle(path, { ...free, ...facts })

  test('is there on most machines', () => {
    expect(obstacleOf({})).toBeNull()
    expect(obstacleOf({ appArmorRestricts: '0', usernsClone: '1' })).toBeNull()
  })

  test('is not there where AppArmor forbids namespaces, and the remedy is a profile for this runtime or the deb', () => {
    const { reason, remedy } = obstacleOf({ appArmorRestricts: '1' }) ?? {}
    expect(reason).toContain('AppArmor')
    expect(remedy).toContain('.deb')
    expect(remedy).toContain(`profile hoi-dong-ocop-npm-start "${executable}" flags=(unconfined) { userns, }`)
    expect(remedy).toContain('sudo apparmor_parser -r /etc/apparmor.d/hoi-dong-ocop-npm-start')
    expect(remedy).not.toContain('no-sandbox')
  })

  test('is there again once that profile is, or another for the same runtime', () => {
    const told = /'(abi .*)'/.exec(obstacleOf({ appArmorRestricts: '1' })?.remedy ?? '')?.[1] ?? ''
    expect(obstacleOf({ appArmorRestricts: '1', appArmorProfiles: [told] })).toBeNull()
    const other = told.replace(executable, '/opt/Signal/signal-desktop')
    expect(obstacleOf({ appArmorRestricts: '1', appArmorProfiles: [other] })).not.toBeNull()
    const withoutNamespaces = told.replace('userns,', '')
    expect(obstacleOf({ appArmorRestricts: '1', appArmorProfiles: [withoutNamespaces] })).not.toBeNull()
  })

  test('a path with letters that mean something to AppArmor or the shell is taken literally', () => {
    const odd = "/nhà/'a' [1]*/electron"
    const { remedy } = obstacleOf({ appArmorRestricts: '1' }, odd) ?? {}
    expect(remedy).toContain(String.raw`"/nhà/'\''a'\'' \[1\]\*/electron"`)
    const profile = String.raw`profile x "/nhà/'a' \[1\]\*/electron" { userns, }`
    expect(obstacleOf({ appArmorRestricts: '1', appArmorProfiles: [profile] }, odd)).toBeNull()
  })

  test('is not there where the kernel forbids namespaces to users', () => {
    const { reason, remedy } = obstacleOf({ usernsClone: '0' }) ?? {}
    expect(reason).toContain('kernel.unprivileged_userns_clone = 0')
    expect(remedy).toContain('sudo sysctl -w kernel.unprivileged_userns_clone=1')
  })

  test('needs no namespaces where the helper beside the runtime is setuid root', () => {
    expect(obstacleOf({ appArmorRestricts: '1', usernsClone: '0', hasSetuidHelper: true })).toBeNull()
  })
})

describe('what a machine says is read', () => {
  function machine() {
    const system = mkdtempSync(join(tmpdir(), 'máy '))
    onTestFinished(() => rmSync(system, { recursive: true }))
    const executable = join(system, 'dự án', 'electron')
    mkdirSync(dirname(executable))
    return { system, executable }
  }

  test('Ubuntu 24.04 with a profile of its own', () => {
    const { system, executable } = machine()
    mkdirSync(join(system, 'proc/sys/kernel'), { recursive: true })
    mkdirSync(join(system, 'etc/apparmor.d/abi'), { recursive: true })
    writeFileSync(join(system, 'proc/sys/kernel/apparmor_restrict_unprivileged_userns'), '1\n')
    writeFileSync(join(system, 'proc/sys/kernel/unprivileged_userns_clone'), '1\n')
    writeFileSync(join(system, 'etc/apparmor.d/firefox'), 'profile firefox { userns, }')
    writeFileSync(join(dirname(executable), 'chrome-sandbox'), '')
    expect(readSandboxFacts({ executable, system })).toEqual({
      appArmorRestricts: '1',
      usernsClone: '1',
      hasSetuidHelper: false,
      appArmorProfiles: ['profile firefox { userns, }'],
    })
  })

  test('a machine that knows none of it', () => {
    const facts = { appArmorRestricts: null, usernsClone: null, hasSetuidHelper: false, appArmorProfiles: [] }
    expect(readSandboxFacts(machine())).toEqual(facts)
  })

  test.skipIf(process.getuid?.() !== 0)('a helper that is setuid root (only root can make one)', () => {
    const { system, executable } = machine()
    const helper = join(dirname(executable), 'chrome-sandbox')
    writeFileSync(helper, '')
    chmodSync(helper, 0o755)
    expect(readSandboxFacts({ executable, system }).hasSetuidHelper).toBe(false)
    chmodSync(helper, 0o4755)
    expect(readSandboxFacts({ executable, system }).hasSetuidHelper).toBe(true)
  })
})
