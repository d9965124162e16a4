import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { giveBack, handOver, takeLock } from './build-lock.ts'

let lock: string
const owner = () => readFileSync(lock, 'utf8')
function makeOld(milliseconds: number) {
  const then = new Date(Date.now() - milliseconds)
  utimesSync(lock, then, then)
}

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'khóa '))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  lock = join(folder, 'out', '.building')
})

test('a living owner keeps the lock, however old it is, and whoever waits gets it at the end', async () => {
  const builder = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  onTestFinished(() => void builder.kill())
  await takeLock(lock)
  handOver(lock, builder.pid ?? 0)
  makeOld(Math.min(600_000, uptime() * 900))
  let isTaken = false
  const waiting = takeLock(lock).then(() => (isTaken = true))
  // Several looks at the lock.
  await once(spawn(process.execPath, ['-e', 'setTimeout(() => {}, 300)']), 'exit')
  expect({ isTaken, owner: owner() }).toEqual({ isTaken: false, owner: String(builder.pid) })
  builder.stdin.end()
  await waiting
  expect(owner()).toBe(String(process.pid))
})

test('a lock is taken from an owner who is gone, or who was there before the machine started', async () => {
  await takeLock(lock)
  handOver(lock, spawnSync(process.execPath, ['--version']).pid)
  await takeLock(lock)
  handOver(lock, process.ppid)
  makeOld((uptime() + 60) * 1000)
  await takeLock(lock)
  expect(owner()).toBe(String(process.pid))
})

test('a lock that nobody wrote into is taken after a while', async () => {
  await takeLock(lock)
  writeFileSync(lock, '')
  makeOld(60_000)
  await takeLock(lock)
  expect(owner()).toBe(String(process.pid))
})

test('only the owner gives it back', async () => {
  await takeLock(lock)
  giveBack(lock, process.ppid)
  expect(existsSync(lock)).toBe(true)
  giveBack(lock, process.pid)
  expect(existsSync(lock)).toBe(false)
})
