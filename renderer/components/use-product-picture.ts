import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { orpc } from '../api/client.ts'

/** An address for a product's picture once it can be drawn; null before that, and for a product that has none. */
export function useProductPicture({ id, hasPicture }: { id: number; hasPicture: boolean }): string | null {
  const { data } = useQuery(orpc.products.picture.queryOptions({ input: hasPicture ? { id } : skipToken }))
  const file = hasPicture ? (data ?? null) : null
  const [drawable, setDrawable] = useState<{ readonly file: File; readonly url: string } | null>(null)
  useEffect(() => {
    if (file === null) return
    const url = URL.createObjectURL(file)
    const image = new Image()
    image.src = url
    image.decode().then(
      () => setDrawable({ file, url }),
      () => {},
    )
    return () => URL.revokeObjectURL(url)
  }, [file])
  return drawable !== null && drawable.file === file ? drawable.url : null
}
