import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openMain, ownFolder } from './open-main.ts'

// The window from its opening to its end, on the compiled main: the page does nothing by itself.

const desk = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
const projector = { id: 2, workArea: { x: 1920, y: 0, width: 800, height: 600 } }

type Main = Awaited<ReturnType<typeof openMain>>
const optionsOf = (main: Main) => main.evaluate(({ record }) => record.windows.map(({ options }) => options))
const close = (main: Main) => main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

describe('place and size', () => {
  test('a laptop of 1366 × 768 at 125 % is filled, and never less than the window', async () => {
    const main = await openMain()
    await main.isShown
    expect((await optionsOf(main))[0]).toMatchObject({ width: 1093, height: 574, minWidth: 1024, minHeight: 574 })
    await main.evaluate(({ record }) => record.windows[0]?.emit('ready-to-show'))
    expect(main.callsOf('maximize')).toHaveLength(1)
  })

  test('are there again after a start, until the display is gone', async () => {
    const dataFolder = ownFolder()
    const open = async (...displays: unknown[]) => {
      const main = await openMain({ dataFolder, env: { STAND_IN_DISPLAYS: JSON.stringify(displays) } })
      await main.isShown
      return main
    }
    const first = await open(desk, projector)
    expect((await optionsOf(first))[0]).toMatchObject({ width: 1366, height: 768, minWidth: 800, minHeight: 600 })
    await first.evaluate(({ record }) => record.windows[0]?.setBounds({ x: 1950, y: 20, width: 700, height: 500 }))
    await close(first)
    expect(await first.ended).toBe(0)
    const second = await open(desk, projector)
    expect((await optionsOf(second))[0]).toMatchObject({ x: 1950, y: 20, width: 700, height: 500 })
    await close(second)
    await second.ended
    const third = await open(desk)
    const [options] = await optionsOf(third)
    expect(options).toMatchObject({ width: 700, height: 500, minWidth: 1024 })
    expect(options).not.toHaveProperty('x')
  })

  test('follow a display that becomes smaller', async () => {
    const main = await openMain({ env: { STAND_IN_DISPLAYS: JSON.stringify([desk]) } })
    await main.isShown
    await main.evaluate(({ screen, record: _record }, smaller) => {
      Object.assign(screen, { displays: [smaller] })
      screen.emit('display-metrics-changed', {}, smaller, ['workArea'])
    }, projector)
    expect(main.callsOf('setMinimumSize').map(({ args }) => args)).toEqual([[800, 600]])
  })
})

test('the projector’s zoom is its own, and both are there again after a start', async () => {
  const dataFolder = ownFolder()
  const first = await openMain({ dataFolder })
  await first.isShown
  const levels = await first.evaluate(async ({ BrowserWindow, record: { windows } }) => {
    const [main] = windows
    if (main === undefined) throw new Error('no window')
    const url = 'app://ocop/#/projector?session=1'
    const { overrideBrowserWindowOptions = {} } = main.webContents.windowOpenHandler({ url })
    const screen = new BrowserWindow(overrideBrowserWindowOptions) as unknown as typeof main
    main.webContents.emit('did-create-window', screen, { url })
    main.webContents.navigated('app://ocop/')
    screen.webContents.navigated(url)
    main.webContents.setZoomLevel(1.5)
    screen.webContents.setZoomLevel(3)
    main.webContents.setZoomLevel(2)
    return [main.webContents.getZoomLevel(), screen.webContents.getZoomLevel()]
  })
  expect(levels).toEqual([2, 3])
  await close(first)
  expect(await first.ended).toBe(0)
  expect(JSON.parse(readFileSync(join(dataFolder, 'window.json'), 'utf8'))).toMatchObject({
    zoomLevel: 2,
    projectorZoomLevel: 3,
  })
  const second = await openMain({ dataFolder })
  await second.isShown
  const again = await second.evaluate(({ record: { windows } }) => {
    windows[0]?.webContents.navigated('app://ocop/')
    return windows[0]?.webContents.getZoomLevel()
  })
  expect(again).toBe(2)
})

