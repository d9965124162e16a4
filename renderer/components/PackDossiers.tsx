import { Button, Group, Progress } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierPackEvent, DossiersOf } from '../../shared/api/registrations.ts'
import { client } from '../api/client.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { savePack } from './save-file.ts'

type Told<Kind> = Extract<DossierPackEvent, { readonly kind: Kind }>

type Props = { readonly of: DossiersOf; readonly label: string }

/** Saves whole dossiers as one zip: how far it is, a way to cancel it, and what lacked. Leaving the page cancels it. */
export function PackDossiers({ of, label }: Props) {
  const { t } = useTranslation('registrations')
  const [progress, setProgress] = useState<Told<'progress'> | null>(null)
  const [done, setDone] = useState<Told<'done'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const run = async (): Promise<void> => {
    const controller = new AbortController()
    stop.current = controller
    setRunning(true)
    setProgress(null)
    setDone(null)
    setError(null)
    try {
      for await (const event of await client.registrations.pack(of, { signal: controller.signal })) {
        if (event.kind === 'progress') setProgress(event)
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
    const { done: made, of: all, name } = progress ?? { done: 0, of: 1, name: '' }
    return (
      <Group gap="sm" wrap="nowrap" role="status" data-testid="pack-progress">
        <Progress value={(made / all) * 100} w={120} aria-label={t('pack.progress')} />
        <span style={{ maxWidth: 260, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {progress === null ? t('pack.begins') : t('pack.at', { done: made, of: all, name })}
        </span>
        <Button variant="default" size="compact-sm" onClick={cancel}>
          {t('common:cancel')}
        </Button>
      </Group>
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
