import type { ReactNode } from 'react'
import type { PaperBallotPage } from '../../../shared/api/paper-ballots.ts'
import type { Box } from '../../../shared/domain/paper-ballots/page-plan.ts'
import classes from './Crop.module.css'
import { laidIn } from './crop.ts'

type Props = {
  readonly page: Pick<PaperBallotPage, 'width' | 'height'>
  readonly part: Box
  /** Of the whole page; null while it is on its way. */
  readonly url: string | null
  readonly alt: string
  /** Laid over it, in millimetres of the page. */
  readonly children?: ReactNode
}

/** A part of a page, enlarged to the width that there is. */
export function Crop({ page, part, url, alt, children }: Props) {
  return (
    <div className={classes.crop} style={{ aspectRatio: `${part.width} / ${part.height}` }}>
      {url !== null && <img src={url} alt={alt} style={laidIn(part, page)} draggable={false} />}
      {children !== undefined && (
        <svg viewBox={`${part.left} ${part.top} ${part.width} ${part.height}`} aria-hidden="true">
          {children}
        </svg>
      )}
    </div>
  )
}
