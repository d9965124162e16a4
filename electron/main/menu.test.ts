import type { MenuItemConstructorOptions as Entry } from 'electron'
import { describe, expect, test } from 'vitest'
import { menuTemplate } from './menu.ts'

const menu = (isMac: boolean): readonly Entry[] =>
  menuTemplate({ isMac, devTools: false, onAbout: () => {}, onReport: () => {}, onGuide: () => {} })
const entriesOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entriesOf(entry.submenu) : [])])

describe.each([true, false])('the menu (macOS: %s)', (isMac) => {
  const entries = entriesOf(menu(isMac))
  test('has words for all that acts, none of them a key of Alt', () => {
    for (const { label, role, click } of entries) {
      if (role === undefined && click === undefined) continue
      expect(label).toMatch(/\p{L}/u)
      expect(label).not.toContain('&')
    }
  })
  test('keeps editing and zoom within reach of the keys', () => {
    const roles = entries.map(({ role }) => role)
    expect(roles).toEqual(
      expect.arrayContaining([
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'resetZoom',
        'zoomIn',
        'zoomOut',
        'quit',
      ]),
    )
  })
  test('opens the guide, says what the program is, once, and saves a report', () => {
    const own = entries.filter(({ click }) => click !== undefined).map(({ label }) => label)
    expect(own.toSorted()).toEqual(['Giới thiệu Hội đồng OCOP', 'Hướng dẫn', 'Lưu báo cáo lỗi…'])
  })
})

test('macOS has its menu of windows', () => {
  expect(menu(true).map(({ role }) => role)).toContain('windowMenu')
  expect(menu(false).map(({ role }) => role)).not.toContain('windowMenu')
})
