/** Levels of origins, which all pages of an origin share unless they are isolated. */
const shared = new Map<string, number>()

/** A web contents' zoom as Chromium keeps it. */
export class Zoom {
  readonly #isIsolated: boolean
  readonly #origin: () => string
  #own = 0
  constructor({ mode, origin }: { readonly mode: string; readonly origin: () => string }) {
    this.#isIsolated = mode === 'isolated'
    this.#origin = origin
  }
  /** Dropped in silence before the first page is there. */
  set(level: number): void {
    const origin = this.#origin()
    if (origin === '') return
    if (this.#isIsolated) this.#own = level
    else shared.set(origin, level)
  }
  get(): number {
    return this.#isIsolated ? this.#own : (shared.get(this.#origin()) ?? 0)
  }
}
