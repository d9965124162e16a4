import { useTranslation } from 'react-i18next'
import { countQuorum } from '../../../shared/domain/scoring/quorum.ts'
import type {
  GateSettlement,
  MeanRounding,
  MemberSight,
  Regulation,
  Verification,
} from '../../../shared/domain/scoring/types.ts'
import { readFraction } from '../fields/read-text.ts'
import { SavedSelect, SavedWhole } from '../fields/SavedFields.tsx'
import { RegulationRow } from './RegulationRow.tsx'
import classes from './RegulationFields.module.css'
import { SavedFraction } from './SavedFraction.tsx'
import { SavedSwitch } from './SavedSwitch.tsx'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'

type Props = {
  regulation: Regulation
  patch: (change: Partial<Regulation>) => Promise<unknown>
  isReadOnly: boolean
  /** How many members the council has; with them the quorum is said in persons too. */
  memberCount?: number
}

/** The council's own regulations, each with what it does, its usual value and where that comes from. */
export function RegulationFields({ regulation, patch, isReadOnly, memberCount }: Props) {
  const { t } = useTranslation('regulation')
  const { quorum, spreadLimit, gateSettlement, rounding, verification, memberSight } = regulation
  const usual = usualRegulation
  return (
    <div className={classes.rows}>
      <RegulationRow
        name="quorum"
        usual={t('quorum.usual', { fraction: fractionOf(usual.quorum) })}
        isUsual={fractionOf(quorum) === fractionOf(usual.quorum) && !quorum.needsChair}
        example={
          memberCount !== undefined &&
          memberCount > 0 &&
          t('quorum.example', { members: memberCount, required: requiredOf(memberCount, regulation) })
        }
      >
        <SavedFraction
          label={t('quorum.label')}
          numerator={quorum.numerator}
          denominator={quorum.denominator}
          save={(text) => patch({ quorum: { ...quorum, ...readFraction(text) } })}
          isReadOnly={isReadOnly}
        />
        <SavedSwitch
          label={t('needsChair.label')}
          value={quorum.needsChair}
          save={(needsChair) => patch({ quorum: { ...quorum, needsChair } })}
          isReadOnly={isReadOnly}
        />
      </RegulationRow>
      <RegulationRow
        name="spreadLimit"
        usual={t('spreadLimit.usual', { points: usual.spreadLimit })}
        isUsual={spreadLimit === usual.spreadLimit}
      >
        <SavedWhole
          label={t('spreadLimit.label')}
          value={spreadLimit}
          min={0}
          max={100}
          save={(points) => patch({ spreadLimit: points })}
          isReadOnly={isReadOnly}
        />
      </RegulationRow>
      <RegulationRow
        name="rounding"
        usual={t(`rounding.${usual.rounding}`)}
        isUsual={rounding === usual.rounding}
        example={t(`rounding.example.${rounding}`)}
      >
        <SavedSelect
          label={t('rounding.label')}
          value={rounding}
          options={roundings.map((value) => ({ value, label: t(`rounding.${value}`) }))}
          save={(value) => patch({ rounding: value })}
          isReadOnly={isReadOnly}
        />
      </RegulationRow>
      <RegulationRow
        name="gateSettlement"
        usual={t(`gateSettlement.${usual.gateSettlement}`)}
        isUsual={gateSettlement === usual.gateSettlement}
        example={t(`gateSettlement.example.${gateSettlement}`)}
      >
        <SavedSelect
          label={t('gateSettlement.label')}
          value={gateSettlement}
          options={settlements.map((value) => ({ value, label: t(`gateSettlement.${value}`) }))}
          save={(value) => patch({ gateSettlement: value })}
          isReadOnly={isReadOnly}
        />
      </RegulationRow>
      <RegulationRow
        name="verification"
        usual={t(`verification.${usual.verification}`)}
        isUsual={verification === usual.verification}
        example={t(`verification.example.${verification}`)}
      >
        <SavedSelect
          label={t('verification.label')}
          value={verification}
          options={verifications.map((value) => ({ value, label: t(`verification.${value}`) }))}
          save={(value) => patch({ verification: value })}
          isReadOnly={isReadOnly}
        />
      </RegulationRow>
      <RegulationRow
        name="memberSight"
        usual={t(`memberSight.${usual.memberSight}`)}
        isUsual={memberSight === usual.memberSight}
        example={t(`memberSight.example.${memberSight}`)}
      >
        <SavedSelect
          label={t('memberSight.label')}
          value={memberSight}
          options={sights.map((value) => ({ value, label: t(`memberSight.${value}`) }))}
          save={(value) => patch({ memberSight: value })}
          isReadOnly={isReadOnly}
        />
      </RegulationRow>
      <RegulationRow name="projector">
        <div className={classes.fixedName}>{t('projector.label')}</div>
        <ul className={classes.fixed}>
          <li>{t('projector.reveal')}</li>
          <li>{t('projector.names')}</li>
        </ul>
      </RegulationRow>
    </div>
  )
}

const settlements = ['majority', 'agreed', 'all', 'mean'] as const satisfies readonly GateSettlement[]
const roundings = ['none', 'two-decimals', 'one-decimal', 'integer'] as const satisfies readonly MeanRounding[]
const verifications = ['off', 'borderline', 'all'] as const satisfies readonly Verification[]
const sights = ['own-ballot', 'own-total', 'revealed-result'] as const satisfies readonly MemberSight[]

const fractionOf = ({ numerator, denominator }: Regulation['quorum']): string => `${numerator}/${denominator}`

const requiredOf = (memberCount: number, regulation: Regulation): number =>
  countQuorum(
    Array.from({ length: memberCount }, () => absentMember),
    regulation,
  ).required

const absentMember = { role: 'member', isPresent: false } as const
