import { EventEmitter } from 'node:events'
import type { App, BrowserWindow, Dialog } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'
import { driver, StandInWindow } from '../../tests/helpers/electron-stand-in/window.ts'
import { askBeforeClosing } from './closing.ts'

const { asksToStay } = driver
afterEach(() => {
  driver.asksToStay = asksToStay
})

test('after staying for what is unsaved, the next close asks about the room again', async () => {
  driver.asksToStay = () => Promise.resolve(true)
  const window = new StandInWindow({})
  window.isShown = true
  const answers = [1, 0, 0]
  const asked: string[] = []
  const dialog = {
    showMessageBox: (_window: unknown, { message }: { readonly message: string }) => {
      asked.push(message)
      return Promise.resolve({ response: answers.shift() ?? 0, checkboxChecked: false })
    },
  }
  askBeforeClosing({
    app: new EventEmitter() as unknown as App,
    window: window as unknown as BrowserWindow,
    dialog: dialog as unknown as Dialog,
    room: () => ({ devices: 1 }),
    unsaved: () => 2,
  })
  window.close()
  await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 15_000 })
  window.close()
  await vi.waitFor(() => expect(asked).toHaveLength(3), { timeout: 15_000 })
  expect(asked).toEqual([
    expect.stringContaining('Phòng họp'),
    expect.stringContaining('Còn 2 thay đổi'),
    expect.stringContaining('Phòng họp'),
  ])
})
