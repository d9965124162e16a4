import { describe, expect, it } from 'vitest'
import { findCommands, matchesShortcut, shortcutKeys, type Command } from './command.ts'

const keys = {
  key: 'k',
  code: 'KeyK',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
}
const command = (id: string, title: string, keywords = ''): Command => ({
  id,
  title,
  keywords,
  group: 'go',
  run: () => {},
})

describe('matchesShortcut', () => {
  it('leaves Alt with the number pad to the sign that it types', () => {
    expect(matchesShortcut('alt+1', { ...keys, key: '1', code: 'Digit1', altKey: true })).toBe(true)
    expect(matchesShortcut('alt+1', { ...keys, key: '1', code: 'Numpad1', altKey: true })).toBe(false)
    expect(matchesShortcut('alt+arrowup', { ...keys, key: 'ArrowUp', code: 'Numpad8', altKey: true })).toBe(false)
  })

  it('takes Ctrl or ⌘ for mod', () => {
    expect(matchesShortcut('mod+k', { ...keys, ctrlKey: true })).toBe(true)
    expect(matchesShortcut('mod+k', { ...keys, metaKey: true })).toBe(true)
    expect(matchesShortcut('mod+k', keys)).toBe(false)
  })

  it('wants exactly the modifiers named', () => {
    expect(matchesShortcut('mod+k', { ...keys, ctrlKey: true, altKey: true })).toBe(false)
    expect(matchesShortcut('mod+k', { ...keys, ctrlKey: true, shiftKey: true })).toBe(false)
  })

  it('goes by the place of the key where Alt changes the character', () => {
    expect(matchesShortcut('alt+1', { ...keys, key: '¡', code: 'Digit1', altKey: true })).toBe(true)
  })

  it('stays silent while a syllable is being composed', () => {
    expect(matchesShortcut('mod+k', { ...keys, ctrlKey: true, isComposing: true })).toBe(false)
    expect(matchesShortcut('k', { ...keys, key: 'Process' })).toBe(false)
  })

  it('lets a sign be typed with or without Shift', () => {
    expect(matchesShortcut('/', { ...keys, key: '/', code: 'Digit7', shiftKey: true })).toBe(true)
  })
})

describe('shortcutKeys', () => {
  it('names the keycaps', () => {
    expect(shortcutKeys('mod+shift+arrowup')).toEqual(['Ctrl', 'Shift', '↑'])
  })
})

describe('findCommands', () => {
  const commands = [command('a', 'Mở phiên họp'), command('b', 'Hội đồng', 'thanh vien'), command('c', 'Đổi màu nền')]

  it('finds without accents and case', () => {
    expect(findCommands(commands, 'DOI MAU').map(({ thing: { id } }) => id)).toEqual(['c'])
    expect(findCommands(commands, 'thành viên').map(({ thing: { id } }) => id)).toEqual(['b'])
  })

  it('takes no word from the middle of one of theirs', () => {
    const settings = [command('s', 'Thiết lập', 'mật khẩu trong phòng')]
    expect(findCommands(settings, 'mật ong')).toEqual([])
    expect(findCommands(settings, 'mat kh').map(({ thing: { id } }) => id)).toEqual(['s'])
  })

  it('puts a title that begins with the words first', () => {
    expect(findCommands(commands, 'ho').map(({ thing: { id } }) => id)).toEqual(['b', 'a'])
  })

  it('lists all for nothing typed', () => {
    expect(findCommands(commands, ' ').map(({ thing }) => thing)).toEqual(commands)
  })
})
