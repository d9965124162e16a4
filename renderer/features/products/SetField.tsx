import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { filterSets, groupSets, pathOf } from '../../components/fields/set-choice.ts'

type Props = {
  /** Of a product of the file, whose choice saves itself. */
  readonly productId?: number
  readonly value: number | null
  readonly onChoose: (setNumber: number) => void
  readonly problem?: ReactNode
  readonly isReadOnly?: boolean
  readonly required?: boolean
}

/** Ngành › nhóm › phân nhóm in one field, by the law of the product's day: found by typing, and never chosen unasked. */
export function SetField({ productId, value, onChoose, problem = null, isReadOnly = false, required = false }: Props) {
  const { t } = useTranslation('products')
  const { data } = useQuery(
    orpc.products.offeredSets.queryOptions({ input: productId === undefined ? {} : { id: productId } }),
  )
  const groups = useMemo(() => groupSets(data?.sets ?? []), [data])
  const chosen = data?.sets.find(({ setNumber }) => setNumber === value)
  // A product's own set is shown even before the names have loaded, or where that law does not know it.
  const own = value === null || chosen !== undefined ? [] : [{ value: String(value), label: String(value) }]
  const law = { law: data?.ruleSetTitle ?? '' }
  return (
    <SearchSelect
      data-saves-itself={productId === undefined ? undefined : true}
      label={t('field.setNumber')}
      description={
        data === undefined || (value !== null && chosen === undefined)
          ? undefined
          : chosen === undefined
            ? t('set.how', law)
            : t('set.path', { path: pathOf(chosen), ...law })
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value === null ? null : String(value)}
      data={[...own, ...groups.map(({ group, items }) => ({ group, items: [...items] }))]}
      filter={filterSets}
      maxDropdownHeight={320}
      error={problem}
      readOnly={isReadOnly}
      required={required}
      onChange={(key) => {
        if (key !== null && Number(key) !== value) onChoose(Number(key))
      }}
    />
  )
}
