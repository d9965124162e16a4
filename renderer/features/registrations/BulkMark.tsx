import { Button, MultiSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegistrationList, RegistrationRow } from '../../../shared/api/registrations.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import classes from './Registrations.module.css'

type Props = {
  readonly registrations: readonly RegistrationRow[]
  readonly items: RegistrationList['items']
  readonly onDone: () => void
}

/** Notes what came in many dossiers at once. */
export function BulkMark({ registrations, items, onDone }: Props) {
  const { t } = useTranslation('registrations')
  const mark = useMutation(orpc.registrations.mark.mutationOptions({ onSuccess: onDone }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [on, setOn] = useState<string | null>('')
  const [isAsked, setAsked] = useState(false)
  const isReady = chosen.length > 0 && on !== null
  const unready = { disabled: !isReady, 'data-why': t(on === null ? 'bulk.noDay' : 'bulk.noItem') }
  const send = (state: 'received' | 'lacking' | 'not-needed', reason = ''): void =>
    mark.mutate({
      ids: registrations.map(({ id }) => id),
      items: [...chosen],
      change: {
        state,
        ...(state === 'received' && on !== null && on !== '' && { on }),
        ...(state === 'not-needed' && { reason }),
      },
    })
  const papers = items.filter(({ kind }) => kind !== 'samples')
  return (
    <Form className={classes.bulk} aria-label={t('bulk.title')} onSubmit={() => isReady && send('received')}>
      <b>{t('bulk.chosen', { count: registrations.length })}</b>
      <MultiSelect
        className={classes.bulkItems}
        aria-label={t('bulk.items')}
        placeholder={chosen.length === 0 ? t('bulk.items') : ''}
        searchable
        value={[...chosen]}
        data={papers.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={setChosen}
      />
      <DateInput className={classes.year} aria-label={t('bulk.on')} date="" onDate={setOn} />
      <Button type="submit" {...unready} loading={mark.isPending}>
        {t('mark.received')}
      </Button>
      <Button variant="default" {...unready} onClick={() => send('lacking')}>
        {t('mark.lacking')}
      </Button>
      <Button variant="default" {...unready} onClick={() => setAsked(true)}>
        {t('mark.not-needed')}
      </Button>
      <ErrorNote error={isAsked ? null : mark.error} />
      <ConfirmDialog
        isOpen={isAsked}
        title={t('mark.notNeededTitle')}
        confirmLabel={t('mark.not-needed')}
        reasonLabel={t('mark.reason')}
        isBusy={mark.isPending}
        error={mark.error}
        onConfirm={(reason) => send('not-needed', reason)}
        onClose={() => setAsked(false)}
      >
        {t('bulk.notNeededText', { count: registrations.length })}
      </ConfirmDialog>
    </Form>
  )
}
