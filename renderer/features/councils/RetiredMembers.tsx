import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../shared/api/councils.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import classes from './MemberTable.module.css'

/** Who was a member until some day, and the way back. */
export function RetiredMembers({ members, isReadOnly }: { members: readonly Member[]; isReadOnly: boolean }) {
  const { t } = useTranslation('councils')
  const [asked, setAsked] = useState<Member | null>(null)
  const recall = useMutation(orpc.councils.recallMember.mutationOptions())
  const leave = (): void => {
    setAsked(null)
    recall.reset()
  }
  return (
    <>
      <h3 className={classes.retiredTitle}>{t('members.retired', { count: members.length })}</h3>
      <ul className={classes.retired}>
        {members.map((member) => (
          <li key={member.id}>
            <span>
              {member.code} · {member.name},{' '}
              {t('members.until', { day: formatDate(member.retiredOn ?? ''), reason: member.retireReason })}
            </span>
            {!isReadOnly && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('members.recallOf', { name: member.name })}
                onClick={() => setAsked(member)}
              >
                {t('members.recall')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('members.recallTitle', { name: asked?.name ?? '' })}
        confirmLabel={t('members.recall')}
        reasonLabel={t('members.recallReason')}
        isBusy={recall.isPending}
        error={recall.error}
        onConfirm={(reason) => asked !== null && recall.mutate({ id: asked.id, reason }, { onSuccess: leave })}
        onClose={leave}
      >
        {t('members.recallText')}
      </ConfirmDialog>
    </>
  )
}
