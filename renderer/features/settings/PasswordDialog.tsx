import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/api/people.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtStart } from '../../components/focus-at-start.ts'
import classes from './People.module.css'

/** As `shared/api/people.ts` takes them. */
const shortest = 8

type Props = { person: Person; isOwn: boolean; onClose: () => void }

/** Sets a password, changes it or takes it away; a secretary's recovery code is shown once it is set. */
export function PasswordDialog({ person, isOwn, onClose }: Props) {
  const { t } = useTranslation('people')
  const [code, setCode] = useState<string | null>(null)
  const { name } = person
  if (code === null) {
    return (
      <Dialog help="dat-mat-khau" title={t('passwordDialog.title', { name })} onClose={onClose}>
        <Fields
          person={person}
          isOwn={isOwn}
          onDone={(recovery) => (recovery === null ? onClose() : setCode(recovery))}
        />
      </Dialog>
    )
  }
  return <RecoveryDialog name={name} code={code} onClose={onClose} />
}

/** A secretary's recovery code, this once. */
export function RecoveryDialog({ name, code, onClose }: { name: string; code: string; onClose: () => void }) {
  const { t } = useTranslation('people')
  return (
    // Once it is gone nobody sees it again: only its own button closes it, and not the key that opened it, still held.
    <Dialog
      help="dat-mat-khau"
      title={t('passwordDialog.recoveryTitle', { name })}
      onClose={onClose}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack gap="md">
        <div>{t('passwordDialog.recoveryText')}</div>
        <p className={classes.code} data-testid="recovery-code">
          {code}
        </p>
        <Group justify="flex-end">
          <Button ref={focusAtStart} onClick={onClose} onKeyDown={(event) => event.repeat && event.preventDefault()}>
            {t('passwordDialog.kept')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

type FieldsProps = Pick<Props, 'person' | 'isOwn'> & { onDone: (recoveryCode: string | null) => void }

function Fields({ person: { id, hasPassword }, isOwn, onDone }: FieldsProps) {
  const { t } = useTranslation('people')
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  // Nobody is told off while typing.
  const [isLeft, setLeft] = useState(false)
  const setPassword = useMutation(orpc.people.setPassword.mutationOptions())
  const isAsked = isOwn && hasPassword
  const isReady = next.length >= shortest && next === again
  const set = (password: string | null): void =>
    setPassword.mutate(
      { id, password, ...(isAsked && { present }) },
      { onSuccess: ({ recoveryCode }) => onDone(recoveryCode) },
    )
  return (
    <Form onSubmit={() => (isReady ? set(next) : setLeft(true))}>
      <Stack gap="md">
        {isAsked && (
          <PasswordInput
            label={t('passwordDialog.present')}
            value={present}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setPresent(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label={t('passwordDialog.next')}
          description={t('passwordDialog.nextNote', { count: shortest })}
          value={next}
          maxLength={200}
          autoComplete="new-password"
          data-autofocus={!isAsked || undefined}
          error={
            isLeft && next !== '' && next.length < shortest ? t('passwordDialog.short', { count: shortest }) : null
          }
          onBlur={() => setLeft(true)}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('passwordDialog.again')}
          value={again}
          maxLength={200}
          autoComplete="new-password"
          error={again.length >= next.length && again !== next ? t('passwordDialog.differs') : null}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <ErrorNote error={setPassword.error} />
        <Group justify={hasPassword ? 'space-between' : 'flex-end'}>
          {hasPassword && (
            <Button variant="default" disabled={setPassword.isPending} onClick={() => set(null)}>
              {t('settings.drop')}
            </Button>
          )}
          <Button type="submit" loading={setPassword.isPending} disabled={!isReady}>
            {t('passwordDialog.deed')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
