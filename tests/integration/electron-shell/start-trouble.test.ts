import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runShell } from '../../helpers/electron-stand-in/run-shell.ts'
import { openMain, ownFolder } from './open-main.ts'

// A start that cannot go on says so and ends; one that can goes on without what is missing.

describe('a start that cannot go on', () => {
  test('on a data folder that cannot be written says so and ends with 1', async () => {
    const file = join(ownFolder(), 'tệp')
    writeFileSync(file, '')
    const main = await openMain({ dataFolder: join(file, 'data') })
    main.isShown.catch(() => {})
    expect(await main.ended).toBe(1)
    const [title, text] = main.callsOf('showErrorBox')[0]?.args ?? []
    expect(title).toBe('Hội đồng OCOP chưa khởi động được')
    expect(text).toContain('đã có một tệp mang tên này')
    expect(text).toContain('OCOP_DATA')
    expect(main.said()).toContain(join(file, 'data'))
    expect(main.callsOf('requestSingleInstanceLock')).toEqual([])
  })

  test('without the files of the program says so, in the log too, and ends with 1', async () => {
    const main = await openMain({ env: { STAND_IN_APP_PATH: ownFolder() } })
    main.isShown.catch(() => {})
    expect(await main.ended).toBe(1)
    expect(main.callsOf('showErrorBox')[0]?.args[1]).toContain('thiếu tệp')
    expect(main.log()).toContain('the start failed')
  })
})

describe('a start goes on', () => {
  test.each([
    ['documents', 'home'],
    ['documents,home', ''],
  ])('while the system cannot name %s', async (missing, place) => {
    const shell = await runShell<{ created: unknown; calls: { name: string; args: { defaultPath: string }[] }[] }>({
      env: { STAND_IN_MISSING_PATHS: missing },
    })
    expect(shell.created).toMatchObject({ name: 'Hội đồng thử' })
    const asked = shell.calls.find(({ name }) => name === 'showSaveDialog')?.args[0]?.defaultPath ?? ''
    expect(asked.endsWith(join(place, 'Hội đồng thử.ocop'))).toBe(true)
    expect(asked).not.toContain('documents')
  })

  test('with a damaged list of files and a damaged place of the window', async () => {
    const dataFolder = ownFolder()
    writeFileSync(join(dataFolder, 'recent.json'), '{"')
    writeFileSync(join(dataFolder, 'window.json'), '[]')
    const main = await openMain({ dataFolder })
    await main.isShown
    expect(main.log()).toBe('')
  })

  test('with a list of files that cannot be written: files open all the same', async () => {
    const dataFolder = ownFolder()
    mkdirSync(join(dataFolder, 'recent.json'))
    const shell = await runShell<{ created: unknown }>({ env: { OCOP_DATA: dataFolder } })
    expect(shell.created).toMatchObject({ name: 'Hội đồng thử' })
    expect(readFileSync(join(dataFolder, 'loi.log'), 'utf8')).toContain('list of recent files')
  })
})

test('batch mode that fails on something unforeseen says so and ends with 1', async () => {
  const sample = join(import.meta.dirname, '../../../resources/samples/district-2024.xlsx')
  const main = await openMain({
    env: { STAND_IN_APP_PATH: ownFolder() },
    argv: ['--session', sample, '--out', ownFolder()],
  })
  main.isShown.catch(() => {})
  expect(await main.ended).toBe(1)
  expect(main.said()).toContain('Chương trình gặp lỗi')
})
