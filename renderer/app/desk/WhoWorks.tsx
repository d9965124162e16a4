import { Button, Stack, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { giveBack, isCovered, useDesk } from '../../api/desk.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import { SignIn } from '../../components/people/SignIn.tsx'
import { useCommands } from '../commands/command-store.ts'
import classes from './WhoWorks.module.css'

/** Who works, always in sight; the keys change hands here. */
export function WhoWorks() {
  const { t } = useTranslation('people')
  const [isOpen, setOpen] = useState(false)
  const desk = useDesk()
  const operator = useQuery(orpc.workspace.status.queryOptions()).data?.operator
  const close = (): void => setOpen(false)
  const open = (): void => setOpen(true)
  const lock = (): void => {
    close()
    isCovered.set(true)
  }
  const canLock = desk?.person != null
  useCommands([
    {
      id: 'desk.switch',
      title: t('bar.switch'),
      keywords: 'đăng xuất đăng nhập sign in out',
      group: 'view',
      shortcut: 'alt+u',
      run: open,
    },
    ...(canLock
      ? [{ id: 'desk.lock', title: t('bar.lock'), group: 'view', shortcut: 'mod+l', run: lock } as const]
      : []),
  ])
  if (desk === undefined) return null
  const { person, lender } = desk
  return (
    <>
      <UnstyledButton className={classes.who} aria-keyshortcuts="Alt+U" title={operator} onClick={open}>
        <span className="visually-hidden">{t('bar.who')} </span>
        <span className={classes.name}>{operator}</span>
        {person !== null && person.name !== t(`role.${person.role}`) && (
          <span className={classes.role}>{t(`role.${person.role}`)}</span>
        )}
      </UnstyledButton>
      <Dialog isOpen={isOpen} title={t('switch.title')} onClose={close}>
        <Stack gap="md">
          <p className={classes.note}>{t('switch.text')}</p>
          <SignIn desk={desk} deed={t('switch.deed')} onDone={close} />
          <div className={classes.deeds}>
            {lender !== null && (
              <Button
                variant="default"
                onClick={() => {
                  close()
                  void giveBack().catch(() => {})
                }}
              >
                {t('bar.giveBack', { name: lender })}
              </Button>
            )}
            {canLock && (
              <Button variant="default" onClick={lock} rightSection={<Keycaps shortcut="mod+l" />}>
                {t('bar.lock')}
              </Button>
            )}
            <Link to="/settings" hash="people" onClick={close}>
              {t('bar.settings')}
            </Link>
          </div>
        </Stack>
      </Dialog>
    </>
  )
}
