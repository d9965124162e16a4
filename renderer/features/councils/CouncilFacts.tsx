import { useTranslation } from 'react-i18next'
import type { CouncilFields } from '../../../shared/api/councils.ts'
import { savedFields } from '../../components/fields/saved-fields.ts'
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
  const saved = savedFields({ fields, patch, isReadOnly })
  return (
    <div className={classes.facts}>
      <SavedText className={classes.whole} label={t('field.name')} {...saved('name')} isRequired />
      <SavedSelect
        label={t('field.level')}
        {...saved('level')}
        options={councilLevels.map((value) => ({ value, label: t(`common:level.${value}`) }))}
      />
      <SavedText label={t('field.province')} {...saved('province')} isRequired />
      {(fields.level === 'district' || fields.district !== '') && (
        <SavedText label={t('field.district')} {...saved('district')} />
      )}
      <SavedText label={t('field.foundingNumber')} {...saved('foundingDecisionNumber')} />
      <SavedDate label={t('field.foundingDate')} {...saved('foundingDecisionDate')} />
    </div>
  )
}
