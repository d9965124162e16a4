import type { BrowserWindow, Input, Menu } from 'electron'

/**
 * Hides the menu bar of Windows and Linux for good: one that shows itself at Alt takes the keys from the page, whose own
 * shortcuts are Alt and a digit. The menu's shortcuts keep working without the bar, and F10 opens the menu itself.
 */
export function openMenuByKey(window: BrowserWindow, menu: () => Menu | null): void {
  window.setMenuBarVisibility(false)
  window.webContents.on('before-input-event', (event, input) => {
    if (!isMenuKey(input)) return
    event.preventDefault()
    menu()?.popup({ window, x: 0, y: 0 })
  })
}

/** The guide is opened by the page, at what is in front, as by the key itself. */
export function pressGuideKey(window: BrowserWindow | null): void {
  window?.webContents.focus()
  for (const type of ['keyDown', 'keyUp'] as const) window?.webContents.sendInputEvent({ type, keyCode: 'F1' })
}

/** F10 alone, once however long it is held. */
export function isMenuKey(
  input: Pick<Input, 'type' | 'key' | 'isAutoRepeat' | 'alt' | 'control' | 'meta' | 'shift'>,
): boolean {
  const { type, key, isAutoRepeat, alt, control, meta, shift } = input
  return type === 'keyDown' && key === 'F10' && !(isAutoRepeat || alt || control || meta || shift)
}
