import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRecord } from '../../../shared/domain/session/session-record.ts'
import { howManyFit } from './how-many-fit.ts'
import classes from './Lacks.module.css'
import { lacksOf, stoppedBy } from './stopped-by.ts'

/** What keeps the product from the next star, at a glance; in words to who hears the page, and to all who open the line. */
export function Lacks({ item, isOpen }: { item: ItemRecord; isOpen: boolean }) {
  const { t } = useTranslation('results')
  const { result } = item
  const lacks = lacksOf(item)
  // Each of the criteria is a word, so that what fits ends with one.
  const words = lacks.flatMap((lack, place) => {
    const next = place === lacks.length - 1 ? '' : ' ·'
    if (lack.kind === 'points') return [`${t('lacks.points', { points: lack.points })}${next}`]
    const { star, codes } = lack
    return codes.map((code, at) => {
      const named = at === 0 ? t('lacks.gates', { star, codes: code }) : code
      return `${named}${at === codes.length - 1 ? next : ','}`
    })
  })
  return (
    <div className={classes.lacks}>
      {isOpen ? <span aria-hidden="true">{words.join(' ')}</span> : <Fitting words={words} />}
      <span className="visually-hidden">{stoppedBy(item, t).join('; ')}</span>
      {result.needsDiscussion && (
        <span className={classes.attention} title={t('discuss', { spread: result.spread })}>
          <span aria-hidden="true">⚠ {result.spread}</span>
          <span className="visually-hidden">{t('discuss', { spread: result.spread })}</span>
        </span>
      )}
    </div>
  )
}

/** The words that fit in the line, and how many more there are; all of them under the pointer. */
function Fitting({ words }: { words: readonly string[] }) {
  const [{ shown, end }, setFit] = useState({ shown: words.length, end: 0 })
  const measure = useCallback((line: HTMLElement | null) => {
    if (line === null) return undefined
    const observer = new ResizeObserver(() => {
      const ends = [...line.querySelectorAll<HTMLElement>('[data-lack]')].map((at) => at.offsetLeft + at.offsetWidth)
      const fit = howManyFit({ ends, room: line.clientWidth, rest: widthOfRest(line) })
      setFit({ shown: fit, end: ends[fit - 1] ?? 0 })
    })
    observer.observe(line)
    return () => observer.disconnect()
  }, [])
  return (
    <span key={words.join()} ref={measure} className={classes.fitting} aria-hidden="true" title={words.join(' ')}>
      {words.map((word, place) => (
        <span key={place} data-lack data-beyond={place >= shown || undefined}>
          {word}
        </span>
      ))}
      {shown < words.length && (
        <b className={classes.rest} style={{ insetInlineStart: end }}>
          +{words.length - shown}
        </b>
      )}
    </span>
  )
}

/** Room for "+9" in the line's own letters, with the gap before it. */
const widthOfRest = (line: HTMLElement): number => 2.1 * Number.parseFloat(getComputedStyle(line).fontSize)
