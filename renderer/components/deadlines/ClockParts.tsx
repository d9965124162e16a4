import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClockDeadline, ClockThing } from '../../../shared/api/deadlines.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import classes from './DeadlineParts.module.css'
import { useDeadlineTexts } from './use-deadline-texts.ts'

/** What has to be done, and of which round. */
export function ClockName({ clock }: { clock: ClockDeadline }) {
  const [task, round] = useDeadlineTexts().clockName(clock)
  return (
    <>
      <span className={classes.name}>{task}</span>
      {round !== undefined && <div className={classes.soft}>{round}</div>}
    </>
  )
}

/** Things that are named one by one; for more there is the list. */
const mostNamed = 3

/** What a term lacks still, and the things that it lacks it of, each with the way to where it is seen to. */
export function ClockLacks({ clock }: { clock: ClockDeadline }) {
  const { t } = useTranslation('deadlines')
  const { things } = clock
  const [first] = things
  const rest = things.length - mostNamed
  return (
    <ul className={classes.lacks}>
      {useDeadlineTexts()
        .clockLacks(clock)
        .map((lack) => (
          <li key={lack}>{first?.at.page === 'round' ? <ThingLink thing={first}>{lack}</ThingLink> : lack}</li>
        ))}
      {things.slice(0, mostNamed).map((thing) => (
        <li key={JSON.stringify(thing)} className={classes.thing}>
          <ThingLink thing={thing}>{thing.productName}</ThingLink>
          <span className={classes.soft}> · {thing.producerName}</span>
        </li>
      ))}
      {rest > 0 && first !== undefined && (
        <li className={classes.thing}>
          <ListLink thing={first}>{t('clock.more', { count: rest })}</ListLink>
        </li>
      )}
    </ul>
  )
}

type LinkProps = { readonly thing: ClockThing; readonly children: ReactNode }

/** To the one thing. */
function ThingLink({ thing: { at }, children }: LinkProps) {
  switch (at.page) {
    case 'round':
      return (
        <Link to="/opinions/$roundId" params={{ roundId: at.roundId }}>
          {children}
        </Link>
      )
    case 'registration':
      return (
        <Link to="/registrations" search={{ year: at.year, open: at.registrationId }}>
          {children}
        </Link>
      )
    case 'inspection':
      return (
        <Link to="/inspections" search={{ year: at.year, open: at.inspectionId }}>
          {children}
        </Link>
      )
    default:
      return assertNever(at)
  }
}

/** To all of its kind. */
function ListLink({ thing, children }: LinkProps) {
  const { at } = thing
  if (at.page === 'round') return <ThingLink thing={thing}>{children}</ThingLink>
  if (at.page === 'inspection') return <Link to="/inspections/commitments">{children}</Link>
  return (
    <Link to="/registrations" search={{ year: at.year }}>
      {children}
    </Link>
  )
}
