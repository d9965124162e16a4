import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateSettlement, MeanRounding, Regulation } from '../../../shared/domain/scoring/types.ts'
import { readFraction } from '../fields/read-text.ts'
import { SavedSelect, SavedWhole } from '../fields/SavedFields.tsx'
import { SavedFraction } from './SavedFraction.tsx'
import classes from './RegulationFields.module.css'

/** The council's own regulations, each with what it does, its usual value and where that comes from. */
export const RegulationFields = ({
  regulation,
  patch,
  isReadOnly,
}: {
  regulation: Regulation
  patch: (change: Partial<Regulation>) => Promise<unknown>
  isReadOnly: boolean
}) => {
  const { t } = useTranslation('regulation')
  const { quorum } = regulation
  return (
    <div className={classes.rows}>
      <Row why={t('quorum.why')}>
        <SavedFraction
          label={t('quorum.label')}
          numerator={quorum.numerator}
          denominator={quorum.denominator}
          save={(text) => patch({ quorum: { ...quorum, ...readFraction(text) } })}
          isReadOnly={isReadOnly}
        />
        <Switch
          label={t('needsChair.label')}
          checked={quorum.needsChair}
          disabled={isReadOnly}
          onChange={(event) => void patch({ quorum: { ...quorum, needsChair: event.currentTarget.checked } })}
        />
      </Row>
      <Row why={t('spreadLimit.why')}>
        <SavedWhole
          label={t('spreadLimit.label')}
          value={regulation.spreadLimit}
          min={0}
          max={100}
          save={(spreadLimit) => patch({ spreadLimit })}
          isReadOnly={isReadOnly}
        />
      </Row>
      <Row why={t('gateSettlement.why')}>
        <SavedSelect
          label={t('gateSettlement.label')}
          value={regulation.gateSettlement}
          options={settlements.map((value) => ({ value, label: t(`gateSettlement.${value}`) }))}
          save={(gateSettlement) => patch({ gateSettlement })}
          isReadOnly={isReadOnly}
        />
      </Row>
      <Row why={t('rounding.why')}>
        <SavedSelect
          label={t('rounding.label')}
          value={regulation.rounding}
          options={roundings.map((value) => ({ value, label: t(`rounding.${value}`) }))}
          save={(rounding) => patch({ rounding })}
          isReadOnly={isReadOnly}
        />
      </Row>
    </div>
  )
}

const settlements = ['majority', 'agreed', 'all', 'mean'] as const satisfies readonly GateSettlement[]
const roundings = ['none', 'two-decimals', 'one-decimal', 'integer'] as const satisfies readonly MeanRounding[]

const Row = ({ why, children }: { why: string; children: ReactNode }) => (
  <div className={classes.row}>
    <div className={classes.field}>{children}</div>
    <p className={classes.why}>{why}</p>
  </div>
)
