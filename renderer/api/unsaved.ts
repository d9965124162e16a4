import type { Person } from '../../shared/api/people.ts'
import { sharedValue } from './shared-value.ts'

/** Who made a change, where the file names people. */
export type Keyer = Pick<Person, 'id' | 'name'>

type Unsaved = {
  readonly count: number
  /** They were tried and could not be saved. */
  readonly isStuck: boolean
  readonly keyer: Keyer | null
}

/** Changes that the host has not taken yet, for each piece of work that makes them. */
const waiting = new Map<object, Unsaved>()

/** What was tried and could not be saved, by who made it; `keyer` is null for what stands in a field and is not sent again. */
export const stuckChanges = sharedValue<readonly Omit<Unsaved, 'isStuck'>[]>([])

let tell: ((count: number) => Promise<void>) | null = null
let told = 0
let timer: ReturnType<typeof setTimeout> | null = null

/** Milliseconds; a change that is saved within them is not reported. */
const tellAfter = 1000

type Waiter = { readonly isOver: () => boolean; readonly resolve: () => void }

let waiters: readonly Waiter[] = []

/** Settles once nothing waits to be saved, at once where nothing does. */
export function whenSaved(): Promise<void> {
  return when(() => !hasUnsaved())
}

/** Settles once everything was saved, or tried and could not be: what is sent again says who made it. */
export function whenTried(): Promise<void> {
  return when(() => [...waiting.values()].every(({ isStuck }) => isStuck))
}

/** Says how many changes of that work wait to be saved. */
export function markUnsaved(
  work: object,
  count: number,
  { isStuck = false, keyer = null }: Partial<Omit<Unsaved, 'count'>> = {},
): void {
  if (count > 0) waiting.set(work, { count, isStuck, keyer })
  else waiting.delete(work)
  changed()
}

/** True while anything waits to be saved, on whichever screen it was keyed. */
export function hasUnsaved(): boolean {
  return waiting.size > 0
}

/** Another file: what waited for the last one cannot be saved any more. */
export function forgetUnsaved(): void {
  waiting.clear()
  changed()
}

function when(isOver: () => boolean): Promise<void> {
  if (isOver()) return Promise.resolve()
  return new Promise((resolve) => {
    waiters = [...waiters, { isOver, resolve }]
  })
}

function changed(): void {
  const stuck = [...waiting.values()].filter(({ isStuck }) => isStuck).map(({ count, keyer }) => ({ count, keyer }))
  if (JSON.stringify(stuck) !== JSON.stringify(stuckChanges.read())) stuckChanges.set(stuck)
  const [over, rest] = [waiters.filter(({ isOver }) => isOver()), waiters.filter(({ isOver }) => !isOver())]
  waiters = rest
  for (const { resolve } of over) resolve()
  tellLater()
}

/** A field being edited is saved when it is left. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/**
 * The window asks before it throws away what is keyed and not saved; a field being edited is left, and so saved, first.
 *
 * @param tellHost how many changes could not be saved for a while, whenever that is another number
 */
export function askBeforeLeaving(tellHost: (count: number) => Promise<void>): void {
  tell = tellHost
  window.addEventListener('beforeunload', (event) => {
    leaveField()
    if (hasUnsaved()) event.preventDefault()
  })
}

function tellLater(): void {
  if (tell === null) return
  timer ??= setTimeout(() => {
    timer = null
    const count = [...waiting.values()].reduce((sum, each) => sum + each.count, 0)
    if (count === told) return
    told = count
    // A host that does not answer is reported by every other call already.
    tell?.(count).catch(() => {})
  }, tellAfter)
}
