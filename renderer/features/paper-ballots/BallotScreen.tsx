import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PaperPile } from '../../../shared/api/paper-ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useTitleFocus } from '../../components/keep-focus.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './BallotScreen.module.css'
import { BallotWork } from './BallotWork.tsx'
import { lookWords } from './look-words.ts'
import type { PaperList, PaperSearch } from './paper-address.ts'
import { shownBallots } from './pile-lists.ts'
import { pileTones } from './pile-tones.ts'

type Props = {
  readonly session: SessionDetail
  readonly pile: PaperPile | undefined
  readonly of: BallotIds
  readonly list: PaperList | undefined
  readonly onGo: (search: PaperSearch) => void
}

/** One ballot of the pile: its pages with what was read on them, and the criteria that a person has to look at. */
export function BallotScreen({ session, pile, of, list, onGo }: Props) {
  const { t } = useTranslation('paper')
  useTitleFocus()
  const ballot = useQuery(orpc.paperBallots.ballot.queryOptions({ input: of }))
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: of.agendaItemId } }))
  const row = pile?.ballots.find(
    ({ agendaItemId, memberId }) => agendaItemId === of.agendaItemId && memberId === of.memberId,
  )
  const rows = pile === undefined ? [] : shownBallots(pile, list)
  const place = row === undefined ? -1 : rows.indexOf(row)
  const isLacking = (ballot.error !== null && ballot.data === undefined) || form.error !== null
  const onList = (): void => onGo(list === undefined ? {} : { list })
  return (
    <section className={classes.view} data-testid="paper-ballot" data-state={row?.state}>
      <title>{`${row?.code ?? ''} – ${t('title')}`}</title>
      <header className={classes.head}>
        <h1 className={classes.title} tabIndex={-1}>
          {row?.code}
        </h1>
        <span className={classes.who}>
          {row?.productName} · {row?.memberName}
        </span>
        {row !== undefined && <StateMark tone={pileTones[row.state]}>{t(`list.${row.state}`)}</StateMark>}
        {row !== undefined &&
          lookWords(row, t)
            .slice(0, row.missingPages.length > 0 ? 1 : 0)
            .map((words) => (
              <StateMark key={words} tone="attention">
                {words}
              </StateMark>
            ))}
        {row?.isUnsigned === true && <StateMark tone="attention">{t('look.unsigned')}</StateMark>}
        <span className={classes.place}>
          {place >= 0 && t('place', { place: wholeNumber(place + 1), count: wholeNumber(rows.length) })}
        </span>
        <Button size="compact-sm" variant="default" onClick={onList} rightSection={<Keycaps shortcut="escape" />}>
          {t('toList')}
        </Button>
      </header>
      {isLacking && (
        <div>
          <ErrorNote error={ballot.error ?? form.error} />
        </div>
      )}
      {!isLacking && ballot.data !== undefined && form.data !== undefined && (
        <BallotWork
          session={session}
          ballot={ballot.data}
          form={form.data}
          rows={rows}
          onList={onList}
          onOpen={({ agendaItemId, memberId }) =>
            onGo({ item: agendaItemId, member: memberId, ...(list !== undefined && { list }) })
          }
        />
      )}
    </section>
  )
}
