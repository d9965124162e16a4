import { Autocomplete, Button, Stack, Text, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { Fragment, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProductFields } from '../../../shared/api/products.ts'
import { orpc } from '../../api/client.ts'
import { CommuneNote } from '../../components/CommuneNote.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { useHasDistrict } from '../../components/use-has-district.ts'
import { nextCode } from '../../../shared/domain/next-code.ts'
import classes from './ProductDrawer.module.css'
import { producerKinds } from './producer-kinds.ts'
import { SetField } from './SetField.tsx'
import { useProductCode } from './use-product-code.ts'
import { TwinNotes } from './TwinNotes.tsx'

/** Adds one product after the other: what repeats (producer, place, set) stays for the next. */
export function NewProduct({ onOpen }: { onOpen: (productId: number) => void }) {
  const { t } = useTranslation('products')
  // Two Enters before the next paint are one product.
  const sending = useRef(false)
  const [draft, setDraft] = useState<Partial<ProductFields>>({})
  const [added, setAdded] = useState<string | null>(null)
  const save = useMutation(orpc.products.save.mutationOptions())
  const suggested = useSuggestedCode()
  const legal = useProductCode({ code: draft.code ?? '', commune: draft.commune ?? '', district: draft.district ?? '' })
  const code = draft.code ?? legal.next ?? suggested
  const { name = '', producerName = '', producerKind = '', commune = '', district = '', setNumber } = draft
  const [producer, setProducer] = useState<{
    readonly id: number
    readonly name: string
    readonly kind: string
  } | null>(null)
  // Whoever was chosen makes it as long as nobody types another name.
  const isChosen = producer !== null && producer.name === producerName && producer.kind === producerKind
  const hasDistrict = useHasDistrict(district)
  const isReady = [code, name, producerName].every((text) => text.trim() !== '') && setNumber !== undefined
  const set = (change: Partial<ProductFields>): void => setDraft((before) => ({ ...before, ...change }))
  const text = (field: 'name' | 'producerName' | 'commune' | 'district') => ({
    label: t(`field.${field}`),
    value: draft[field] ?? '',
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set({ [field]: event.currentTarget.value }),
  })
  const submit = (): void => {
    if (!isReady || sending.current) return
    sending.current = true
    save.mutate(
      {
        fields: { code, name, producerName, producerKind, commune, district, setNumber },
        ...(isChosen && { producerId: producer.id }),
      },
      {
        onSuccess: () => {
          setAdded(`${code.trim()} · ${name.trim()}`)
          setDraft({ producerName, producerKind, commune, district, setNumber })
        },
        onSettled: () => {
          sending.current = false
        },
      },
    )
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        {/* Made anew once one is added: what stays for the next was typed for the last, and is kept. */}
        <Fragment key={added}>
          <TextInput
            {...text('name')}
            ref={added === null ? undefined : focusAtStart}
            required
            data-autofocus
            maxLength={300}
          />
          <TextInput
            label={t('field.code')}
            description={legal.note}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={code}
            maxLength={60}
            required
            onChange={(event) => set({ code: event.currentTarget.value })}
          />
          <SetField required value={setNumber ?? null} onChoose={(chosen) => set({ setNumber: chosen })} />
          <TextInput {...text('producerName')} required />
          <Autocomplete
            label={t('field.producerKind')}
            data={[...producerKinds]}
            value={producerKind}
            onChange={(value) => set({ producerKind: value })}
          />
          <div className={classes.pair}>
            <TextInput {...text('commune')} />
            {hasDistrict && <TextInput {...text('district')} />}
          </div>
        </Fragment>
        <CommuneNote commune={commune} district={district} onTake={set} />
        <TwinNotes
          typed={{
            code: draft.code ?? '',
            name,
            producerName,
            producerKind,
            commune,
            district,
          }}
          isProducerChosen={isChosen}
          onOpen={onOpen}
          onProducer={(one) => {
            setProducer(one)
            set({ producerName: one.name, producerKind: one.kind })
          }}
        />
        <ErrorNote error={save.error} />
        <div>
          <Button type="submit" disabled={!isReady} loading={save.isPending}>
            {t('new.add')}
          </Button>
        </div>
        <Text c="dimmed" role="status">
          {added === null ? t('new.note') : t('new.added', { product: added })}
        </Text>
      </Stack>
    </Form>
  )
}

/** One after the last code of the list. */
function useSuggestedCode(): string {
  const { data: first } = useQuery(orpc.products.list.queryOptions({ input: { limit: 1, offset: 0 } }))
  const total = first?.total ?? 0
  const { data: last } = useQuery(
    orpc.products.list.queryOptions({ input: total === 0 ? skipToken : { limit: 1, offset: total - 1 } }),
  )
  return nextCode(last?.products.map((product) => product.code) ?? [], 'SP001')
}
