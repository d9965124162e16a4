import { useEffect, useState } from 'react'

/** An address for a picture's bytes once it can be drawn, given back when they change; null until then. */
export function useObjectUrl(file: File | null): string | null {
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
