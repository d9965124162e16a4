import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useSettled } from '../../components/use-settled.ts'

const typingPauseMs = 200

type CodeAndPlace = { readonly code: string; readonly commune: string; readonly district: string }

/** What a code says by the decision in force, in words, and the next one of the commune; null where it has none yet. */
export function useProductCode(typed: CodeAndPlace): { readonly note: string | null; readonly next: string | null } {
  const { t } = useTranslation('products')
  const asked = useSettled(typed, typingPauseMs)
  const { data } = useQuery(orpc.products.code.queryOptions({ input: asked, placeholderData: keepPreviousData }))
  if (data === undefined) return { note: null, next: null }
  const { reading, next } = data
  switch (reading.kind) {
    case 'none':
      return { note: next === null ? null : t('code.next', { code: next }), next }
    case 'other':
      return { note: [t('code.other'), ...(next === null ? [] : [t('code.next', { code: next })])].join(' '), next }
    case 'district':
      return { note: t('code.district'), next }
    default: {
      const { province: code, commune, serial, year } = reading.code
      const { province } = reading
      const note =
        province === null ? t('code.unknownProvince', { code }) : t('code.commune', { province, commune, serial, year })
      return { note, next }
    }
  }
}
