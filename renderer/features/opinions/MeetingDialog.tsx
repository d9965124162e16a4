import { Button, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenProduct, WrittenRound } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'
import classes from './Opinions.module.css'

type Props = {
  readonly round: WrittenRound
  readonly products: readonly WrittenProduct[]
  readonly onClose: () => void
}

/** Puts what opinions differ on before the council: onto a new session's agenda, or one that is not locked. */
export function MeetingDialog({ round, products, onClose }: Props) {
  const { t } = useTranslation('opinions')
  const { data: sessions, error } = useQuery(orpc.sessions.list.queryOptions())
  const [sessionId, setSessionId] = useState<number | null>(null)
  const [heldOn, setHeldOn] = useState<string | null>('')
  const [number, setNumber] = useState<number | null>(1)
  const { texts, text } = useTexts({ place: '' })
  const send = useMutation(orpc.opinions.toSession.mutationOptions({ onSuccess: onClose }))
  const open = (sessions ?? []).filter(({ councilId, state }) => councilId === round.councilId && state !== 'closed')
  const isNewReady = heldOn !== null && heldOn !== '' && number !== null
  const isReady = (sessionId !== null || isNewReady) && !send.isPending
  const submit = () => {
    if (!isReady) return
    const ids = products.map(({ id }) => id)
    if (sessionId !== null) send.mutate({ id: round.id, products: ids, session: { sessionId } })
    else if (isNewReady) {
      send.mutate({ id: round.id, products: ids, session: { heldOn, place: texts.place, round: number } })
    }
  }
  return (
    <Dialog title={t('toMeeting', { count: products.length })} onClose={onClose}>
      <Form onSubmit={submit}>
        <Stack gap="sm">
          <p className={classes.soft}>{products.map(({ name }) => name).join('; ')}</p>
          <ErrorNote error={error} />
          {open.length > 0 && (
            <NativeSelect
              label={t('whichSession')}
              data={[
                { value: '', label: t('newSession') },
                ...open.map(({ id, round: of, year, heldOn: day }) => ({
                  value: String(id),
                  label: t('session', { round: of, year, day: formatDate(day) }),
                })),
              ]}
              value={String(sessionId ?? '')}
              onChange={({ currentTarget: { value } }) => setSessionId(value === '' ? null : Number(value))}
            />
          )}
          {sessionId === null && (
            <>
              <div className={classes.fields}>
                <DateInput label={t('heldOn')} date="" onDate={setHeldOn} withAsterisk />
                <NumberInput
                  label={t('sessionRound')}
                  min={1}
                  max={99}
                  allowDecimal={false}
                  value={number ?? ''}
                  onChange={(value) => setNumber(typeof value === 'number' ? value : null)}
                />
              </div>
              <TextInput label={t('place')} {...text('place')} />
            </>
          )}
          <ErrorNote error={send.error} />
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={send.isPending}>
            {t('send')}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
