import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListPreview, OfficeListInput } from '../../../../shared/api/register.ts'
import { unpackRows } from '../../../../shared/domain/register/preview-rows.ts'
import { client } from '../../../api/client.ts'

/**
 * What the list says as it is asked for; while that is read anew, or cannot be read so, what it said before. `fileKey`
 * tells one chosen file from the next.
 */
export function useListPreview(list: OfficeListInput | null, fileKey: number) {
  const { file: _file, ...asked } = list ?? { file: null }
  const { data, error, isFetching } = useQuery({
    // As the calls of the contract are named, so that a change of the register makes it stale.
    queryKey: [['register', 'previewList'], fileKey, asked],
    queryFn: async ({ signal }) =>
      list === null ? null : unpackRows(await client.register.previewList(list, { signal })),
    enabled: list !== null,
    gcTime: 0,
  })
  const [last, setLast] = useState<{ readonly fileKey: number; readonly preview: ListPreview } | null>(null)
  if (data !== undefined && data !== null && data !== last?.preview) setLast({ fileKey, preview: data })
  return {
    preview: data ?? (last?.fileKey === fileKey ? last.preview : undefined),
    error,
    isReading: isFetching,
  }
}
