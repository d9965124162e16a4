import i18next from 'i18next'
import classes from './Stars.module.css'

type StarsProps = {
  star: number
  size?: number
  hasWord?: boolean
  /** The word beside says that it is provisional; else a line near it does. */
  hasLongWord?: boolean
  /** Drawn paler than what is earned, and said so: ballots are still due. */
  isProvisional?: boolean
}

/** Stars as shapes with their number beside them: `★★★★☆ 4 sao`; 0 = no star. */
export function Stars({ star, size = 16, hasWord = true, hasLongWord = false, isProvisional = false }: StarsProps) {
  const word = wordOf(star)
  const said = isProvisional ? i18next.t('starProvisional', { star: word }) : word
  return (
    <span className={classes.stars} data-provisional={isProvisional || undefined}>
      <svg width={size * 5} height={size} viewBox="0 0 100 20" role="img" aria-label={said}>
        <path className={classes.full} d={starsAt.slice(0, star).join('')} />
        <path className={classes.hollow} d={starsAt.slice(star).join('')} />
      </svg>
      {hasWord && (
        <span className={classes.word} aria-hidden="true" data-word>
          {hasLongWord ? said : word}
        </span>
      )}
    </span>
  )
}

/** Of the language that the window speaks: a list says them hundreds of times, and each is looked up once. */
const words = new Map<string, string>()

function wordOf(star: number): string {
  const key = `${i18next.language} ${star}`
  const known = words.get(key)
  if (known !== undefined) return known
  const word = star === 0 ? i18next.t('noStar') : i18next.t('stars', { count: star })
  words.set(key, word)
  return word
}

/** The shape of each of the five, in a picture of 100 by 20; a list draws hundreds, so that the full are one shape and the hollow another. */
const starsAt = [0, 1, 2, 3, 4].map(
  (place) => `M${10 + 20 * place} 2.2l2.4 4.9 5.4.8-3.9 3.8.9 5.4-4.8-2.6-4.8 2.6.9-5.4-3.9-3.8 5.4-.8z`,
)
