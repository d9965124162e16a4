import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortestPassword, type SecondPlace } from '../../../shared/api/backups.ts'
import { orpc } from '../../api/client.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { dateAndTime } from '../../components/clock-time.ts'

const quiet = { meta: { writes: false } } as const

/** A stick or a share, chosen once; a copy there by one key. */
export function SecondPlaceSection({ second }: { second: SecondPlace | null }) {
  const { t } = useTranslation('backups')
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  const choose = useMutation(orpc.backups.chooseSecond.mutationOptions(quiet))
  const leave = useMutation(orpc.backups.leaveSecond.mutationOptions(quiet))
  const copy = useMutation(orpc.backups.copyToSecond.mutationOptions(quiet))
  const setPassword = useMutation(orpc.backups.setPassword.mutationOptions(quiet))
  const [typed, setTyped] = useState('')
  const [isAsking, setAsking] = useState(false)
  if (status?.host.hasFileDialogs === false) return <Section title={t('second.title')}>{t('second.browser')}</Section>
  const isPasswordMissing = second !== null && second.isEncrypted && !second.isUnlocked
  return (
    <Section title={t('second.title')} note={second === null ? t('second.note') : second.location}>
      {second !== null && (
        <p>
          {second.isDue && <StateMark tone="attention">{t('due')}</StateMark>}{' '}
          {second.lastAt === null ? t('second.never') : t('second.last', { time: dateAndTime(second.lastAt) })}
        </p>
      )}
      <ErrorNote error={copy.error ?? choose.error ?? leave.error ?? setPassword.error} />
      <Group gap={8} align="flex-end">
        {isPasswordMissing && (
          <PasswordInput
            label={t('ask.password')}
            value={typed}
            w={220}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {second !== null && (
          <CommandButton
            id="backups.copy"
            title={t('second.copy')}
            shortcut="alt+k"
            loading={copy.isPending}
            run={() => copy.mutate(isPasswordMissing && typed !== '' ? { password: typed } : {})}
          />
        )}
        <Button variant="default" onClick={() => choose.mutate(undefined)}>
          {t(second === null ? 'second.choose' : 'second.change')}
        </Button>
        {second !== null && (
          <>
            <Button
              variant="default"
              loading={setPassword.isPending}
              onClick={() => (second.isEncrypted ? setPassword.mutate({ password: null }) : setAsking(true))}
            >
              {t(second.isEncrypted ? 'second.noPassword' : 'second.password')}
            </Button>
            <Button variant="default" onClick={() => leave.mutate(undefined)}>
              {t('second.leave')}
            </Button>
          </>
        )}
      </Group>
      {isAsking && (
        <NewPassword
          isBusy={setPassword.isPending}
          onSet={(password) => setPassword.mutate({ password }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}

type NewPasswordProps = {
  readonly isBusy: boolean
  readonly onSet: (password: string) => void
  readonly onClose: () => void
}

function NewPassword({ isBusy, onSet, onClose }: NewPasswordProps) {
  const { t } = useTranslation('backups')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const isLong = password.trim().length >= shortestPassword
  const isGood = isLong && password === again
  return (
    <ConfirmDialog
      isOpen
      title={t('second.passwordTitle')}
      confirmLabel={t('second.passwordDeed')}
      isBusy={isBusy}
      onConfirm={() => (isGood ? onSet(password) : setTried(true))}
      onClose={onClose}
    >
      <p>{t('second.passwordWarning')}</p>
      <p>{t('second.passwordOfBefore')}</p>
      <Stack gap="sm">
        <PasswordInput
          label={t('second.passwordLabel', { count: shortestPassword })}
          value={password}
          error={isTried && !isLong && t('second.passwordShort', { count: shortestPassword })}
          data-autofocus
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('second.passwordAgain')}
          value={again}
          error={isTried && isLong && !isGood && t('second.passwordDiffers')}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  )
}
