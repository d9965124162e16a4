import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../shared/api/councils.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { addDays } from '../../../shared/domain/calendar/iso-date.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import classes from './MemberTable.module.css'

type Props = {
  /** Whether their last day has passed. */
  readonly when: 'past' | 'later'
  readonly members: readonly Member[]
  readonly isReadOnly: boolean
}

/** Who was a member until some day, or will be no more from one on, and the way back. */
export function RetiredMembers({ when, members, isReadOnly }: Props) {
  const { t } = useTranslation('councils')
  const [asked, setAsked] = useState<Member | null>(null)
  const recall = useMutation(orpc.councils.recallMember.mutationOptions())
  const leave = (): void => {
    setAsked(null)
    recall.reset()
  }
  const saidOf = ({ retiredOn, retireReason: reason }: Member): string =>
    when === 'past'
      ? t('members.until', { day: formatDate(retiredOn ?? ''), reason })
      : t('members.leaves', { day: formatDate(addDays(retiredOn ?? '', 1)), reason })
  return (
    <>
      <h3 className={classes.retiredTitle}>
        {t(when === 'past' ? 'members.retired' : 'members.retiring', { count: members.length })}
      </h3>
      <ul className={classes.retired}>
        {members.map((member) => (
          <li key={member.id}>
            <span>
              {member.code} · {member.name}, {saidOf(member)}
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
