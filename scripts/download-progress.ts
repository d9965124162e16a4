export type Progress = {
  readonly transferred: number
  /** Null where the server does not say. */
  readonly total: number | null
}

/** How far a download is, in Vietnamese, on one line without its end. */
export function progressText({
  transferred,
  total,
  bytesPerSecond,
}: Progress & { bytesPerSecond: number | null }): string {
  const megabytes = (bytes: number) => (bytes / 1_000_000).toLocaleString('vi-VN', oneDecimal)
  const part =
    total === null
      ? `${megabytes(transferred)} MB`
      : `${megabytes(transferred)} / ${megabytes(total)} MB (${Math.floor((transferred / total) * 100)} %)`
  return bytesPerSecond === null ? part : `${part}, ${megabytes(bytesPerSecond)} MB/giây`
}

/**
 * Writes a download's progress over one line of a terminal, at most four times a second, so that a slow link has little
 * to draw; the speed is that of the last seconds.
 *
 * @param clock milliseconds
 */
export function progressLine(
  write: (text: string) => void,
  clock: () => number,
): { readonly show: (progress: Progress) => void; readonly end: () => void } {
  let shownAt = -Infinity
  let samples: readonly { readonly at: number; readonly transferred: number }[] = []
  return {
    show: ({ transferred, total }) => {
      const now = clock()
      if (now - shownAt < drawEvery && transferred !== total) return
      shownAt = now
      samples = [...samples.filter(({ at }) => now - at <= speedWindow), { at: now, transferred }]
      const [first = { at: now, transferred }] = samples
      const seconds = (now - first.at) / 1000
      const bytesPerSecond = seconds < 1 ? null : (transferred - first.transferred) / seconds
      // From the line's start, and what is left of a longer text erased.
      write(`\r  ${progressText({ transferred, total, bytesPerSecond })}\u001B[K`)
    },
    end: () => {
      if (shownAt !== -Infinity) write('\n')
    },
  }
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
const drawEvery = 250
const speedWindow = 5000
