import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationRow } from '../../../shared/api/verifications.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import { useReach } from '../../components/Reachable.tsx'
import classes from './View.module.css'

type Props = {
  current: VerificationRow
  isSamePerson: boolean
  operator: string
  /** Who else has this ballot open; empty for nobody. */
  elsewhere: string
  onNext: () => void
}

/** Who keyed first and who keys now: the same person cannot verify, so the second one says who it is. */
export function VerificationBanner({ current, isSamePerson, operator, elsewhere, onNext }: Props) {
  const { t } = useTranslation('scoring')
  // Only at the secretary's window does one person hand the keys over to another.
  const canHandOver = useReach()('/settings')
  if (current.state === 'verified') {
    return (
      <div className={classes.banner} role="note" data-testid="banner">
        <span className={classes.bannerWords}>
          {t('check.done', { first: current.confirmedBy, second: current.verifiedBy ?? '' })}
        </span>
        <Button size="xs" variant="default" onClick={onNext} rightSection={<Keycaps shortcut="enter" />}>
          {t('check.next')}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.banner} role="note" data-testid="banner">
      <span className={classes.bannerWords}>
        {elsewhere !== '' && `${t('banner.elsewhere', { who: elsewhere })} `}
        {t(isSamePerson ? 'check.samePerson' : 'check.blind', { first: current.confirmedBy, operator })}
        {isSamePerson && canHandOver && ` ${t('check.handOver')}`}
      </span>
      {isSamePerson && canHandOver && <OperatorForm />}
    </div>
  )
}

function OperatorForm() {
  const { t } = useTranslation('scoring')
  const [name, setName] = useState('')
  const setOperator = useMutation(orpc.workspace.setOperator.mutationOptions())
  return (
    <form
      className={classes.operator}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') setOperator.mutate({ name: name.trim() })
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('check.operator')}
        placeholder={t('check.operator')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={name.trim() === ''} loading={setOperator.isPending}>
        {t('check.takeOver')}
      </Button>
      <ErrorNote error={setOperator.error} />
    </form>
  )
}
