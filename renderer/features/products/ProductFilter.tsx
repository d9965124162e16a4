import { Checkbox } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { WordsField } from '../../components/WordsField.tsx'
import { useProductSets } from '../../components/product-sets.ts'
import { useSetFilter } from '../../components/use-set-filter.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { askForProducts } from './listed-products.ts'
import classes from './ProductsPage.module.css'

/** Words to find and the product set; both stand in the address, so that going back finds the list as it was. */
export function ProductFilter({ total }: { total: number | undefined }) {
  const { t } = useTranslation('products')
  const search = useSearch({ from: '/frame/products' })
  const set = useSetFilter('/products', askForProducts)
  const sets = useProductSets()
  return (
    <div className={classes.filter}>
      <WordsField
        commandId="products.find"
        label={t('find.label')}
        placeholder={t('find.placeholder')}
        query={search.query}
        pauseMs={0}
        onQuery={(query) => set({ query })}
      />
      <SearchSelect
        className={classes.setFilter}
        aria-label={t('find.set')}
        placeholder={t('find.allSets')}
        clearable
        clearButtonProps={{ 'aria-label': t('find.allSets') }}
        value={search.set === undefined ? null : String(search.set)}
        data={sets.map(({ setNumber, name }) => ({ value: String(setNumber), label: `${setNumber}. ${name}` }))}
        onChange={(value) => set({ set: value === null ? undefined : Number(value) })}
      />
      <Checkbox
        label={t('find.incomplete')}
        checked={search.incomplete === true}
        onChange={({ currentTarget: { checked } }) => set({ incomplete: checked || undefined })}
      />
      <span className={classes.count} role="status">
        {total !== undefined && t('find.total', { count: total, shown: wholeNumber(total) })}
      </span>
    </div>
  )
}
