import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { WrittenProduct, WrittenRound } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Page } from '../../components/Page.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { AddProducts } from './AddProducts.tsx'
import { AnswerGrid } from './AnswerGrid.tsx'
import type { Way } from './answer-keys.ts'
import { roundTones } from './opinion-tones.ts'
import { CopyAnswers } from './CopyAnswers.tsx'
import classes from './Opinions.module.css'
import { ProductDialog } from './ProductDialog.tsx'
import { RoundDeeds } from './RoundDeeds.tsx'
import { RoundDialog } from './RoundDialog.tsx'
import { decisionOf } from './round-papers.ts'
import { SendingsDialog } from './SendingsDialog.tsx'

/** One round: who answered what about which product, and what comes of it. */
export function RoundPage() {
  const { t } = useTranslation('opinions')
  const { roundId } = useParams({ from: '/frame/opinions/$roundId' })
  const { data: round, error } = useQuery(orpc.opinions.get.queryOptions({ input: { id: roundId } }))
  const isReadOnly = useIsReadOnly()
  const [opened, setOpened] = useState<'settings' | 'add' | 'sendings' | WrittenProduct | null>(null)
  const close = () => setOpened(null)
  const title = round === undefined ? t('title') : t('roundTitle', { number: round.number, year: round.year })
  const isOpen = round !== undefined && round.closedOn === null && !isReadOnly
  return (
    <Page
      title={title}
      isWide
      facts={round !== undefined && <Facts round={round} />}
      actions={
        round !== undefined &&
        !isReadOnly && (
          <>
            <Button variant="default" onClick={() => setOpened('sendings')}>
              {t('sendings.open')}
            </Button>
            {isOpen && (
              <>
                <Button variant="default" onClick={() => setOpened('add')}>
                  {t('add')}
                </Button>
                <Button variant="default" onClick={() => setOpened('settings')}>
                  {t('settings')}
                </Button>
              </>
            )}
            <RoundDeeds round={round} />
          </>
        )
      }
    >
      <ErrorNote error={error} />
      {round !== undefined && <Answers key={round.id} round={round} isOpen={isOpen} onEdit={setOpened} />}
      {round !== undefined && opened === 'settings' && <RoundDialog round={round} onClose={close} />}
      {round !== undefined && opened === 'sendings' && <SendingsDialog round={round} isOpen={isOpen} onClose={close} />}
      {round !== undefined && opened === 'add' && <AddProducts roundId={round.id} onClose={close} />}
      {opened !== null && typeof opened !== 'string' && round !== undefined && (
        <ProductDialog product={opened} stars={round.stars} onClose={close} />
      )}
    </Page>
  )
}

function Facts({ round }: { round: WrittenRound }) {
  const { t } = useTranslation('opinions')
  const { state, councilName, sentOn, replyBy, decision, answersPercent, agreePercent, basis, counts, missing } = round
  const shares =
    answersPercent === 100 && agreePercent === 100
      ? t('ruleAll')
      : t('ruleShares', { answers: answersPercent, agree: agreePercent, basis })
  return (
    <>
      <Link to="/opinions">{t('title')}</Link> · <StateMark tone={roundTones[state]}>{t(`state.${state}`)}</StateMark>
      {' · '}
      {councilName} · {t('sent', { day: formatDate(sentOn) })} · {t('replyBy', { day: formatDate(replyBy) })} ·{' '}
      <span role="status">{t('counts', counts)}</span>
      {missing > 0 && ` · ${t('missing', { count: missing })}`}
      {decision !== null && ` · ${t('decided', { code: decision.number, day: formatDate(decision.on) })}`}
      <details className={classes.soft}>
        <summary>{t('rule')}</summary>
        {shares} {t('article', { article: round.rules.article })}
      </details>
    </>
  )
}

type AnswersProps = {
  readonly round: WrittenRound
  readonly isOpen: boolean
  readonly onEdit: (product: WrittenProduct) => void
}

function Answers({ round, isOpen, onEdit }: AnswersProps) {
  const { t } = useTranslation('opinions')
  const [on, setOn] = useState<string | null>(round.day)
  const [way, setWay] = useState<Way>('member')
  const forms = round.members.map(({ id: memberId }): OfficePaper => ({
    kind: 'opinion-form',
    roundId: round.id,
    memberId,
  }))
  return (
    <>
      <div className={classes.bar}>
        {isOpen && (
          <>
            <DateInput label={t('onLabel')} date={round.day} onDate={setOn} w={150} />
            <NativeSelect
              label={t('way.label')}
              data={(['member', 'product'] as const).map((one) => ({ value: one, label: t(`way.${one}`) }))}
              value={way}
              onChange={({ currentTarget }) => setWay(currentTarget.value === 'product' ? 'product' : 'member')}
            />
          </>
        )}
        <nav className={classes.papers} aria-label={t('papers')}>
          {forms.length > 0 && (
            <Link to="/papers" search={{ papers: forms }}>
              {t('forms', { count: forms.length })}
            </Link>
          )}
          <Link to="/papers" search={{ papers: [{ kind: 'opinion-summary', roundId: round.id }] }}>
            {t('documents:kind.opinion-summary')}
          </Link>
          {round.decision?.from === 'registered' && (
            <Link to="/papers" search={decisionOf(round.id)}>
              {t('documents:kind.recognition-decision')}
            </Link>
          )}
        </nav>
        {round.products.length > 0 && <CopyAnswers round={round} />}
      </div>
      {isOpen && <p className={classes.keys}>{t('keys')}</p>}
      {round.products.some(({ answers }) => answers.some(({ isLate }) => isLate)) && (
        <p className={classes.keys}>{t('lateMark')}</p>
      )}
      {round.members.length === 0 && <p>{t('noMembers')}</p>}
      <AnswerGrid round={round} isOpen={isOpen} on={on} way={way} onEdit={onEdit} />
      {round.note !== '' && <p className={classes.soft}>{round.note}</p>}
      {round.issues.map((issue) => (
        <small key={issue}>{issue}</small>
      ))}
    </>
  )
}
