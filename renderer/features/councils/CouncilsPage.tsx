import { useTranslation } from 'react-i18next'
import { Page } from '../../components/Page.tsx'

export const CouncilsPage = () => {
  const { t } = useTranslation()
  return <Page title={t('rail.councils')}>{null}</Page>
}
