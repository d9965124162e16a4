import { useEffect, useRef, useState } from 'react'
import type { PaperReadEvent } from '../../../shared/api/paper-ballots.ts'
import { client, orpc } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { useProgress } from '../../components/progress/use-progress.ts'

type Told = Exclude<PaperReadEvent, { kind: 'waiting' | 'too-large' }>

/**
 * What goes on with the pile; `watching`: everything in the folder is read, and what comes into it is waited for. `isStopped`: the
 * pages that are being read now are the last ones.
 */
export type ReadingDeed =
  | { readonly kind: 'idle'; readonly isStopped: boolean }
  | { readonly kind: 'sending'; readonly name: string; readonly left: number }
  | { readonly kind: 'reading' }
  | { readonly kind: 'watching'; readonly folder: string; readonly isGone: boolean }

/** A file that was not taken, and why; `megabytes`: the most that one may have. */
export type RefusedFile = { readonly name: string } & ({ readonly error: unknown } | { readonly megabytes: number })

/**
 * Brings scanned files to a session's pile, one after the other, and follows how they are read. Files that are chosen meanwhile
 * wait for their turn; leaving the screen stops it, and what was read stays read.
 */
export function useReading(sessionId: number) {
  const [deed, setDeed] = useState<ReadingDeed>({ kind: 'idle', isStopped: false })
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const [error, setError] = useState<unknown>(null)
  const { progress, note, clear } = useProgress<Told>()
  const stop = useRef<AbortController | null>(null)
  const waiting = useRef<File[]>([])
  useEffect(() => () => stop.current?.abort(), [])

  const send = async (signal: AbortSignal): Promise<void> => {
    for (let file = waiting.current.shift(); file !== undefined; file = waiting.current.shift()) {
      if (signal.aborted) return
      setDeed({ kind: 'sending', name: file.name, left: waiting.current.length })
      try {
        await client.paperBallots.addFile({ sessionId, file }, { signal })
      } catch (failure) {
        if (signal.aborted) return
        const { name } = file
        setRefused((before) => [...before, { name, error: failure }])
      }
    }
  }

  const follow = async (events: AsyncIterable<PaperReadEvent>): Promise<void> => {
    for await (const event of events) {
      if (event.kind === 'waiting') setDeed({ ...event, kind: 'watching' })
      else if (event.kind === 'too-large') setRefused((before) => [...before, event])
      else {
        setDeed({ kind: 'reading' })
        note(event)
      }
    }
  }

  const run = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const controller = new AbortController()
    stop.current = controller
    clear()
    setError(null)
    setRefused([])
    try {
      await work(controller.signal)
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      stop.current = null
      waiting.current = []
      setDeed({ kind: 'idle', isStopped: controller.signal.aborted })
      await queryClient.invalidateQueries({ queryKey: orpc.paperBallots.pile.key({ input: { sessionId } }) })
    }
  }

  return {
    deed,
    progress,
    refused,
    error,
    /** Takes files to the pile and reads them; while a folder is watched, nothing. */
    add: (files: readonly File[]): void => {
      waiting.current.push(...files)
      if (stop.current !== null) return
      void run(async (signal) => {
        while (waiting.current.length > 0 && !signal.aborted) {
          await send(signal)
          if (signal.aborted) return
          setDeed({ kind: 'reading' })
          await follow(await client.paperBallots.read({ sessionId }, { signal }))
        }
      })
    },
    /** Goes on with pages that were left unread. */
    goOn: (): void => {
      if (stop.current !== null) return
      void run(async (signal) => follow(await client.paperBallots.read({ sessionId }, { signal })))
    },
    watch: (): void => {
      if (stop.current !== null) return
      void run(async (signal) => follow(await client.paperBallots.watch({ sessionId }, { signal })))
    },
    stop: (): void => stop.current?.abort(),
  }
}

export type Reading = ReturnType<typeof useReading>
