import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationRow } from '../../../shared/api/verifications.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import classes from './Room.module.css'

type Props = {
  current: VerificationRow
  isSamePerson: boolean
  operator: string
  onNext: () => void
}

/** Who keyed first and who keys now: the same person cannot check, so the second one says who it is. */
export function CheckBanner({ current, isSamePerson, operator, onNext }: Props) {
  const { t } = useTranslation('scoring')
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
        {t(isSamePerson ? 'check.samePerson' : 'check.blind', { first: current.confirmedBy, operator })}
      </span>
      {isSamePerson && <OperatorForm />}
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
