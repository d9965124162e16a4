import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/api/products.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FilePick } from '../../components/FilePick.tsx'
import { useProductPicture } from '../../components/use-product-picture.ts'
import classes from './ProductDrawer.module.css'
import { shrinkPicture } from './shrink-picture.ts'

/** The picture that the scoring room and the projector show. */
export function ProductPicture({ product, isReadOnly }: { product: Product; isReadOnly: boolean }) {
  const { t } = useTranslation('products')
  const { id, hasPicture } = product
  const set = useMutation(orpc.products.setPicture.mutationOptions())
  const choose = useMutation({
    mutationFn: async (picked: File) => set.mutateAsync({ id, file: await shrinkPicture(picked) }),
  })
  const url = useProductPicture(product)
  return (
    <div>
      <div className={classes.label}>{t('picture.label')}</div>
      {hasPicture && (
        <div className={classes.frame}>
          {url !== null && <img className={classes.picture} src={url} alt={t('picture.alt', { name: product.name })} />}
        </div>
      )}
      {!isReadOnly && (
        <div className={classes.buttons}>
          <FilePick
            variant="default"
            size="compact-sm"
            accept="image/jpeg,image/png,image/webp"
            loading={choose.isPending}
            onPick={(picked) => choose.mutate(picked)}
          >
            {t(hasPicture ? 'picture.replace' : 'picture.add')}
          </FilePick>
          {hasPicture && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => set.mutate({ id, file: null })}>
              {t('picture.remove')}
            </Button>
          )}
        </div>
      )}
      <ErrorNote error={choose.error ?? set.error} />
    </div>
  )
}
