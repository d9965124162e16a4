import { useTranslation } from 'react-i18next'
import { Page } from '../../components/Page.tsx'

export const AuditPage = () => {
  const { t } = useTranslation()
  return <Page title={t('rail.audit')}>{null}</Page>
}
