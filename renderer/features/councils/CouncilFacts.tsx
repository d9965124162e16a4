import { useTranslation } from 'react-i18next'
import type { CouncilFields } from '../../../shared/api/councils.ts'
import { SavedDate, SavedSelect, SavedText } from '../../components/fields/SavedFields.tsx'
import { councilLevels } from './council-levels.ts'
import classes from './CouncilPage.module.css'

type Props = {
  fields: CouncilFields
  patch: (change: Partial<CouncilFields>) => Promise<unknown>
  isReadOnly: boolean
}

/** Name, level, place and founding decision, as documents print them. */
export function CouncilFacts({ fields, patch, isReadOnly }: Props) {
  const { t } = useTranslation('councils')
  return (
    <div className={classes.facts}>
      <SavedText
        className={classes.whole}
        label={t('field.name')}
        value={fields.name}
        save={(name) => patch({ name })}
        isRequired
        isReadOnly={isReadOnly}
      />
      <SavedSelect
        label={t('field.level')}
        value={fields.level}
        options={councilLevels.map((value) => ({ value, label: t(`common:level.${value}`) }))}
        save={(level) => patch({ level })}
        isReadOnly={isReadOnly}
      />
      <SavedText
        label={t('field.province')}
        value={fields.province}
        save={(province) => patch({ province })}
        isRequired
        isReadOnly={isReadOnly}
      />
      {(fields.level === 'district' || fields.district !== '') && (
        <SavedText
          label={t('field.district')}
          value={fields.district}
          save={(district) => patch({ district })}
          isReadOnly={isReadOnly}
        />
      )}
      <SavedText
        label={t('field.foundingNumber')}
        value={fields.foundingDecisionNumber}
        save={(foundingDecisionNumber) => patch({ foundingDecisionNumber })}
        isReadOnly={isReadOnly}
      />
      <SavedDate
        label={t('field.foundingDate')}
        value={fields.foundingDecisionDate}
        save={(foundingDecisionDate) => patch({ foundingDecisionDate })}
        isReadOnly={isReadOnly}
      />
    </div>
  )
}
