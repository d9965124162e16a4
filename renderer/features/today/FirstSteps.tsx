import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/EmptyState.tsx'
import classes from './TodayPage.module.css'

/** The way to the first session of a file. */
export function FirstSteps({ hasCouncil, isReadOnly }: { hasCouncil: boolean; isReadOnly: boolean }) {
  const { t } = useTranslation('today')
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
        <li>{t('empty.products')}</li>
        <li>{t('empty.session')}</li>
      </ol>
      {t('empty.workbook')}
    </EmptyState>
  )
}
