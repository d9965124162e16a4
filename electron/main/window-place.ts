/** A rectangle of the desktop, in pixels as the page counts them. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

type Size = Pick<Area, 'width' | 'height'>

/** What the screens are drawn for, and below which they no longer fit. */
const wantedSize: Size = { width: 1366, height: 768 }
const leastSize: Size = { width: 1024, height: 640 }

/** The least size of a window, which every display can show: a projector of a small resolution may be one of them. */
export function minimumSize(workAreas: readonly Area[]): Size {
  return {
    width: Math.min(leastSize.width, ...workAreas.map(({ width }) => width)),
    height: Math.min(leastSize.height, ...workAreas.map(({ height }) => height)),
  }
}

/**
 * Where the window opens: where it was left, as far as a display there still shows it, else in the middle of the first
 * display; never larger than the display's work area. A display too small for the wanted size is filled.
 *
 * @param workAreas displays without the taskbar, the primary one first
 */
export function openingPlace({
  saved,
  workAreas,
}: {
  readonly saved: (Area & { readonly isMaximized: boolean }) | null
  readonly workAreas: readonly Area[]
}): { readonly bounds: Size & Partial<Area>; readonly isMaximized: boolean } {
  const [primary] = workAreas
  if (primary === undefined) return { bounds: wantedSize, isMaximized: false }
  const display = saved === null ? undefined : workAreas.find((area) => showsTitleBar({ window: saved, area }))
  if (saved !== null && display !== undefined) {
    return { bounds: moveInto({ window: saved, area: display }), isMaximized: saved.isMaximized }
  }
  const bounds = within({ size: saved ?? wantedSize, area: primary })
  return { bounds, isMaximized: saved?.isMaximized ?? !fits({ size: wantedSize, area: primary }) }
}

/** The size of another window on the first display. */
export function openingSize(workAreas: readonly Area[]): Size {
  const [primary] = workAreas
  return primary === undefined ? wantedSize : within({ size: wantedSize, area: primary })
}

const fits = ({ size, area }: { size: Size; area: Size }): boolean =>
  size.width <= area.width && size.height <= area.height

const within = ({ size, area }: { size: Size; area: Size }): Size => ({
  width: Math.min(size.width, area.width),
  height: Math.min(size.height, area.height),
})

/** As much of the title bar as a mouse can take hold of. */
const holdWidth = 120

function showsTitleBar({ window, area }: { readonly window: Area; readonly area: Area }): boolean {
  const left = Math.max(window.x, area.x)
  const right = Math.min(window.x + window.width, area.x + area.width)
  return right - left >= holdWidth && window.y >= area.y - 1 && window.y < area.y + area.height - 24
}

function moveInto({ window, area }: { readonly window: Area; readonly area: Area }): Area {
  const size = within({ size: window, area })
  return {
    ...size,
    x: clamp(window.x, area.x, area.x + area.width - size.width),
    y: clamp(window.y, area.y, area.y + area.height - size.height),
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
