import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../shared/domain/rules/rule-set.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { unrecognisedOf, type Unrecognised as Told } from '../../shared/domain/session/unrecognised.ts'
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
        {products.map((told) => (
          <li key={told.item.id}>
            <b>{told.item.code}</b> {told.item.productName}: {whyOf(told, { level: record.level, t })}
          </li>
        ))}
      </ul>
    </details>
  )
}

function whyOf(
  { article, star, decides, recognises, sentUpBy }: Told,
  { level, t }: { readonly level: Level; readonly t: TFunction<'results'> },
): string {
  if (star === null) return t('unrecognised.rejected', { article })
  const levelName = (one: Level) => t(`unrecognised.level.${one}`)
  const starName = (count: number) => (count === 0 ? t('unrecognised.noStar') : t('common:stars', { count }))
  const stars = recognises.map(starName).join(', ')
  const rule = t(stars === '' ? 'unrecognised.recognisesNone' : 'unrecognised.recognises', {
    level: levelName(decides),
    stars,
  })
  const facts = { star: starName(star), rule, article }
  if (sentUpBy === null) return t('unrecognised.stays', facts)
  return t('unrecognised.sentUp', { ...facts, to: levelName(decides), level: levelName(level), referral: sentUpBy })
}
