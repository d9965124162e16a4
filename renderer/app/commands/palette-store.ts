import { sharedValue } from '../../api/shared-value.ts'

/** Whether the Ctrl+K palette is open. */
export const isPaletteOpen = sharedValue(false)
