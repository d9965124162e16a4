import { useEffect, useEffectEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestOpinion } from '../../shared/domain/ballot/longest-opinion.ts'
import classes from './Opinion.module.css'
import type { ShownBallot } from './shown-ballot.ts'
import { useDeviceDesk } from './use-desk.ts'

type Props = { readonly agendaItemId: number; readonly shown: ShownBallot }

/** The member's own words on the ballot: written until it is submitted, read after. */
export function Opinion(props: Props) {
  const { t } = useTranslation('device')
  const { shown } = props
  if (shown.canScore) return <OpinionField {...props} />
  if (shown.opinion === '') return null
  return (
    <section>
      <h3 className={classes.title}>{t('opinion.title')}</h3>
      <p className={classes.words}>{shown.opinion}</p>
    </section>
  )
}

/**
 * What is typed goes on its way as the field is left, as the page goes out of sight, and as the field goes: nobody has to save
 * it. Where the ballot was submitted meanwhile it is not taken, and that is said with the words.
 */
function OpinionField({ agendaItemId, shown }: Props) {
  const { t } = useTranslation('device')
  const id = useId()
  const desk = useDeviceDesk()
  // What is in the field while it is written, over what was there as it began.
  const [writing, setWriting] = useState<{ readonly typed: string; readonly seen: string } | null>(null)
  const keep = (): void => {
    if (writing === null) return
    desk.writeOpinion({ agendaItemId, opinion: writing.typed, seen: writing.seen })
    setWriting(null)
  }
  const keepNow = useEffectEvent(keep)
  useEffect(() => {
    const leave = (): void => keepNow()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return (
    <section>
      <h3 className={classes.title}>
        <label htmlFor={id}>{t('opinion.title')}</label>
      </h3>
      <p id={`${id}-note`} className="soft">
        {t('opinion.note', { count: longestOpinion })}
      </p>
      <textarea
        id={id}
        className={`field ${classes.field}`}
        value={writing?.typed ?? shown.opinion}
        onChange={({ currentTarget: { value } }) =>
          setWriting((before) => ({ typed: value, seen: before?.seen ?? shown.opinion }))
        }
        onBlur={keep}
        maxLength={longestOpinion}
        rows={3}
        aria-describedby={`${id}-note`}
      />
    </section>
  )
}
