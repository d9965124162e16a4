import { useTranslation } from 'react-i18next'
import { unrecognisedOf } from '../../shared/domain/session/recognition-text.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { StateMark } from './StateMark.tsx'
import classes from './Unrecognised.module.css'

/** Which products nobody will recognise by the council's result, and what article says so; nothing where all will be. */
export function Unrecognised({ record }: { record: SessionRecord }) {
  const { t } = useTranslation('results')
  const products = unrecognisedOf(record)
  if (products.length === 0) return null
  return (
    <details className={classes.unrecognised} data-testid="unrecognised">
      <summary>
        <StateMark tone="attention">{t('unrecognised.heading', { count: products.length })}</StateMark>
      </summary>
      <ul>
        {products.map(({ item, why }) => (
          <li key={item.id}>
            <b>{item.code}</b> {item.productName}: {why}
          </li>
        ))}
      </ul>
    </details>
  )
}
