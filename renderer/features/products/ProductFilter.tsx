import { Checkbox } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import { useProductSets } from '../../components/product-sets.ts'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { addressPauseMs, type WordsAhead } from '../../components/use-typed-words.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { askForProducts } from './listed-products.ts'
import classes from './ProductsPage.module.css'

type Props = { readonly total: number | undefined; readonly ahead: WordsAhead }

/**
 * Words to find and the product set; both stand in the address, so that going back finds the list as it was. Each looks at its
 * own part of it: a key in the words draws no more than they.
 */
export const ProductFilter = memo(function ProductFilter({ total, ahead }: Props) {
  const { t } = useTranslation('products')
  return (
    <div className={classes.filter}>
      <Words ahead={ahead} />
      <SetSelect />
      <IncompleteBox />
      <span className={classes.count} role="status">
        {total !== undefined && t('find.total', { count: total, shown: wholeNumber(total) })}
      </span>
    </div>
  )
})

const useSet = () => useSetFilter('/products', askForProducts)

const Words = memo(function Words({ ahead }: { readonly ahead: WordsAhead }) {
  const { t } = useTranslation('products')
  const query = useSearch({ from: '/frame/products', select: (search) => search.query })
  const set = useSet()
  return (
    <WordsField
      commandId="products.find"
      label={t('find.label')}
      placeholder={t('find.placeholder')}
      query={query}
      pauseMs={addressPauseMs}
      ahead={ahead}
      onQuery={(words) => set({ query: words })}
    />
  )
})

const SetSelect = memo(function SetSelect() {
  const { t } = useTranslation('products')
  const setNumber = useSearch({ from: '/frame/products', select: (search) => search.set })
  const set = useSet()
  const sets = useProductSets()
  return (
    <SearchSelect
      className={classes.setFilter}
      aria-label={t('find.set')}
      placeholder={t('find.allSets')}
      clearable
      clearButtonProps={{ 'aria-label': t('find.allSets') }}
      value={setNumber === undefined ? null : String(setNumber)}
      data={sets.map((one) => ({ value: String(one.setNumber), label: `${one.setNumber}. ${one.name}` }))}
      onChange={(value) => set({ set: value === null ? undefined : Number(value) })}
    />
  )
})

const IncompleteBox = memo(function IncompleteBox() {
  const { t } = useTranslation('products')
  const isIncomplete = useSearch({ from: '/frame/products', select: (search) => search.incomplete === true })
  const set = useSet()
  return (
    <Checkbox
      label={t('find.incomplete')}
      checked={isIncomplete}
      onChange={({ currentTarget: { checked } }) => set({ incomplete: checked || undefined })}
    />
  )
})
