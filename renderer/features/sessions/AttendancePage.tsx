import { useTranslation } from 'react-i18next'
import { Page } from '../../components/Page.tsx'

export const AttendancePage = () => {
  const { t } = useTranslation()
  return <Page title={t('rail.sessions')}>{null}</Page>
}
