import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WrittenRound } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { isAgreed } from '../../../shared/domain/opinions/agreed.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { decisionOf } from './round-papers.ts'

const CertificatesDialog = lazy(async () => ({
  default: (await import('../../components/certificates/CertificatesDialog.tsx')).CertificatesDialog,
}))

/** What can be done about a round as it stands. */
export function RoundDeeds({ round }: { round: WrittenRound }) {
  const { t } = useTranslation('opinions')
  const navigate = useNavigate()
  const [opened, setOpened] = useState<'meeting' | 'decide' | 'certificates' | null>(null)
  const close = useMutation(orpc.opinions.close.mutationOptions())
  const decide = useMutation(orpc.opinions.decide.mutationOptions())
  const remove = useMutation(orpc.opinions.remove.mutationOptions())
  const { id, closedOn, decision, counts, missing, replyBy, state, products } = round
  const forMeeting = products.filter(({ conclusion, session }) => conclusion.state === 'meeting' && session === null)
  const forDecision = products.filter(isAgreed)
  const isEarly = state === 'open' && counts.waiting > 0
  const isUntouched = products.every(({ answers }) => answers.length === 0)
  if (closedOn === null) {
    return (
      <>
        {isUntouched && (
          <DeedButton
            label={t('remove')}
            isDanger
            deed={remove}
            inputOf={() => ({ id })}
            onDone={() => void navigate({ to: '/opinions' })}
          >
            {t('removeText')}
          </DeedButton>
        )}
        <DeedButton
          label={t('lock')}
          variant="filled"
          deed={close}
          {...(isEarly ? { reasonLabel: t('earlyReason') } : {})}
          inputOf={(reason) => ({ id, isClosed: true, reason })}
        >
          {isEarly ? t('lockEarly', { count: missing, day: formatDate(replyBy) }) : t('lockText', counts)}
        </DeedButton>
      </>
    )
  }
  return (
    <>
      {decision === null && (
        <DeedButton
          label={t('unlock')}
          reasonLabel={t('reason')}
          deed={close}
          inputOf={(reason) => ({ id, isClosed: false, reason })}
        >
          {t('unlockText')}
        </DeedButton>
      )}
      {decision?.from === 'typed' && (
        <DeedButton
          label={t('takeBack')}
          isDanger
          reasonLabel={t('reason')}
          deed={decide}
          inputOf={(reason) => ({ id, decision: null, reason })}
        >
          {t('takeBackText')}
        </DeedButton>
      )}
      {forMeeting.length > 0 && (
        <Button variant="default" onClick={() => setOpened('meeting')}>
          {t('toMeeting', { count: forMeeting.length })}
        </Button>
      )}
      {decision === null && forDecision.length > 0 && (
        <>
          <Button variant="default" onClick={() => setOpened('decide')}>
            {t('decideElsewhere')}
          </Button>
          <Button onClick={() => void navigate({ to: '/papers', search: decisionOf(id) })}>
            {t('draft', { count: forDecision.length })}
          </Button>
        </>
      )}
      {decision !== null && <Button onClick={() => setOpened('certificates')}>{t('certificates')}</Button>}
      {opened === 'meeting' && <MeetingDialog round={round} products={forMeeting} onClose={() => setOpened(null)} />}
      <Suspense>
        {opened === 'certificates' && <CertificatesDialog by={{ roundId: id }} onClose={() => setOpened(null)} />}
      </Suspense>
      {opened === 'decide' && <DecideDialog round={round} count={forDecision.length} onClose={() => setOpened(null)} />}
    </>
  )
}
