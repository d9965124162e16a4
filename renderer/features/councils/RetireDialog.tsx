import { Button, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../shared/api/councils.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { focusAtOnce } from '../../components/fields/focus-at-once.ts'
import { Form } from '../../components/fields/Form.tsx'
import { reasonProblem } from '../../components/fields/reason-problem.ts'

/** Until when the member is one, and why not longer. */
export function RetireDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('councils')
  return (
    <Dialog help="thanh-vien-thoi-tham-gia" title={t('members.retireTitle', { name: member.name })} onClose={onClose}>
      <RetireForm member={member} onClose={onClose} />
    </Dialog>
  )
}

function RetireForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('councils')
  const [today] = useState(() => vietnamDay(new Date()))
  const [retiredOn, setRetiredOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const retire = useMutation(orpc.councils.retireMember.mutationOptions())
  const problem = reasonProblem(reason, t)
  const isReady = retiredOn !== null && retiredOn !== '' && isReason(reason) && problem === null
  const submit = (): void => {
    if (!isReady || retire.isPending) return
    retire.mutate({ id: member.id, retiredOn, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <div>{t('members.retireText')}</div>
        <DateInput label={t('members.retiredOn')} date={today} onDate={setRetiredOn} required withAsterisk={false} />
        <Textarea
          label={t('members.retireReason')}
          value={reason}
          error={problem}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          autosize
          minRows={2}
          required
          ref={focusAtOnce}
          data-autofocus
        />
        <ErrorNote error={retire.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={retire.isPending}>
            {t('members.retire')}
          </Button>
        </DialogFoot>
      </Stack>
    </Form>
  )
}
