import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { forgetFailure, recallFailure, rememberFailure } from './download-failure.ts'

const at = new Date('2026-11-26T08:00:00Z')
const hoursLater = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const env = { HTTPS_PROXY: 'http://user:secret@proxy.invalid', PATH: '/bin' }
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bộ chạy '))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  rememberFailure({ folder, env, reason: 'máy chủ trả lời mã 404', at })
})

test('a failure is remembered for a day', () => {
  expect(recallFailure({ folder, env, now: hoursLater(23) })).toEqual({ reason: 'máy chủ trả lời mã 404', at })
  expect(recallFailure({ folder, env, now: hoursLater(25) })).toBeNull()
})

test('a clock that was set back does not keep it for longer', () => {
  expect(recallFailure({ folder, env, now: hoursLater(-1) })).toBeNull()
})

test('another mirror or proxy is worth another try, another PATH is not', () => {
  const recall = (other: Readonly<Record<string, string>>) => recallFailure({ folder, env: other, now: at })
  expect(recall({ ...env, PATH: '/usr/bin', npm_config_noproxy: '' })).not.toBeNull()
  expect(recall({ ...env, ELECTRON_MIRROR: 'http://mirror.invalid/' })).toBeNull()
  expect(recall({ ...env, npm_config_proxy: 'http://proxy.invalid' })).toBeNull()
  expect(recall({ PATH: '/bin' })).toBeNull()
})

test('keeps no password of a proxy', () => {
  expect(readFileSync(join(folder, 'download-failed.json'), 'utf8')).not.toContain('secret')
})

test('is forgotten after a success, and a damaged note counts as none', () => {
  writeFileSync(join(folder, 'download-failed.json'), '{"reason":')
  expect(recallFailure({ folder, env, now: at })).toBeNull()
  forgetFailure(folder)
  forgetFailure(folder)
  expect(recallFailure({ folder, env, now: at })).toBeNull()
})
