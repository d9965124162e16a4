/** A phone that slept may hold a request that never ends. In milliseconds. */
const patience = 15_000

/** Makes a call that is given up after a while, or when `other` aborts: then it fails like a lost connection. */
export async function withPatience<Answer>(
  call: (signal: AbortSignal) => Promise<Answer>,
  other?: AbortSignal,
): Promise<Answer> {
  const limit = new AbortController()
  const giveUp = (): void => limit.abort()
  const timer = setTimeout(giveUp, patience)
  other?.addEventListener('abort', giveUp)
  try {
    return await call(limit.signal)
  } finally {
    clearTimeout(timer)
    other?.removeEventListener('abort', giveUp)
  }
}
