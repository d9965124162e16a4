import { Button, Menu } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateRegister } from '../../../shared/api/certificate-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { Icon } from '../../components/Icon.tsx'
import { Invitations } from './papers/Invitations.tsx'
import { LapsingList } from './papers/LapsingList.tsx'
import { RegisteredList } from './papers/RegisteredList.tsx'
import type { RegisterFilterOf } from './register-address.ts'

type Props = { readonly register: CertificateRegister; readonly filter: RegisterFilterOf }

/** The lists, letters and books that are written about what the register shows; each opens where papers are numbered. */
export function WritePapers({ register, filter }: Props) {
  const { t } = useTranslation('year')
  const navigate = useNavigate({ from: '/certificates' })
  const [shown, setShown] = useState<'invitations' | 'lapsing' | 'registered' | null>(null)
  const asked = useSearch({ from: '/frame/certificates', select: ({ write }) => write })
  if (asked !== undefined && asked !== shown) setShown(asked)
  // Asked for from elsewhere: taken out of the address, so that going back opens no dialog again.
  useEffect(() => {
    if (asked === undefined) return
    void navigate({ search: ({ write: _write, ...rest }) => rest, replace: true })
  }, [asked, navigate])
  const button = useRef<HTMLButtonElement>(null)
  // The dialog was opened from a menu that is gone: the focus goes back to its button.
  const close = () => {
    setShown(null)
    button.current?.focus()
  }
  const open = (papers: readonly OfficePaper[]) => void navigate({ to: '/papers', search: { papers } })
  const book: OfficePaper = { kind: 'certificate-register', year: filter.recognisedIn ?? null, asOf: register.day }
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button ref={button} variant="default" rightSection={<Icon name="chevron-down" size={14} />}>
            {t('write')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setShown('invitations')}>{t('documents:kind.reassessment-invitation')}</Menu.Item>
          <Menu.Item onClick={() => setShown('lapsing')}>{t('documents:kind.lapsing-list')}</Menu.Item>
          <Menu.Item onClick={() => setShown('registered')}>{t('documents:kind.registered-list')}</Menu.Item>
          <Menu.Item onClick={() => open([book])}>
            {t('documents:kind.certificate-register')}
            {book.year !== null && ` ${book.year}`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {shown === 'invitations' && <Invitations filter={filter} onOpen={open} onClose={close} />}
      {shown === 'lapsing' && <LapsingList register={register} filter={filter} onOpen={open} onClose={close} />}
      {shown === 'registered' && <RegisteredList day={register.day} onOpen={open} onClose={close} />}
    </>
  )
}
