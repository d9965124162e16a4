import { useEffect, useRef } from 'react'
import type { ScreenStep, ScreenSteps } from '../../../shared/domain/session/screen-steps.ts'

type Place = {
  /** Where the screen is; undefined until it is known. */
  readonly at: number | null | undefined
  readonly steps: ScreenSteps | undefined
  /** When that was read: what is read after a step says where it led, wherever others led the screen meanwhile. */
  readonly readAt: number
  readonly go: (step: ScreenStep) => Promise<unknown>
  /** Turns a page of the summary; false where there is none that way. */
  readonly turn: (way: keyof ScreenSteps) => boolean
}

/** Steps the room's screen: what is pressed while a step is under way waits for it, so that three presses are three steps. */
export function useSteps({ at, steps, readAt, go, turn }: Place): (way: keyof ScreenSteps) => void {
  const waiting = useRef<readonly (keyof ScreenSteps)[]>([])
  const underWay = useRef<{ readonly to: number | null; readonly doneAt: number | null } | null>(null)
  /** Read afresh where a step was done between two pictures. */
  const latest = useRef({ at, steps, readAt, go, turn })
  const stepTo = async (step: ScreenStep): Promise<void> => {
    const begun = { to: step.agendaItemId, doneAt: null }
    underWay.current = begun
    try {
      await latest.current.go(step)
      if (underWay.current === begun) underWay.current = { ...begun, doneAt: latest.current.readAt }
      take()
    } catch {
      // Who may not, or a locked desk, steps nowhere, also not with what was pressed after it.
      underWay.current = null
      waiting.current = []
    }
  }
  const take = (): void => {
    const now = latest.current
    const step = underWay.current
    if (step !== null && step.to !== now.at && (step.doneAt === null || step.doneAt === now.readAt)) return
    underWay.current = null
    const [way, ...rest] = waiting.current
    if (way === undefined) return
    if (now.at === null && now.turn(way)) {
      waiting.current = rest
      take()
      return
    }
    const next = now.steps?.[way]
    waiting.current = next === undefined || next === null ? [] : rest
    if (next === undefined || next === null) return
    void stepTo(next)
  }
  useEffect(() => {
    latest.current = { at, steps, readAt, go, turn }
    take()
  })
  return (way) => {
    waiting.current = [...waiting.current, way]
    take()
  }
}
