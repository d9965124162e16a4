import type { Page } from '@playwright/test'
import type { Shell } from './hosts/app-host.ts'

/** From now on it is that moment, in the window, to which somebody comes back, and in its main process; time goes on from there. */
export async function moveClock({ page, shell }: { page: Page; shell: Shell }, at: string): Promise<void> {
  await shell.evaluate(shift, at)
  await page.evaluate(`(${shift.toString()})(null, ${JSON.stringify(at)})`)
  await page.evaluate(() => void window.dispatchEvent(new Event('focus')))
}

/** Carried as text into both: nothing from around it may be used. */
function shift(_module: unknown, at: string): void {
  const known = globalThis as typeof globalThis & { realDate?: DateConstructor }
  const real = (known.realDate ??= Date)
  const ahead = real.parse(at) - real.now()
  known.Date = class extends real {
    constructor(...parts: ConstructorParameters<DateConstructor> | []) {
      if (parts.length === 0) super(real.now() + ahead)
      else super(...parts)
    }
    static override now(): number {
      return real.now() + ahead
    }
  } as DateConstructor
}
