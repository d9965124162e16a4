import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierPackEvent, DossiersOf } from '../../shared/api/registrations.ts'
import { client } from '../api/client.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { NamedProgress } from './progress/NamedProgress.tsx'
import { useProgress } from './progress/use-progress.ts'
import { savePack } from './save-file.ts'

type Told<Kind> = Extract<DossierPackEvent, { readonly kind: Kind }>

type Props = { readonly of: DossiersOf; readonly label: string }

/** Saves whole dossiers as one zip: how far it is, a way to cancel it, and what lacked. Leaving the page cancels it. */
export function PackDossiers({ of, label }: Props) {
  const { t } = useTranslation('registrations')
  const { progress, note, clear } = useProgress<Told<'progress'>>()
  const [done, setDone] = useState<Told<'done'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const run = async (): Promise<void> => {
    const controller = new AbortController()
    stop.current = controller
    setRunning(true)
    clear()
    setDone(null)
    setError(null)
    try {
      for await (const event of await client.registrations.pack(of, { signal: controller.signal })) {
        if (event.kind === 'progress') note(event)
        else {
          setDone(event)
          await savePack(event)
        }
      }
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      if (!controller.signal.aborted) setRunning(false)
    }
  }
  const cancel = (): void => {
    stop.current?.abort()
    setRunning(false)
  }
  if (isRunning) {
    return (
      <NamedProgress progress={progress} label={t('pack.progress')} onCancel={cancel} data-testid="pack-progress" />
    )
  }
  const lacks = done === null ? [] : (['missing', 'altered'] as const).filter((kind) => done[kind] > 0)
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => void run()}>
        {label}
      </Button>
      {done !== null && lacks.length > 0 && (
        <span role="alert" style={{ color: 'var(--wrong)' }}>
          {lacks.map((kind) => t(`pack.${kind}`, { count: done[kind] })).join('; ')}
          {t('pack.note')}
        </span>
      )}
      <ErrorNote error={error} />
    </>
  )
}
