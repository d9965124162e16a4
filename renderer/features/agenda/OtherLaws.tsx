import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/api/products.ts'
import type { OtherLaw } from '../../../shared/api/sessions.ts'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { OtherLawList } from '../../components/OtherLawList.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './AddProducts.module.css'

/** Products that somebody wants on the agenda, and those of them whose dossiers another rule set judges. */
export type Asked = { readonly chosen: readonly Product[]; readonly others: readonly OtherLaw[] }

type Props = {
  readonly asked: Asked
  /** Short title of the session's rule set. */
  readonly rules: string
  readonly isBusy: boolean
  readonly onSend: (chosen: readonly Product[], acceptsOtherLaw: boolean) => void
  readonly onLeave: () => void
}

/** Says which products another law judges by their days of filing, and splits them off unless somebody wants them here. */
export function OtherLaws({ asked: { chosen, others }, rules, isBusy, onSend, onLeave }: Props) {
  const { t } = useTranslation('meeting')
  const otherIds = new Set(others.map(({ productId }) => productId))
  const own = chosen.filter(({ id }) => !otherIds.has(id))
  return (
    <div role="alertdialog" aria-label={t('otherLaw.label')} className={classes.laws}>
      <StateMark tone="attention" isLong>
        {t('otherLaw.told', { count: others.length, rules })}
      </StateMark>
      <OtherLawList others={others} />
      <Group gap="sm">
        <Button ref={focusAtStart} disabled={own.length === 0} loading={isBusy} onClick={() => onSend(own, false)}>
          {t('otherLaw.own', { count: own.length })}
        </Button>
        <Button variant="default" loading={isBusy} onClick={() => onSend(chosen, true)}>
          {t('otherLaw.all', { count: chosen.length, rules })}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('common:cancel')}
        </Button>
      </Group>
    </div>
  )
}
