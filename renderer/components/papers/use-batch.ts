import { useRef, useState } from 'react'
import type { BatchEvent, BatchKind } from '../../../shared/api/document-batches.ts'
import type { CertifiedBy } from '../../../shared/api/certificates.ts'
import { client } from '../../api/client.ts'
import { useProgress } from '../progress/use-progress.ts'
import { saveFile } from '../save-file.ts'

type Told = Extract<BatchEvent, { kind: 'progress' }>

/** Runs one batch at a time: how far it is, a way to cancel it, and its file saved at the end. */
export function useBatch(by: CertifiedBy) {
  const [running, setRunning] = useState<BatchKind | null>(null)
  const { progress, note, clear } = useProgress<Told>()
  const [error, setError] = useState<unknown>(null)
  const stop = useRef<AbortController | null>(null)

  const run = async (what: BatchKind, itemIds?: readonly number[]): Promise<void> => {
    const controller = new AbortController()
    stop.current = controller
    setRunning(what)
    clear()
    setError(null)
    try {
      const input = { ...by, what, ...(itemIds !== undefined && { itemIds: [...itemIds] }) }
      for await (const event of await client.documents.batch.run(input, { signal: controller.signal })) {
        if (event.kind === 'progress') note(event)
        else saveFile(await client.documents.batch.take({ id: event.id }))
      }
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      setRunning(null)
    }
  }

  return { running, progress, error, run, cancel: () => stop.current?.abort() }
}

export type Batch = ReturnType<typeof useBatch>
