import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationRow } from '../../../shared/api/verifications.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { client, orpc } from '../../api/client.ts'
import { useIsFileReadOnly } from '../../api/read-only.ts'
import { useGivingBack } from './use-giving-back.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { BallotHead } from './BallotHead.tsx'
import { BallotNotice } from './BallotNotice.tsx'
import { VerificationBanner } from './VerificationBanner.tsx'
import { VerificationColumn } from './VerificationColumn.tsx'
import { verificationAsBallot, createVerificationDesk } from './verification-desk.ts'
import { columnLabels } from './member-label.ts'
import { CriteriaList } from './CriteriaList.tsx'
import { Differences } from './Differences.tsx'
import classes from './View.module.css'
import type { ScoringView } from './scoring-view.ts'
import { ViewFoot } from './ViewFoot.tsx'
import { useNextStep } from './NextStep.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useAtBallots, whoIsAt } from './use-at-ballots.ts'
import { DeskContext, useDeskPartOf } from './use-desk.ts'
import { useScoringKeys, type KeysPlace } from '../../components/score-keys/use-scoring-keys.ts'
import { useExpected } from './use-expected.ts'

/** A second person keys the paper once more, without seeing what the first one keyed. */
export function VerificationView({
  session,
  rows,
  ruleSet,
  onGo,
  place,
  verifications,
  current,
}: ScoringView & { verifications: readonly VerificationRow[]; current: VerificationRow }) {
  const { t } = useTranslation('scoring')
  const { agendaItemId, memberId } = current
  const key = ballotKey(current)
  const isReadOnly = useIsFileReadOnly()
  const operator = useQuery(orpc.workspace.status.queryOptions()).data?.operator
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId } }))
  const verification = useQuery(orpc.verifications.get.queryOptions({ input: { agendaItemId, memberId } }))
  // Another one once the keys change hands: what waits is sent for who keyed it.
  const desk = useMemo(() => createVerificationDesk(client.verifications, place.keeping('verification')), [place])
  const isOver = verifications.every(({ state }) => state === 'verified')
  useGivingBack(isOver)
  const isSamePerson = session.soleOperatorNote === null && current.isOwn
  const others = useAtBallots(session.id, { agendaItemId, memberId })
  const isLocked = session.state !== 'open' || isReadOnly || isSamePerson
  const criteriaCase = session.agenda.find(({ id }) => id === agendaItemId)?.criteriaCase ?? null
  useEffect(() => {
    if (form.data === undefined || verification.data === undefined) return
    const savedAt = desk.read().known.get(key)?.savedAt ?? null
    desk.lay({ agendaItemId, form: form.data, criteriaCase, isLocked }, [
      verificationAsBallot(verification.data, savedAt),
    ])
    if (desk.read().grid?.cursor.ballot !== key) desk.open({ ballot: key, layout: { kind: 'ballot' } })
  }, [desk, form.data, verification.data, agendaItemId, criteriaCase, isLocked, key])
  const isOpen = useDeskPartOf(desk, ({ grid }) => grid?.cursor.ballot === key && grid.ballots[key] !== undefined)
  const expected = useExpected(key)
  const error = form.error ?? verification.error
  const at = (): KeysPlace => {
    if (desk.read().grid?.cursor.ballot === expected.read()) return 'here'
    return error !== null && expected.read() === key ? 'gone' : 'coming'
  }
  const goTo = useCallback(
    (row: VerificationRow | undefined) => {
      if (row === undefined) return
      expected.expect(ballotKey(row))
      onGo({ view: 'verification', item: row.agendaItemId, member: row.memberId })
    },
    [onGo, expected],
  )
  const position = verifications.indexOf(current)
  const isDone = rows.every(({ isRejected, confirmed, needed }) => isRejected || confirmed >= needed)
  const step = useNextStep({ session, verifications, onGo })
  const next = useCallback(() => {
    if (isOver && isDone && step !== null) return step.go()
    if (isOver) onGo({ view: 'board' })
    goTo(
      [...verifications.slice(position + 1), ...verifications.slice(0, position)].find(
        ({ state }) => state !== 'verified',
      ),
    )
  }, [goTo, onGo, isOver, isDone, step, verifications, position])
  const differences = verification.data?.differences ?? []
  const isCompared = differences.length > 0 && current.state !== 'verified'
  const [isHelp, setHelp] = useState(false)
  useScoringKeys({
    layout: 'ballot',
    at,
    // Once the comparison is on screen, the paper decides and no key.
    dispatch: isCompared ? () => {} : desk.dispatch,
    onKey: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === '?') setHelp(true)
      else if (event.key === 'PageDown') goTo(verifications[position + 1])
      else if (event.key === 'PageUp') goTo(verifications[position - 1])
      else if (event.code === 'KeyT') onGo({ view: 'board' })
      else if (event.key === 'Enter' && current.state === 'verified') next()
      else return false
      return true
    },
  })
  const row = rows.find((known) => known.agendaItemId === agendaItemId)
  const number = (row?.cells.findIndex((cell) => cell.memberId === memberId) ?? 0) + 1
  return (
    <DeskContext value={desk}>
      <title>{`${t('check.title')} – ${current.code}`}</title>
      <div className={classes.view}>
        <VerificationColumn verifications={verifications} current={current} onGo={goTo} />
        <div className={classes.desk} data-testid="verification-desk">
          {form.data !== undefined && (
            <BallotHead
              ballot={key}
              form={form.data}
              ruleSet={ruleSet}
              code={current.code}
              productName={current.productName}
              producerName={t('check.title')}
              member={t('member', { number, of: row?.cells.length ?? number, label: current.memberName })}
            />
          )}
          <VerificationBanner
            current={current}
            isSamePerson={isSamePerson}
            operator={operator ?? ''}
            elsewhere={whoIsAt(others, current)}
            after={!isOver ? null : isDone && step !== null ? step.words : t('check.toBoard')}
            onNext={next}
          />
          {form.data !== undefined && isOpen ? (
            isCompared ? (
              <Differences
                key={key}
                verification={current}
                form={form.data}
                criteriaCase={criteriaCase}
                differences={differences}
                canSettle={!isLocked}
                onSettled={next}
              />
            ) : (
              <CriteriaList form={form.data} ballot={key} memberNumber={number} purpose="verification" onNext={next} />
            )
          ) : (
            <div>
              <ErrorNote error={error} />
            </div>
          )}
          <div>
            {!isCompared && (
              <BallotNotice
                labels={columnLabels(session.members, t)}
                rows={rows}
                onGo={(ballot) => goTo(verifications.find((each) => ballotKey(each) === ballotKey(ballot)))}
              />
            )}
            <ViewFoot mode="ballot" onHelp={() => setHelp(true)}>
              <Button size="compact-xs" variant="default" onClick={() => onGo({ view: 'board' })}>
                {t('toBoard')}
              </Button>
            </ViewFoot>
          </div>
        </div>
      </div>
      <ShortcutsDialog mode="ballot" isOpen={isHelp} onClose={() => setHelp(false)} />
    </DeskContext>
  )
}
