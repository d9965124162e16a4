import { useTranslation } from 'react-i18next'
import { countQuorum } from '../../../shared/domain/scoring/quorum.ts'
import type { Patch } from '../../../shared/domain/lay-patch.ts'
import type { Regulation } from '../../../shared/domain/scoring/types.ts'
import { readFraction } from '../fields/read-text.ts'
import { savedFields } from '../fields/saved-fields.ts'
import { SavedSelect, SavedWhole } from '../fields/SavedFields.tsx'
import { RegulationRow } from './RegulationRow.tsx'
import classes from './RegulationFields.module.css'
import { SavedFraction } from './SavedFraction.tsx'
import { SavedSwitch } from './SavedSwitch.tsx'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'

type Props = {
  regulation: Regulation
  patch: (change: Patch<Regulation>) => Promise<unknown>
  isReadOnly: boolean
  /** How many members the council has; with them the quorum is said in persons too. */
  memberCount?: number
}

/** The council's own regulations, each with what it does, its usual value and where that comes from. */
export function RegulationFields({ regulation, patch, isReadOnly, memberCount }: Props) {
  const { t } = useTranslation('regulation')
  const { quorum } = regulation
  const saved = savedFields({ fields: regulation, patch, isReadOnly })
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
          save={(text) => patch({ quorum: readFraction(text) ?? {} })}
          isReadOnly={isReadOnly}
        />
        <SavedSwitch
          label={t('needsChair.label')}
          value={quorum.needsChair}
          save={(needsChair) => patch({ quorum: { needsChair } })}
          isReadOnly={isReadOnly}
        />
      </RegulationRow>
      <RegulationRow
        name="spreadLimit"
        usual={t('spreadLimit.usual', { points: usual.spreadLimit })}
        isUsual={regulation.spreadLimit === usual.spreadLimit}
      >
        <SavedWhole label={t('spreadLimit.label')} {...saved('spreadLimit')} min={0} max={100} />
      </RegulationRow>
      {choices.map(({ name, values }) => (
        <RegulationRow
          key={name}
          name={name}
          usual={t(`${name}.${usual[name]}`)}
          isUsual={regulation[name] === usual[name]}
          example={t(`${name}.example.${regulation[name]}`)}
        >
          <SavedSelect
            label={t(`${name}.label`)}
            {...saved(name)}
            options={values.map((value) => ({ value, label: t(`${name}.${value}`) }))}
          />
        </RegulationRow>
      ))}
      {switches.map((name) => (
        <RegulationRow
          key={name}
          name={name}
          usual={t(`${name}.${usual[name]}`)}
          isUsual={regulation[name] === usual[name]}
          example={t(`${name}.example.${regulation[name]}`)}
        >
          <SavedSwitch
            label={t(`${name}.label`)}
            value={regulation[name]}
            save={(value) => patch({ [name]: value })}
            isReadOnly={isReadOnly}
          />
        </RegulationRow>
      ))}
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

const switches = [
  'chairApproves',
  'chairSeesDeviations',
  'takesClearPaper',
] as const satisfies readonly (keyof Regulation)[]

type ChoiceName = Exclude<keyof Regulation, 'quorum' | 'spreadLimit' | (typeof switches)[number]>

/** The regulations that are one of a few values. */
const choices: readonly {
  [Name in ChoiceName]: { readonly name: Name; readonly values: readonly Regulation[Name][] }
}[ChoiceName][] = [
  { name: 'rounding', values: ['none', 'two-decimals', 'one-decimal', 'integer'] },
  { name: 'gateSettlement', values: ['majority', 'agreed', 'all', 'mean'] },
  { name: 'verification', values: ['off', 'borderline', 'all'] },
  { name: 'memberSight', values: ['own-ballot', 'own-total', 'revealed-result'] },
]

const fractionOf = ({ numerator, denominator }: Regulation['quorum']): string => `${numerator}/${denominator}`

const requiredOf = (memberCount: number, regulation: Regulation): number =>
  countQuorum(
    Array.from({ length: memberCount }, () => absentMember),
    regulation,
  ).required

const absentMember = { role: 'member', isPresent: false } as const
