import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isClerkPage } from '../../api/transport.ts'
import { isReportOpen } from './report-store.ts'

/** Shows the report of errors; nothing on a clerk's laptop, whose host is another machine. */
export function ReportButton({ size }: { readonly size?: 'compact-sm' }) {
  const { t } = useTranslation()
  if (isClerkPage()) return null
  return (
    <Button {...(size !== undefined && { size })} variant="default" onClick={() => isReportOpen.set(true)}>
      {t('report.open')}
    </Button>
  )
}
