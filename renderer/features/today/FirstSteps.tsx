import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import classes from './TodayPage.module.css'

type Props = {
  /** With members. */
  readonly hasCouncil: boolean
  readonly isReadOnly: boolean
}

/** The way to the first session of a file: what is there already is struck out. */
export function FirstSteps({ hasCouncil, isReadOnly }: Props) {
  const { t } = useTranslation('today')
  const { data: products } = useQuery(orpc.products.list.queryOptions({ input: { limit: 1, offset: 0 } }))
  const hasProducts = products !== undefined && products.total > 0
  if (isReadOnly) return <EmptyState title={t('empty.title')}>{t('empty.readOnly')}</EmptyState>
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Group gap="sm">
          {hasCouncil ? (
            <Button renderRoot={(props) => <Link to="/sessions/new" {...props} />}>{t('newSession')}</Button>
          ) : (
            <Button renderRoot={(props) => <Link to="/councils/new" {...props} />}>{t('empty.newCouncil')}</Button>
          )}
          <Button renderRoot={(props) => <Link to="/sessions/import" {...props} />} variant="default">
            {t('empty.import')}
          </Button>
          <Button renderRoot={(props) => <Link to="/products/import" {...props} />} variant="default">
            {t('empty.lists')}
          </Button>
        </Group>
      }
    >
      <ol className={classes.steps}>
        <li data-done={hasCouncil || undefined}>{t('empty.council')}</li>
        <li data-done={hasProducts || undefined}>{t('empty.products')}</li>
        <li>{t('empty.session')}</li>
      </ol>
      {t('empty.workbook')}
    </EmptyState>
  )
}
