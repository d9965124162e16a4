import { skipToken, useQuery } from '@tanstack/react-query'
import { orpc } from '../api/client.ts'
import { useDrawable } from './use-drawable.ts'

/** An address for a product's picture once it can be drawn; null before that, and for a product that has none. */
export function useProductPicture({ id, hasPicture }: { id: number; hasPicture: boolean }): string | null {
  const { data } = useQuery(orpc.products.picture.queryOptions({ input: hasPicture ? { id } : skipToken }))
  return useDrawable(hasPicture ? (data ?? null) : null)
}
