import { skipToken, useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { useDrawable } from '../../components/use-drawable.ts'

/** Fine enough to read handwriting by, coarse enough for several pages at once. */
const dpi = 150

/** How long a picture that is on no screen stays at hand, in milliseconds: a ballot back and one ahead. */
const keptFor = 60_000

/** How a page of the pile is asked for, now or ahead of time. @param id null for a page that is missing */
export function pilePicture(id: number | null) {
  return {
    ...orpc.paperBallots.picture.queryOptions({ input: id === null ? skipToken : { id, dpi } }),
    gcTime: keptFor,
  }
}

/** An address for a page of the pile once it can be drawn. */
export function usePilePicture(id: number | null): { readonly url: string | null; readonly error: unknown } {
  const { data, error } = useQuery(pilePicture(id))
  return { url: useDrawable(data ?? null), error }
}
