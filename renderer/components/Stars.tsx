import { useTranslation } from 'react-i18next'
import classes from './Stars.module.css'

/** Stars as shapes with their number beside them: `★★★★☆ 4 sao`; 0 = no star. */
export function Stars({ star, size = 16, hasWord = true }: { star: number; size?: number; hasWord?: boolean }) {
  const { t } = useTranslation()
  const word = star === 0 ? t('noStar') : t('stars', { count: star })
  return (
    <span className={classes.stars}>
      <svg width={size * 5} height={size} viewBox="0 0 100 20" role="img" aria-label={word}>
        {places.map((place) => (
          <path
            key={place}
            className={place < star ? classes.full : classes.hollow}
            d={shape}
            transform={`translate(${place * 20})`}
          />
        ))}
      </svg>
      {hasWord && (
        <span className={classes.word} aria-hidden="true">
          {word}
        </span>
      )}
    </span>
  )
}

const places = [0, 1, 2, 3, 4] as const
const shape = 'M10 2.2l2.4 4.9 5.4.8-3.9 3.8.9 5.4-4.8-2.6-4.8 2.6.9-5.4L2.2 7.9l5.4-.8z'
