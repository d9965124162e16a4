import { useTranslation } from 'react-i18next'
import { Page } from '../../components/Page.tsx'

export const ProductsPage = () => {
  const { t } = useTranslation()
  return <Page title={t('rail.products')}>{null}</Page>
}
