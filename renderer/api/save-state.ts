import { sharedValue } from './shared-value.ts'

/** What the top bar says about writing: `saved` once the application answered, which it does when the disk has it. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Writes under way, folded into the one state that the bar shows. */
export function createSaveStore(now: () => Date) {
  const shown = sharedValue<SaveState>({ kind: 'idle' })
  let pending = 0
  let settled: SaveState = { kind: 'idle' }
  const finish = (next: SaveState): void => {
    pending = Math.max(0, pending - 1)
    settled = next
    if (pending === 0) shown.set(settled)
  }
  return {
    read: shown.read,
    use: shown.use,
    start: (): void => {
      pending += 1
      shown.set({ kind: 'saving' })
    },
    succeed: (): void => finish({ kind: 'saved', at: now() }),
    fail: (error: unknown): void => finish({ kind: 'failed', error }),
    /** A refusal wrote nothing and says why in its own place: the bar goes back to what it said. */
    refuse: (): void => finish(settled),
    /** Another file was opened: nothing of it was saved yet. */
    reset: (): void => {
      pending = 0
      settled = { kind: 'idle' }
      shown.set(settled)
    },
  }
}

export const saveStore = createSaveStore(() => new Date())
