import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Drawer } from '../../components/Drawer.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { EditProduct } from './EditProduct.tsx'
import { NewProduct } from './NewProduct.tsx'

type ProductDrawerProps = {
  edit: number | 'new' | null
  /** The products of the list behind it, in their order. */
  ids: readonly number[]
  onClose: () => void
  onOpen: (productId: number) => void
}

/** One product beside the list: its fields, which save themselves, or the form for a new one. */
export function ProductDrawer({ edit, ids, onClose, onOpen }: ProductDrawerProps) {
  const { t } = useTranslation('products')
  const id = typeof edit === 'number' ? edit : null
  const { data: product, error } = useQuery(orpc.products.get.queryOptions({ input: id === null ? skipToken : { id } }))
  return (
    <Drawer
      isOpen={edit !== null}
      onClose={onClose}
      title={edit === 'new' ? t('new.title') : product?.code === '' ? t('noCode') : (product?.code ?? '')}
      size={480}
      steps={{ ids, id, onStep: onOpen }}
    >
      {edit === 'new' && <NewProduct onOpen={onOpen} />}
      {id !== null && <ErrorNote error={error} />}
      {id !== null && product?.id === id && <EditProduct key={id} product={product} onGone={onClose} onOpen={onOpen} />}
    </Drawer>
  )
}
