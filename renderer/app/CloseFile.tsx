import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc, client } from '../api/client.ts'
import { sharedValue } from '../api/shared-value.ts'
import { goOut } from '../components/closing/way-out.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { wholeNumber } from '../components/whole-number.ts'

/** Ballots read from paper that closing the file would give up; null while nothing is asked. */
const waitingPaper = sharedValue<number | null>(null)

/** Closes the open file, at once unless something of it would have to be done again. */
export function useCloseFile() {
  const navigate = useNavigate()
  const close = useMutation(orpc.workspace.close.mutationOptions({ meta: { writes: false } }))
  const run = (): void => close.mutate(undefined, { onSuccess: () => void navigate({ to: '/' }) })
  return {
    run,
    ask: (): void => goOut(() => void askForPaper(run)),
  }
}

async function askForPaper(run: () => void): Promise<void> {
  // A file in trouble can be closed all the same.
  const { ballots } = await client.paperBallots.waiting().catch(() => ({ ballots: 0 }))
  if (ballots === 0) run()
  else waitingPaper.set(ballots)
}

/** Asks before ballots that were read from paper and not taken are given up. */
export function CloseFile() {
  const { t } = useTranslation('paper')
  const ballots = waitingPaper.use()
  const close = useCloseFile()
  const leave = (): void => waitingPaper.set(null)
  if (ballots === null) return null
  return (
    <ConfirmDialog
      isOpen
      title={t('close.title')}
      confirmLabel={t('close.deed')}
      waitLabel={t('close.stay')}
      onConfirm={() => {
        leave()
        close.run()
      }}
      onClose={leave}
    >
      {t('close.text', { count: ballots, shown: wholeNumber(ballots) })}
    </ConfirmDialog>
  )
}