describe('keys and menu', () => {
  test('no menu bar shows itself at Alt; F10 opens the menu', async () => {
    const main = await openMain()
    await main.isShown
    expect((await optionsOf(main))[0]).not.toHaveProperty('autoHideMenuBar')
    expect(main.callsOf('setMenuBarVisibility').map(({ args }) => args)).toEqual([[false]])
    const pressed = await main.evaluate(({ record: { windows } }) =>
      ['Alt', '1', 'F10'].map((key) => {
        let isTaken = false
        const input = {
          type: 'keyDown',
          key,
          isAutoRepeat: false,
          alt: key === '1',
          control: false,
          meta: false,
          shift: false,
        }
        windows[0]?.webContents.emit('before-input-event', { preventDefault: () => void (isTaken = true) }, input)
        return isTaken
      }),
    )
    expect(pressed).toEqual([false, false, true])
    expect(main.callsOf('popup')).toHaveLength(1)
  })

  test('"Giới thiệu" names version, licence and data folder', async () => {
    const main = await openMain()
    await main.isShown
    await clickEntry(main, 'Giới thiệu Hội đồng OCOP')
    const [box] = main.boxes()
    expect(box?.detail).toContain('9.9.9')
    expect(box?.detail).toContain('MIT')
    expect(box?.detail).toContain(main.dataFolder)
  })

  test('"Lưu báo cáo lỗi" writes what went wrong, and nothing of whom', async () => {
    const main = await openMain()
    await main.isShown
    await main.evaluate(() => void Promise.reject(new Error("EACCES: open '/home/Thư ký Hội đồng/Hồ sơ xã.ocop'")))
    await expect.poll(() => main.log()).toContain('EACCES')
    await clickEntry(main, 'Lưu báo cáo lỗi…')
    const asked = main.callsOf('showSaveDialog')[0]?.args[0] as { readonly defaultPath: string } | undefined
    const defaultPath = asked?.defaultPath ?? ''
    expect(defaultPath).toMatch(/documents.bao-cao-loi-hoi-dong-ocop-\d{4}-\d\d-\d\d\.txt$/)
    await expect.poll(() => readText(defaultPath)).toContain('Các dòng cuối của loi.log')
    const report = readText(defaultPath)
    expect(report).toContain('Phiên bản: 9.9.9')
    expect(report).toContain(process.platform)
    expect(report).toContain('EACCES')
    expect(report).not.toMatch(/Thư ký|Hồ sơ xã/)
  })
})

describe('a page that is gone', () => {
  const crash = (main: Main) =>
    main.evaluate(({ record: { windows } }) => windows[0]?.webContents.forcefullyCrashRenderer())

  test('comes back once by itself, and is written down', async () => {
    const main = await openMain()
    await main.isShown
    await crash(main)
    expect(main.callsOf('reload')).toHaveLength(1)
    expect(main.boxes()).toEqual([])
    expect(main.log()).toMatch(/the page is gone\nkilled, exit code 9/)
  })

  test('twice in a minute is left to the person, who may save a report first', async () => {
    const main = await openMain()
    await main.isShown
    await main.evaluate(({ dialog }) => {
      const answers = [2, 0]
      const ask = dialog.showMessageBox.bind(dialog)
      dialog.showMessageBox = async (...call: unknown[]) => {
        await (ask as (...given: unknown[]) => Promise<unknown>)(...call)
        return { response: answers.shift() ?? 0, checkboxChecked: false }
      }
    })
    await crash(main)
    await crash(main)
    await expect.poll(() => main.callsOf('reload').length).toBe(2)
    const [box] = main.boxes()
    expect(box?.buttons).toEqual(['Tải lại', 'Đóng cửa sổ', 'Lưu báo cáo lỗi…'])
    expect(main.boxes()).toHaveLength(2)
    expect(main.callsOf('showSaveDialog')).toHaveLength(1)
  })

  test('may be closed, whatever it would have asked', async () => {
    const main = await openMain({ asksToStay: () => true })
    await main.isShown
    await main.evaluate(({ record }) => void (record.dialogAnswer.message = 1))
    await crash(main)
    await crash(main)
    await expectEnd(main)
    expect(main.boxes()).toHaveLength(1)
  })
})

