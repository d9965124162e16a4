import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { useProductPicture } from '../../components/use-product-picture.ts'
import classes from './ItemDrawer.module.css'

/** The product's picture of the register, where it has one. */
export function ItemPicture({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meeting')
  const id = item.productId
  const { data: product } = useQuery(orpc.products.get.queryOptions({ input: { id } }))
  const url = useProductPicture({ id, hasPicture: product?.hasPicture ?? false })
  if (url === null) return null
  return <img className={classes.picture} src={url} alt={t('item.picture', { name: item.productName })} />
}
