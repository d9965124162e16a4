import { Button, Menu } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { memo, useCallback, useEffect, useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateRegister } from '../../../shared/api/certificate-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { Icon } from '../../components/Icon.tsx'
import { Invitations } from './papers/Invitations.tsx'
import { LapsingList } from './papers/LapsingList.tsx'
import { RegisteredList } from './papers/RegisteredList.tsx'
import type { RegisterFilterOf } from './register-address.ts'

type Props = { readonly register: CertificateRegister; readonly filter: RegisterFilterOf }

type Asked = 'invitations' | 'lapsing' | 'registered'

/** The lists, letters and books that are written about what the register shows; each opens where papers are numbered. */
export function WritePapers({ register, filter }: Props) {
  const navigate = useNavigate({ from: '/certificates' })
  const [shown, setShown] = useState<Asked | null>(null)
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
  const open = useCallback(
    (papers: readonly OfficePaper[]) => void navigate({ to: '/papers', search: { papers } }),
    [navigate],
  )
  return (
    <>
      <WriteMenu
        button={button}
        year={filter.recognisedIn ?? null}
        asOf={register.day}
        onAsk={setShown}
        onOpen={open}
      />
      {shown === 'invitations' && <Invitations filter={filter} onOpen={open} onClose={close} />}
      {shown === 'lapsing' && <LapsingList register={register} filter={filter} onOpen={open} onClose={close} />}
      {shown === 'registered' && <RegisteredList day={register.day} onOpen={open} onClose={close} />}
    </>
  )
}

type MenuProps = {
  readonly button: Ref<HTMLButtonElement>
  /** Of the book. */
  readonly year: number | null
  readonly asOf: string
  readonly onAsk: (asked: Asked) => void
  readonly onOpen: (papers: readonly OfficePaper[]) => void
}

/** Not drawn anew with what is counted of the register. */
const WriteMenu = memo(function WriteMenu({ button, year, asOf, onAsk, onOpen }: MenuProps) {
  const { t } = useTranslation('year')
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button ref={button} variant="default" rightSection={<Icon name="chevron-down" size={14} />}>
          {t('write')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAsk('invitations')}>{t('documents:kind.reassessment-invitation')}</Menu.Item>
        <Menu.Item onClick={() => onAsk('lapsing')}>{t('documents:kind.lapsing-list')}</Menu.Item>
        <Menu.Item onClick={() => onAsk('registered')}>{t('documents:kind.registered-list')}</Menu.Item>
        <Menu.Item onClick={() => onOpen([{ kind: 'certificate-register', year, asOf }])}>
          {t('documents:kind.certificate-register')}
          {year !== null && ` ${year}`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
})
