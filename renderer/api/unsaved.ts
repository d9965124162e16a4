/** Changes that the host has not taken yet: how many, for each piece of work that makes them. */
const waiting = new Map<object, number>()

let tell: ((count: number) => Promise<void>) | null = null
let told = 0
let timer: ReturnType<typeof setTimeout> | null = null

/** Milliseconds; a change that is saved within them is not reported. */
const tellAfter = 1000

/** Whoever waits for everything to be saved. */
let idle: (() => void)[] = []

/** Settles once nothing waits to be saved, at once where nothing does. */
export function whenSaved(): Promise<void> {
  if (!hasUnsaved()) return Promise.resolve()
  return new Promise((resolve) => idle.push(resolve))
}

/** Says how many changes of that work wait to be saved. */
export function markUnsaved(work: object, count: number): void {
  if (count > 0) waiting.set(work, count)
  else waiting.delete(work)
  tellIdle()
  tellLater()
}

/** True while anything waits to be saved, on whichever screen it was keyed. */
export function hasUnsaved(): boolean {
  return waiting.size > 0
}

/** Another file: what waited for the last one cannot be saved any more. */
export function forgetUnsaved(): void {
  waiting.clear()
  tellIdle()
  tellLater()
}

function tellIdle(): void {
  if (hasUnsaved()) return
  const told = idle
  idle = []
  for (const tellOne of told) tellOne()
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
    const count = [...waiting.values()].reduce((sum, each) => sum + each, 0)
    if (count === told) return
    told = count
    // A host that does not answer is reported by every other call already.
    tell?.(count).catch(() => {})
  }, tellAfter)
}