test('a page that hangs is asked about until it answers; a reload ends it first', async () => {
  const main = await openMain()
  await main.isShown
  await main.evaluate(({ record }) => {
    record.dialogAnswer.message = 1
    record.windows[0]?.emit('unresponsive')
  })
  await expect.poll(() => main.callsOf('reload').length).toBe(1)
  expect(main.boxes()[0]?.buttons).toEqual(['Chờ tiếp', 'Tải lại', 'Đóng cửa sổ', 'Lưu báo cáo lỗi…'])
  expect(main.callsOf('forcefullyCrashRenderer')).toHaveLength(1)
})

test('a page that does not load is named, one that another load replaced is not', async () => {
  const main = await openMain()
  await main.isShown
  await main.evaluate(({ record: { windows } }) => {
    windows[0]?.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://ocop/', true)
    windows[0]?.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://ocop/', true)
  })
  await expect.poll(() => main.boxes().length).toBe(1)
  expect(main.log()).toContain('ERR_FILE_NOT_FOUND (-6)')
  expect(main.log()).not.toContain('ERR_ABORTED')
})

test('an error that nobody caught is written down and said, and the program goes on', async () => {
  const main = await openMain()
  await main.isShown
  await main.evaluate(({ app }) => {
    setImmediate(() => {
      throw new Error('strange')
    })
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 })
  })
  await expect.poll(() => main.boxes().length).toBe(1)
  expect(main.boxes()[0]?.buttons).toEqual(['Tiếp tục', 'Thoát', 'Lưu báo cáo lỗi…'])
  expect(main.log()).toContain('strange')
  expect(main.log()).toContain('GPU, crashed, exit code 5')
  expect(await main.evaluate(({ app }) => app.isReady())).toBe(true)
  expect(main.said()).toBe('')
})

test('a rejection that nobody handled is said in the same words, once', async () => {
  const main = await openMain()
  await main.isShown
  await main.evaluate(() => {
    for (const name of ['one', 'two']) void Promise.reject(new Error(`promise ${name}`))
  })
  await expect.poll(() => main.log()).toContain('promise two')
  await expect.poll(() => main.boxes().length).toBe(1)
  expect(main.boxes()[0]).toMatchObject({
    message: 'Chương trình gặp một lỗi.',
    buttons: ['Tiếp tục', 'Thoát', 'Lưu báo cáo lỗi…'],
  })
})

test('a rejection that cannot be said is written down, and not asked about for ever', async () => {
  const main = await openMain()
  await main.isShown
  const asked = await main.evaluate(async ({ dialog }) => {
    let count = 0
    dialog.showMessageBox = () => {
      count += 1
      // A loop ends by itself, so that the test does.
      return count < 5 ? Promise.reject(new Error('no box')) : Promise.resolve({ response: 0, checkboxChecked: false })
    }
    void Promise.reject(new Error('strange'))
    // Turns enough for a loop to show itself.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => void setImmediate(resolve))
    return count
  })
  expect(asked).toBe(1)
  expect(main.log()).toContain('no box')
})

