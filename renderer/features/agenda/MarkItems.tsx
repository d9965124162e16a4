import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem, ItemFacts, SessionDetail } from '../../../shared/api/sessions.ts'
import { dropStaleNote } from '../../../shared/domain/dossiers/drop-stale-note.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import { tellUndoable } from '../../components/notice-store.ts'
import classes from './AgendaPage.module.css'

type Props = {
  readonly session: SessionDetail
  readonly items: readonly AgendaItem[]
  readonly onDone: () => void
}

const statuses = ['', 'complete', 'incomplete', 'unchecked'] as const

/** Notes what the office received of many products at once, and only that; a figure that is typed on the list goes to the samples. */
export function MarkItems({ session, items, onDone }: Props) {
  const { t } = useTranslation('meeting')
  const [status, setStatus] = useState<(typeof statuses)[number]>('')
  const [samples, setSamples] = useState<number | ''>('')
  const mark = useMutation(orpc.sessions.markItems.mutationOptions())
  const field = useRef<HTMLInputElement>(null)
  useTyped((key) => {
    if (key === 'x') setStatus('complete')
    else {
      setSamples(Number(key))
      field.current?.focus()
    }
  })
  // What a registration says is said there.
  const free = items.filter(({ dossier }) => dossier === null)
  const kept = items.length - free.length
  const facts: ItemFacts = {
    ...(status !== '' && { dossierStatus: status }),
    ...(samples !== '' && { samplesReceived: samples }),
  }
  const stale = free.filter((item) => dropStaleNote(item, facts) !== facts)
  const isReady = free.length > 0 && Object.keys(facts).length > 0
  /** Back to the list, where the first of them stands. */
  const leave = (): void => {
    onDone()
    const id = items[0]?.id ?? 0
    document.querySelector<HTMLElement>(`[data-item="${id}"] [data-column="product"]`)?.focus()
  }
  const send = (): void => {
    if (!isReady || mark.isPending) return
    mark.mutate(
      { sessionId: session.id, ids: free.map(({ id }) => id), facts },
      {
        onSuccess: ({ undo }) => {
          leave()
          tellUndoable({ text: t('mark.done', { count: free.length }), undo })
        },
      },
    )
  }
  return (
    <Form
      className={classes.bulk}
      aria-label={t('mark.title')}
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <b>{t('mark.chosen', { count: items.length })}</b>
      <NativeSelect
        aria-label={t('item.dossierStatus')}
        value={status}
        data={statuses.map((value) => ({
          value,
          label: t(value === '' ? 'mark.leave' : value === 'complete' ? 'mark.complete' : `dossier.${value}`),
        }))}
        onChange={({ currentTarget: { value } }) => setStatus(statuses.find((known) => known === value) ?? '')}
      />
      <NumberInput
        ref={field}
        aria-label={t('item.samples')}
        placeholder={t('item.samples')}
        className={classes.samples}
        value={samples}
        min={0}
        max={999}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        suffix={t('mark.suffix')}
        onChange={(value) => setSamples(value === '' ? '' : Number(value))}
      />
      <Button type="submit" disabled={!isReady} loading={mark.isPending} rightSection={<Keycaps shortcut="enter" />}>
        {t('mark.write')}
      </Button>
      <Button variant="subtle" onClick={leave} rightSection={<Keycaps shortcut="escape" />}>
        {t('mark.leaveAll')}
      </Button>
      {kept > 0 && <span className={classes.soft}>{t('mark.kept', { count: kept })}</span>}
      {stale.length > 0 && <span className={classes.soft}>{t('mark.stale', { count: stale.length })}</span>}
      <ErrorNote error={mark.error} />
    </Form>
  )
}

/** A figure, or x as in a list, typed anywhere on the screen but in a field or a dialog. */
function useTyped(onKey: (key: string) => void): void {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, key } = event
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.defaultPrevented && !event.isComposing
      const isField = target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
      if (!isPlain || isField || !/^[\dx]$/.test(key) || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      latest.current(key)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
