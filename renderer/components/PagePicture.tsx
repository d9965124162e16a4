import classes from './PagePicture.module.css'
import { useOverflow } from './use-overflow.ts'

type Props = {
  /** Null while it is on its way. */
  readonly url: string | null
  readonly alt: string
}

/** The picture of a scanned page, as wide as there is room; what is beyond its frame is reached by the keyboard too. */
export function PagePicture({ url, alt }: Props) {
  const { ref, isOverflowing } = useOverflow()
  return (
    <div
      ref={ref}
      className={classes.picture}
      {...(isOverflowing && { role: 'region', 'aria-label': alt, tabIndex: 0 })}
    >
      {url !== null && <img src={url} alt={alt} />}
    </div>
  )
}
