import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { VerificationRow } from '../../../shared/api/verifications.ts'
import { focusAtOnce } from '../../components/fields/focus-at-once.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { useReach } from '../../components/Reachable.tsx'
import type { ScoringView } from './scoring-view.ts'

type Step = { readonly kind: 'check' | 'results'; readonly words: string; readonly go: () => void }

/** What follows once every ballot is confirmed: those that a second person has yet to key, else the results; null for nobody's. */
export function useNextStep({
  session,
  verifications,
  onGo,
}: Pick<ScoringView, 'session' | 'onGo'> & { readonly verifications: readonly VerificationRow[] }): Step | null {
  const { t } = useTranslation('scoring')
  const navigate = useNavigate()
  const canReach = useReach()
  const waiting = verifications.filter(({ state }) => state !== 'verified').length
  if (waiting > 0) {
    return { kind: 'check', words: t('check.open', { count: waiting }), go: () => onGo({ view: 'verification' }) }
  }
  const to = '/sessions/$sessionId/results'
  if (!canReach(to)) return null
  return { kind: 'results', words: t('toResults'), go: () => void navigate({ to, params: { sessionId: session.id } }) }
}

/** As `Phiếu tiếp theo` is for the ballots before. `isLed`: the last ballot led here, so that Enter goes on. */
export function NextStep({ step, isLed }: { readonly step: Step; readonly isLed: boolean }) {
  return (
    <Button
      ref={isLed ? focusAtOnce : undefined}
      data-testid="next-step"
      onClick={step.go}
      rightSection={<Keycaps shortcut="enter" />}
    >
      {step.words}
    </Button>
  )
}
