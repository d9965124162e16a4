import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Regulation } from '../../../shared/domain/scoring/types.ts'
import classes from './RegulationFields.module.css'

type Props = {
  name: keyof Regulation | 'projector'
  /** What councils mostly have; without it the regulation is no choice. */
  usual?: string
  isUsual?: boolean
  example?: ReactNode
  children: ReactNode
}

/** One regulation: its field, beside it what it means now and the usual value; what it does and its source unfold. */
export function RegulationRow({ name, usual, isUsual = true, example, children }: Props) {
  const { t } = useTranslation('regulation')
  return (
    <div className={classes.row} data-testid={`regulation-${name}`}>
      <div className={classes.field}>{children}</div>
      <div className={classes.why}>
        {example !== undefined && example !== false && <p className={classes.example}>{example}</p>}
        {usual !== undefined && (
          <p className={classes.source}>
            {isUsual ? (
              t('usual', { value: usual })
            ) : (
              <span className={classes.own}>{t('notUsual', { value: usual })}</span>
            )}
          </p>
        )}
        <details>
          <summary>{t('about')}</summary>
          <p>{t(`${name}.why`)}</p>
          <p className={classes.source}>{t('source', { text: t(`${name}.source`) })}</p>
        </details>
      </div>
    </div>
  )
}
