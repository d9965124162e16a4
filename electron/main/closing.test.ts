import { EventEmitter } from 'node:events'
import type { App, BrowserWindow, Dialog } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'
import { driver, StandInWindow } from '../../tests/helpers/electron-stand-in/window.ts'
import { askBeforeClosing } from './closing.ts'

const { asksToStay } = driver
afterEach(() => {
  driver.asksToStay = asksToStay
})

/** A window whose questions are answered in turn, by the number of the button. */
function openAsked(
  parts: Partial<Pick<Parameters<typeof askBeforeClosing>[0], 'room' | 'unsaved' | 'paper' | 'moved'>>,
  answers: number[],
) {
  const window = new StandInWindow({})
  window.isShown = true
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
    room: () => null,
    unsaved: () => 0,
    paper: () => 0,
    moved: { name: () => null, saveElsewhere: () => Promise.resolve(true) },
    ...parts,
  })
  return { window, asked }
}

test('after staying for what is unsaved, the next close asks about the room again', async () => {
  driver.asksToStay = () => Promise.resolve(true)
  const { window, asked } = openAsked({ room: () => ({ devices: 1 }), unsaved: () => 2 }, [1, 0, 0])
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

test('a file that is gone from its place is told before the room, and the window closes once it was saved elsewhere', async () => {
  driver.asksToStay = () => Promise.resolve(false)
  let name: string | null = 'Hội đồng tỉnh'
  const tries = [() => Promise.reject(new Error('full')), () => Promise.resolve(false), () => Promise.resolve(true)]
  const saveElsewhere = async () => {
    const isSaved = await (tries.shift()?.() ?? Promise.resolve(false))
    if (isSaved) name = null
    return isSaved
  }
  const moved = { name: () => name, saveElsewhere }
  const { window, asked } = openAsked({ room: () => ({ devices: 1 }), moved }, [1, 1, 0, 1, 1])
  window.close()
  await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 15_000 })
  expect(window.isDestroyed()).toBe(false)
  window.close()
  await vi.waitFor(() => expect(asked).toHaveLength(3), { timeout: 15_000 })
  window.close()
  await vi.waitFor(() => expect(window.isDestroyed()).toBe(true), { timeout: 15_000 })
  expect(asked).toEqual([
    'Tệp Hội đồng tỉnh không còn ở chỗ cũ.',
    'Chưa lưu được dữ liệu của tệp Hội đồng tỉnh ra chỗ vừa chọn.',
    'Tệp Hội đồng tỉnh không còn ở chỗ cũ.',
    'Tệp Hội đồng tỉnh không còn ở chỗ cũ.',
    expect.stringContaining('Phòng họp'),
  ])
})

test('a file that is gone from its place keeps the window from closing until that was agreed to', async () => {
  driver.asksToStay = () => Promise.resolve(false)
  const moved = { name: () => 'Hội đồng tỉnh', saveElsewhere: () => Promise.resolve(false) }
  const { window, asked } = openAsked({ moved }, [0, 2])
  window.close()
  await vi.waitFor(() => expect(asked).toHaveLength(1), { timeout: 15_000 })
  expect(window.isDestroyed()).toBe(false)
  window.close()
  await vi.waitFor(() => expect(window.isDestroyed()).toBe(true), { timeout: 15_000 })
  expect(asked).toHaveLength(2)
})

test('ballots read from paper and not taken are told after the room, and closing goes on once that was agreed to', async () => {
  driver.asksToStay = () => Promise.resolve(false)
  const { window, asked } = openAsked({ room: () => ({ devices: 0 }), paper: () => 12 }, [1, 0, 1, 1])
  window.close()
  await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 15_000 })
  expect(window.isDestroyed()).toBe(false)
  window.close()
  await vi.waitFor(() => expect(window.isDestroyed()).toBe(true), { timeout: 15_000 })
  expect(asked).toEqual([
    'Phòng họp đang bật.',
    'Còn 12 phiếu đã đọc từ giấy chưa nhận.',
    'Phòng họp đang bật.',
    'Còn 12 phiếu đã đọc từ giấy chưa nhận.',
  ])
})
