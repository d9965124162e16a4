import { useEffect, useState } from 'react'

/** An address for a picture once it can be drawn; null before that, and without one. */
export function useDrawable(file: File | null): string | null {
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
