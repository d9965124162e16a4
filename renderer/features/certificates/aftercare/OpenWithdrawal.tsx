import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisteredCertificate } from '../../../../shared/api/certificate-register.ts'
import { WithdrawalDialog } from '../../../components/withdrawals/WithdrawalDialog.tsx'

/** Opens a case of withdrawal on the recognition that decides now. */
export function OpenWithdrawal({ certificate }: { certificate: RegisteredCertificate }) {
  const { t } = useTranslation('aftercare')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {t('withdrawals.open')}
      </Button>
      {isOpen && <WithdrawalDialog about={certificate} onClose={() => setOpen(false)} />}
    </>
  )
}
