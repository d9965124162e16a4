import { Button, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtOnce } from '../../components/fields/focus-at-once.ts'
import type { BallotDesk } from './ballot-desk.ts'
import { useFirstKey } from './use-first-key.ts'

/** As long as the contract takes. */
const longest = 1000

type Props = { readonly desk: BallotDesk; readonly ballot: BallotKey; readonly onClose: () => void }

/** The opinion that the member wrote on the ballot. Enter saves it; Shift+Enter begins a new line. */
export function OpinionDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const { t } = useTranslation('scoring')
  return (
    <Dialog help="ghi-y-kien-tren-phieu" isOpen={isOpen} title={t('opinion.title')} size="lg" onClose={props.onClose}>
      <OpinionForm {...props} />
    </Dialog>
  )
}

function OpinionForm({ desk, ballot, onClose }: Props) {
  const { t } = useTranslation('scoring')
  const [shown] = useState(() => ({ known: desk.read().known.get(ballot), grid: desk.read().grid?.ballots[ballot] }))
  const [opinion, setOpinion] = useState(shown.known?.opinion ?? '')
  const save = useMutation(orpc.ballots.setOpinion.mutationOptions())
  const isDone = isSettled(shown.grid?.state)
  const isReadOnly = shown.known === undefined || shown.grid?.isLocked === true || shown.known.excluded !== null
  const firstKey = useFirstKey()
  const submit = (): void => {
    if (shown.known === undefined || isReadOnly || isDone || save.isPending) return
    const { agendaItemId, memberId, round, opinion: seen } = shown.known
    save.mutate(
      { agendaItemId, memberId, round, actId: makeActId(), seen, opinion },
      {
        onSuccess: (saved) => {
          desk.take(saved)
          onClose()
        },
      },
    )
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Textarea
          label={t('opinion.label')}
          description={isReadOnly ? t('opinion.readOnly') : isDone ? t('banner.confirmed') : t('opinion.note')}
          value={opinion}
          onChange={(event) => setOpinion(event.currentTarget.value)}
          onFocus={({ currentTarget: field }) => field.setSelectionRange(field.value.length, field.value.length)}
          onKeyDown={(event) => {
            if (firstKey(event)) return
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
          readOnly={isReadOnly || isDone}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={longest}
          ref={focusAtOnce}
          data-autofocus
        />
        <ErrorNote error={save.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t(isReadOnly || isDone ? 'common:close' : 'common:cancel')}
          </Button>
          {!isReadOnly && !isDone && (
            <Button type="submit" loading={save.isPending}>
              {t('opinion.deed')}
            </Button>
          )}
        </DialogFoot>
      </Stack>
    </Form>
  )
}
