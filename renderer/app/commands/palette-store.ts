import { sharedValue } from '../../api/shared-value.ts'

/** Whether the Ctrl+K palette is open. */
export const isPaletteOpen = sharedValue(false)

/** Whether the palette takes keys: it is loaded when it is opened first, or the program has nothing else to do. */
export const isPaletteThere = sharedValue(false)

/** What was typed before it did, and where the focus was. */
export const typedAhead = sharedValue<{ readonly text: string; readonly isEntered: boolean }>({
  text: '',
  isEntered: false,
})
export const focusBefore = sharedValue<HTMLElement | null>(null)

/** The library would give the focus back to the palette's own field, which has it before the library looks. */
export function openPalette(): void {
  if (isPaletteOpen.read()) return
  focusBefore.set(document.activeElement instanceof HTMLElement ? document.activeElement : null)
  isPaletteOpen.set(true)
}