describe('closing', () => {
  test('over a page with nothing to lose just closes', async () => {
    const main = await openMain()
    await main.isShown
    await close(main)
    expect(await main.ended).toBe(0)
    expect(main.boxes()).toEqual([])
  })

  test('over points that cannot be saved asks, and stays by default', async () => {
    const main = await openMain({ asksToStay: () => true })
    await main.isShown
    await main.evaluate(({ app }) => app.quit())
    await expect.poll(() => main.boxes().length).toBe(1)
    expect(main.boxes()[0]).toMatchObject({ defaultId: 0, cancelId: 0, buttons: ['Ở lại', 'Đóng và bỏ phần chưa lưu'] })
    expect(main.boxes()[0]?.message).toContain('chưa lưu được')
    expect(await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('over points that cannot be saved closes when told so, and the program ends', async () => {
    const main = await openMain({ asksToStay: () => true })
    await main.isShown
    await main.evaluate(({ record }) => void (record.dialogAnswer.message = 1))
    await close(main)
    expect(await main.ended).toBe(0)
    expect(main.boxes()).toHaveLength(1)
  })

  test('asks again after a question that could not be shown', async () => {
    const main = await openMain({ asksToStay: () => true })
    await main.isShown
    await main.evaluate(({ dialog }) => {
      const show = dialog.showMessageBox
      dialog.showMessageBox = () => {
        dialog.showMessageBox = show
        return Promise.reject(new Error('no box'))
      }
    })
    await close(main)
    await expect.poll(() => main.log(), { timeout: 15_000 }).toContain('no box')
    await main.evaluate(({ record }) => void (record.dialogAnswer.message = 1))
    await close(main)
    await expectEnd(main)
    expect(main.boxes().filter(({ message }) => message.includes('chưa lưu được'))).toHaveLength(1)
  })

  test('right after a key waits for it, without a question', async () => {
    let asked = 0
    const main = await openMain({ asksToStay: () => (asked += 1) === 1 })
    await main.isShown
    await close(main)
    expect(await main.ended).toBe(0)
    expect(asked).toBe(2)
    expect(main.boxes()).toEqual([])
  })

  test('while Windows shuts down asks nothing', async () => {
    const main = await openMain({ asksToStay: () => true })
    await main.isShown
    await main.evaluate(({ record: { windows } }) => windows[0]?.emit('session-end', { reasons: ['shutdown'] }))
    await close(main)
    await expectEnd(main)
    expect(main.boxes()).toEqual([])
  })

  test('by Windows’ end lets go of the file and keeps the place, for nothing comes after it', async () => {
    const main = await openMain()
    await main.isShown
    const page = await main.page()
    await page.workspace.create({ name: 'Hội đồng thử' })
    const asked = main.callsOf('showSaveDialog')[0]?.args[0] as { readonly defaultPath: string } | undefined
    const defaultPath = asked?.defaultPath ?? ''
    const owner = join(dirname(defaultPath), `~$${basename(defaultPath)}`)
    expect(existsSync(owner)).toBe(true)
    await main.evaluate(({ record: { windows } }) => {
      windows[0]?.setBounds({ x: 30, y: 20, width: 1000, height: 560 })
      windows[0]?.emit('session-end', { reasons: ['shutdown'] })
    })
    expect(existsSync(defaultPath)).toBe(true)
    await expect.poll(() => existsSync(owner)).toBe(false)
    expect(existsSync(`${defaultPath}-journal`)).toBe(false)
    expect(JSON.parse(readFileSync(join(main.dataFolder, 'window.json'), 'utf8'))).toMatchObject({
      place: { x: 30, y: 20, width: 1000, height: 560 },
    })
  })

  test('forgets what the page before could not save', async () => {
    const main = await openMain()
    await main.isShown
    const page = await main.page()
    await page.workspace.noteUnsaved({ count: 2 })
    const keepsShutdown = () =>
      main.evaluate(({ record: { windows } }) => {
        let isKept = false
        windows[0]?.emit('query-session-end', { preventDefault: () => void (isKept = true), reasons: ['shutdown'] })
        return isKept
      })
    expect(await keepsShutdown()).toBe(true)
    await main.evaluate(({ record: { windows } }) => windows[0]?.webContents.navigated('app://ocop/'))
    expect(await keepsShutdown()).toBe(false)
  })

  test('leaves nothing that throws: a second start after the window is gone', async () => {
    const main = await openMain()
    await main.isShown
    const isQuiet = await main.evaluate(({ app, BrowserWindow, ipcMain }) => {
      app.removeAllListeners('window-all-closed')
      app.on('window-all-closed', () => {})
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents
      window?.destroy()
      app.emit('second-instance', {}, ['electron', app.getAppPath()], app.getAppPath(), null)
      ipcMain.emit('ocop:connect', { sender: contents, senderFrame: null, ports: [{ close: () => {} }] })
      return true
    })
    expect(isQuiet).toBe(true)
  })
})

test('a window.json that makes no sense costs the place only', async () => {
  const dataFolder = ownFolder()
  writeFileSync(join(dataFolder, 'window.json'), '{"place":{"x":"left"}}')
  const main = await openMain({ dataFolder })
  await main.isShown
  expect((await optionsOf(main))[0]).toMatchObject({ width: 1093 })
})

/** Soon, for a window that stays keeps the program for ever. */
async function expectEnd(main: Main): Promise<void> {
  let code: number | null | undefined
  void main.ended.then((ended) => (code = ended))
  await expect.poll(() => code, { timeout: 15_000 }).toBe(0)
}

async function clickEntry(main: Main, label: string): Promise<void> {
  await main.evaluate(({ Menu }, wanted) => {
    const entries = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? []
    entries.find((entry) => entry.label === wanted)?.click()
  }, label)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
