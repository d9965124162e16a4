import { Autocomplete, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PlacedProduct, ProductFields } from '../../../shared/api/products.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommuneNote } from '../../components/CommuneNote.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { SavedText } from '../../components/fields/SavedFields.tsx'
import { useTextDraft } from '../../components/fields/use-draft.ts'
import { MergeSearch } from '../../components/merge/MergeSearch.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { useSavedChoice } from '../../components/fields/use-saved-choice.ts'
import { useHasDistrict } from '../../components/use-has-district.ts'
import classes from './ProductDrawer.module.css'
import { producerKinds } from './producer-kinds.ts'
import { LocalIdentity } from './LocalIdentity.tsx'
import { ProductPicture } from './ProductPicture.tsx'
import { SetField } from './SetField.tsx'
import { useProductCode } from './use-product-code.ts'
import { TwinNotes } from './TwinNotes.tsx'

type EditProductProps = { product: PlacedProduct; onGone: () => void; onOpen: (productId: number) => void }

/** The fields of one product, its picture, and its removal while no agenda holds it. */
export function EditProduct({ product, onGone, onOpen }: EditProductProps) {
  const { t } = useTranslation(['products', 'producers'])
  const isReadOnly = useIsReadOnly()
  const save = useMutation(orpc.products.save.mutationOptions({ scope: { id: `product-${product.id}` } }))
  const remove = useMutation(orpc.products.remove.mutationOptions())
  const { code, name, producerName, producerKind, commune, district, setNumber } = product
  const fields: ProductFields = { code, name, producerName, producerKind, commune, district, setNumber }
  const patch = (change: Partial<ProductFields>) => save.mutateAsync({ id: product.id, fields: change })
  const hasDistrict = useHasDistrict(district)
  const set = useSavedChoice({ value: setNumber, save: (wanted) => patch({ setNumber: wanted }) })
  const saved = savedFields({ fields, patch, isReadOnly })
  const legal = useProductCode({ code, commune, district })
  const text = (field: Exclude<keyof ProductFields, 'setNumber'>) => ({ label: t(`field.${field}`), ...saved(field) })
  return (
    <Stack gap="sm">
      <SavedText {...text('name')} isRequired />
      <SavedText {...text('code')} isRequired maxLength={60} description={legal.note} />
      {!isReadOnly && code === '' && legal.next !== null && (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => void patch({ code: legal.next ?? '' })}>
            {t('code.take', { code: legal.next })}
          </Button>
        </div>
      )}
      <SetField
        productId={product.id}
        value={set.shown}
        onChoose={set.choose}
        problem={set.problem}
        isReadOnly={isReadOnly}
      />
      <SavedText {...text('producerName')} isRequired />
      <Link to="/producers" search={{ open: product.producerId }}>
        {t('producers:open')}
      </Link>
      <SavedKind {...text('producerKind')} />
      <div className={classes.pair}>
        <SavedText {...text('commune')} />
        {hasDistrict && <SavedText {...text('district')} />}
      </div>
      {!isReadOnly && (
        <CommuneNote
          producerId={product.producerId}
          commune={commune}
          district={district}
          onTake={(place) => void patch(place)}
        />
      )}
      {product.formerly !== '' && <Text c="dimmed">{t('communes:place.formerly', { place: product.formerly })}</Text>}
      {!isReadOnly && (
        <TwinNotes
          typed={{ ...fields, id: product.id }}
          onOpen={onOpen}
          onProducer={({ id: producerId }) => save.mutate({ id: product.id, fields: {}, producerId })}
        />
      )}
      <ProductPicture product={product} isReadOnly={isReadOnly} />
      <LocalIdentity productId={product.id} isReadOnly={isReadOnly} />
      {(code === '' || setNumber === null) && <StateMark tone="attention">{t('edit.incomplete')}</StateMark>}
      <Text c="dimmed">
        {product.sessionCount > 0 ? t('edit.inSessions', { count: product.sessionCount }) : t('edit.free')}
      </Text>
      {!isReadOnly && <MergeSearch what="product" intoId={product.id} />}
      {!isReadOnly && (
        <div>
          <DeedButton
            label={t('remove.action')}
            title={t('remove.title', { name })}
            isDanger
            isBlocked={product.sessionCount > 0}
            deed={remove}
            inputOf={() => ({ id: product.id })}
            onDone={onGone}
          >
            {product.sessionCount > 0 ? t('remove.inUse', { count: product.sessionCount }) : t('remove.text')}
          </DeedButton>
        </div>
      )}
    </Stack>
  )
}

type SavedKindProps = {
  label: string
  value: string
  save: (value: string) => Promise<unknown>
  isReadOnly: boolean
}

/** The kinds that the decision names are offered; any other may be typed. */
function SavedKind({ label, value, save, isReadOnly }: SavedKindProps) {
  const draft = useTextDraft({ value, save, isLine: true })
  return <Autocomplete label={label} data={[...producerKinds]} readOnly={isReadOnly} {...draft} />
}
