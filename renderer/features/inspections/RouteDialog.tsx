import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionRoute } from '../../../shared/api/inspections.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'
import classes from './Inspections.module.css'

type Props = {
  /** Left out: a new one of the year. */
  readonly route?: InspectionRoute
  readonly year: number
  readonly onSaved?: (id: number) => void
  readonly onClose: () => void
}

/** Adds a route, or changes one. */
export function RouteDialog({ route, year, onSaved, onClose }: Props) {
  const { t } = useTranslation('inspections')
  const { texts, text } = useTexts({
    name: route?.name ?? '',
    participants: route?.participants ?? '',
    basis: route?.basis ?? '',
  })
  const [startsOn, setStartsOn] = useState<string | null>(route?.startsOn ?? '')
  const [endsOn, setEndsOn] = useState<string | null>(route?.endsOn ?? '')
  const save = useMutation(
    orpc.aftercare.inspections.saveRoute.mutationOptions({
      onSuccess: ({ id }) => {
        onClose()
        onSaved?.(id)
      },
    }),
  )
  const isReady = texts.name.trim() !== '' && startsOn !== null && endsOn !== null
  const submit = () => {
    if (!isReady || save.isPending) return
    const fields = { ...texts, startsOn: startsOn === '' ? null : startsOn, endsOn: endsOn === '' ? null : endsOn }
    save.mutate(route === undefined ? { fields: { ...fields, year } } : { id: route.id, fields })
  }
  return (
    <Dialog
      title={route === undefined ? `${t('route.add')}, ${t('years:year', { year }).toLowerCase()}` : t('route.edit')}
      size="lg"
      onClose={onClose}
    >
      <Form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('route.name')}
            placeholder={t('route.nameHint')}
            withAsterisk
            data-autofocus
            {...text('name')}
          />
          <div className={classes.fields}>
            <DateInput label={t('route.startsOn')} date={startsOn ?? ''} onDate={setStartsOn} />
            <DateInput label={t('route.endsOn')} date={endsOn ?? ''} onDate={setEndsOn} />
          </div>
          <Textarea
            label={t('route.participants')}
            description={t('route.participantsHint')}
            autosize
            minRows={3}
            {...text('participants')}
          />
          <TextInput label={t('route.basis')} placeholder={t('route.basisHint')} {...text('basis')} />
          <ErrorNote error={save.error} />
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={save.isPending}>
            {t('route.save')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
