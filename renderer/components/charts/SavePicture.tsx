import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../ErrorNote.tsx'
import { saveFile } from '../save-file.ts'
import { drawPicture, type Legend } from './draw-picture.ts'

type Props = {
  /** What the picture is called, on it and as a file. */
  readonly title: string
  readonly notes: readonly string[]
  readonly legend: readonly Legend[]
  /** The drawn chart, once it is on the page. */
  readonly chart: () => SVGSVGElement | null | undefined
  /** Of the button. */
  readonly className?: string | undefined
}

/** Saves a chart as a picture; its table leaves by the table's own control. */
export function SavePicture({ chart, className, ...drawn }: Props) {
  const { t } = useTranslation()
  const [error, setError] = useState<unknown>(null)
  const save = async (): Promise<void> => {
    setError(null)
    try {
      const svg = chart()
      if (svg) saveFile(await drawPicture({ svg, ...drawn }))
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <>
      <Button size="compact-sm" variant="subtle" className={className} onClick={() => void save()}>
        {t('picture')}
      </Button>
      <ErrorNote error={error} />
    </>
  )
}
