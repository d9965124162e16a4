import { byMatch } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'

/** One thing that a person can do now: as data it feeds the palette, the shortcuts and the buttons alike. */
export type Command = {
  /** Stable, `feature.verb`. */
  readonly id: string
  /** In the chosen language. */
  readonly title: string
  readonly group: CommandGroup
  /** Such as `mod+k`, `alt+1`, `alt+shift+n`; `mod` is Ctrl, on a Mac ⌘. */
  readonly shortcut?: string | undefined
  /** More words that the palette finds it by. */
  readonly keywords?: string | undefined
  readonly run: () => void
}

export type CommandGroup = 'here' | 'go' | 'view'

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** True when the pressed keys are that shortcut; never while a Vietnamese syllable is being composed. */
export function matchesShortcut(shortcut: string, keys: Keys): boolean {
  if (keys.isComposing || keys.key === 'Process') return false
  // Alt with the pad types a sign by its number, as Alt+0176 does.
  if (/^Numpad[0-9]$/.test(keys.code)) return false
  const parts = shortcut.split('+')
  const wanted = parts.at(-1) ?? ''
  if ((keys.ctrlKey || keys.metaKey) !== parts.includes('mod')) return false
  if (keys.altKey !== parts.includes('alt')) return false
  if (/^[a-z0-9]$/.test(wanted) && keys.shiftKey !== parts.includes('shift')) return false
  // Alt changes the character on some layouts, so letters and digits go by the place of the key too.
  return keys.key.toLowerCase() === wanted || keys.code === codeOf(wanted)
}

/** The shortcut as printed on keycaps: `['Ctrl', 'K']`. */
export function shortcutKeys(shortcut: string): readonly string[] {
  return shortcut.split('+').map((part) => keyNames[part] ?? part.toUpperCase())
}

/**
 * Commands whose title or other words hold what was typed, without regard to accents; best first, all of nothing typed. Each
 * word begins one of theirs: "mật ong" is not for what says "mật khẩu" and "không".
 */
export function findCommands(
  commands: readonly Command[],
  query: string,
): readonly { readonly thing: Command; readonly rank: number }[] {
  const found = byMatch(commands, {
    words: searchWords(query),
    textOf: ({ title, keywords = '' }) => `${title} ${keywords}`,
  })
  return found.filter(({ rank }) => rank < 3)
}

const keyNames: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  arrowup: '↑',
  arrowdown: '↓',
  enter: 'Enter',
  space: 'Space',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  escape: 'Esc',
}

const codeOf = (wanted: string): string | null =>
  /^[a-z]$/.test(wanted) ? `Key${wanted.toUpperCase()}` : /^[0-9]$/.test(wanted) ? `Digit${wanted}` : null
