import { Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Producer, ProducerFields } from '../../../shared/api/producers.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommuneNote } from '../../components/CommuneNote.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { SavedLongText, SavedText } from '../../components/fields/SavedFields.tsx'
import { MergeList, MergeSearch } from '../../components/merge/MergeSearch.tsx'
import { Section } from '../../components/Section.tsx'
import { useHasDistrict } from '../../components/use-has-district.ts'
import classes from './ProducersPage.module.css'

/** The fields of one producer, its products and certificates, and the ways to merge it with another record of it. */
export function EditProducer({ producer, onGone }: { producer: Producer; onGone: () => void }) {
  const { t } = useTranslation('producers')
  const isReadOnly = useIsReadOnly()
  const save = useMutation(orpc.producers.save.mutationOptions({ scope: { id: `producer-${producer.id}` } }))
  const remove = useMutation(orpc.producers.remove.mutationOptions())
  const { id, products, alike, communeNow: _now, formerly, ...fields } = producer
  const hasDistrict = useHasDistrict(fields.district)
  const patch = (change: Partial<ProducerFields>) => save.mutateAsync({ id, fields: change })
  const saved = savedFields({ fields, patch, isReadOnly })
  const text = (field: Exclude<keyof ProducerFields, 'aliases'>) => ({ label: t(`field.${field}`), ...saved(field) })
  return (
    <Stack gap="sm">
      <SavedText {...text('name')} isRequired />
      <div className={classes.pair}>
        <SavedText {...text('kind')} />
        <SavedText {...text('representative')} />
        <SavedText {...text('phone')} />
        <SavedText {...text('address')} />
        <SavedText {...text('commune')} />
        {hasDistrict && <SavedText {...text('district')} />}
        <SavedText {...text('province')} />
      </div>
      {!isReadOnly && (
        <CommuneNote
          producerId={id}
          commune={fields.commune}
          district={fields.district}
          onTake={({ commune, district }) => void patch({ commune, district })}
        />
      )}
      {formerly !== '' && <p className={classes.soft}>{t('communes:place.formerly', { place: formerly })}</p>}
      <SavedLongText
        label={t('field.aliases')}
        description={t('field.aliasesNote')}
        value={fields.aliases.join('\n')}
        save={(value) => patch({ aliases: linesOf(value) })}
        isReadOnly={isReadOnly}
      />
      <Text c="dimmed">{t('copies')}</Text>
      <Section title={t('products')}>
        {products.length === 0 ? (
          <p className={classes.soft}>{t('noProducts')}</p>
        ) : (
          <ul className={classes.products}>
            {products.map((product) => (
              <li key={product.id}>
                <Link to="/products" search={{ edit: product.id }}>
                  {product.name}
                </Link>
                <span className={classes.soft}> {product.code}</span>
              </li>
            ))}
          </ul>
        )}
        {products.length > 0 && (
          <p>
            <Link to="/certificates" search={{ query: fields.name }}>
              {t('certificates')}
            </Link>
          </p>
        )}
      </Section>
      {!isReadOnly && (
        <>
          {alike.length > 0 && (
            <Section title={t('alike')}>
              <MergeList
                what="producer"
                intoId={id}
                records={alike.map((one) => ({ ...one, more: [one.kind, one.commune, one.district] }))}
              />
            </Section>
          )}
          <MergeSearch what="producer" intoId={id} />
          {products.length === 0 && (
            <div>
              <DeedButton
                label={t('remove.action')}
                title={t('remove.title', { name: fields.name })}
                isDanger
                deed={remove}
                inputOf={() => ({ id })}
                onDone={onGone}
              >
                {t('remove.text')}
              </DeedButton>
            </div>
          )}
        </>
      )}
    </Stack>
  )
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
