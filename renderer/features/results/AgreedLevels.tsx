import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { AgreedLevelSelect } from './AgreedLevelSelect.tsx'
import { CriterionWithPoints } from './CriterionWithPoints.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** Levels that the council agreed on in criteria without a star mark; each member's own choice stays as it is. */
export function AgreedLevels(part: ItemPart) {
  const { t } = useTranslation('results')
  const { item, canChange } = part
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: item.id } })).data
  const [asked, setAsked] = useState<readonly string[]>([])
  if (form === undefined) return null
  const plain = listCriteria(form).filter(({ criterion }) =>
    criterion.options.every(({ minStar }) => minStar === undefined),
  )
  const isShown = ({ criterion: { code } }: FormCriterion): boolean =>
    asked.includes(code) || item.agreedLevels[code] !== undefined
  const shown = plain.filter(isShown)
  return (
    <>
      {shown.length > 0 && (
        <DataTable
          caption={t('gates.agreed')}
          isDense
          columns={[
            {
              key: 'criterion',
              head: t('gates.criterion'),
              isRowHead: true,
              cell: (place) => <CriterionWithPoints {...part} place={place} />,
            },
            {
              key: 'agreed',
              head: t('gates.agreed'),
              width: '38%',
              cell: (place) => <AgreedLevelSelect {...part} place={place} />,
            },
          ]}
          rows={shown}
          rowKey={({ criterion }) => criterion.code}
          data-testid="agreed-levels"
        />
      )}
      {canChange && (
        <SearchSelect
          className={classes.more}
          size="xs"
          aria-label={t('gates.another')}
          placeholder={t('gates.another')}
          value={null}
          data={plain
            .filter((place) => !isShown(place))
            .map(({ criterion: { code, title } }) => ({ value: code, label: `${code} ${title}` }))}
          onChange={(code) => code !== null && setAsked([...asked, code])}
        />
      )}
    </>
  )
}
