import { Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { SavedLongText } from '../../components/fields/SavedFields.tsx'
import { Section } from '../../components/Section.tsx'

/** As much as the contract takes. */
const longest = 20_000

/** What sets the product apart where it comes from, as the commune and the council are to judge it. */
export function LocalIdentity({ productId: id, isReadOnly }: { productId: number; isReadOnly: boolean }) {
  const { t } = useTranslation('products')
  const { data } = useQuery(orpc.products.identity.queryOptions({ input: { id } }))
  const save = useMutation(orpc.products.saveIdentity.mutationOptions({ scope: { id: `product-${id}` } }))
  if (data === undefined) return null
  return (
    <Section title={t('identity.title')} note={t('identity.note')}>
      <Stack gap="sm">
        {(['story', 'material', 'tradition'] as const).map((field) => (
          <SavedLongText
            key={field}
            label={t(`identity.${field}`)}
            value={data[field]}
            maxLength={longest}
            save={(text) => save.mutateAsync({ id, fields: { [field]: text } })}
            isReadOnly={isReadOnly}
          />
        ))}
      </Stack>
    </Section>
  )
}
