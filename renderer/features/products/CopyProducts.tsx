import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/api/products.ts'
import { client } from '../../api/client.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import type { CopiedCell } from '../../components/copied-cells.ts'

const atOnce = 500

type Found = { readonly query?: string; readonly setNumber?: number; readonly isIncomplete?: boolean }

/** Copies every product that the filter finds by then, not those on screen alone. */
export const CopyProducts = memo(function CopyProducts({ foundNow }: { readonly foundNow: () => Found }) {
  const { t } = useTranslation('products')
  const heads = [
    t('column.code'),
    t('column.name'),
    t('column.producer'),
    t('field.producerKind'),
    t('field.commune'),
    t('field.district'),
    t('field.setNumber'),
    t('column.star'),
    t('column.sessions'),
  ]
  const rows = async (): Promise<readonly (readonly CopiedCell[])[]> => {
    const found = foundNow()
    const cells: (readonly CopiedCell[])[] = []
    let total = 1
    while (cells.length < total) {
      const page = await client.products.list({ ...found, limit: atOnce, offset: cells.length })
      if (page.products.length === 0) break
      total = page.total
      cells.push(...page.products.map(cellsOf))
    }
    return cells
  }
  return <CopyTable title={t('common:rail.products')} heads={heads} rows={rows} isCompact />
})

const cellsOf = (product: Product): readonly CopiedCell[] => {
  const { code, name, producerName, producerKind, commune, district, setNumber, lastStar, sessionCount } = product
  return [code, name, producerName, producerKind, commune, district, setNumber, lastStar, sessionCount]
}
