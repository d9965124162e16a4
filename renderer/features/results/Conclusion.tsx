import { Button, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StarOrNone } from '../../../shared/domain/scoring/types.ts'
import { provisionalBallots } from '../../../shared/domain/session/ballots-due.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { reasonProblem } from '../../components/fields/reason-problem.ts'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** As the council may conclude it; above the result it may not. */
const stars = [5, 4, 3, 2, 1, 0] as const

/** What the council concluded on the product; proposed from the result, recorded only when the chair has said it. */
export function Conclusion({ item, record, canChange }: ItemPart) {
  const { t } = useTranslation('results')
  const { conclusion, result } = item
  // What nobody has chosen here follows the record: an agreed level moves the result, and the conclusion with it.
  const [ownStar, setStar] = useState<StarOrNone | null>(null)
  const [ownNote, setNote] = useState<string | null>(null)
  const star = ownStar ?? conclusion?.star ?? result.star
  const note = ownNote ?? conclusion?.note ?? ''
  const conclude = useMutation(orpc.results.conclude.mutationOptions())
  const provisional = provisionalBallots(item, record.members)
  const problem = reasonProblem(note, t)
  const isDifferent = star !== result.star
  const isSaved = conclusion !== null && conclusion.star === star && conclusion.note === note.trim()
  const save = (): void =>
    conclude.mutate(
      { agendaItemId: item.id, star, note: note.trim() },
      {
        onSuccess: () => {
          setStar(null)
          setNote(null)
        },
      },
    )
  return (
    <>
      <h2>{t('conclusion.title')}</h2>
      <p data-testid="proposal">
        {result.countedBallots === 0 && !result.isRejected
          ? t('noBallots')
          : t('conclusion.proposed', { star: t('stars', { count: result.star }) })}
        {provisional !== null && ` (${t('provisional', provisional)})`}
      </p>
      {conclusion === null ? (
        <p className={classes.soft}>{t('conclusion.none')}</p>
      ) : (
        <p>
          {t('conclusion.recorded', { star: t('stars', { count: conclusion.star }) })}
          {conclusion.note !== '' && `: ${conclusion.note}`}
        </p>
      )}
      {canChange && (
        <Form onSubmit={save}>
          <div className={classes.actions} style={{ alignItems: 'flex-end' }}>
            <Select
              size="xs"
              w={170}
              label={t('conclusion.star')}
              value={`${star}`}
              data={stars
                .filter((count) => count <= result.star || count === star)
                .map((count) => ({ value: `${count}`, label: t('stars', { count }) }))}
              onChange={(value) => setStar(stars.find((count) => `${count}` === value) ?? star)}
            />
            <Textarea
              size="xs"
              style={{ flex: 1, minWidth: 180 }}
              label={t(isDifferent ? 'conclusion.noteNeeded' : 'conclusion.note')}
              value={note}
              error={problem}
              onChange={(event) => setNote(event.currentTarget.value)}
              autosize
              minRows={1}
              required={isDifferent}
            />
            <Button
              type="submit"
              size="xs"
              loading={conclude.isPending}
              disabled={isSaved || problem !== null || (isDifferent && !isReason(note))}
            >
              {t('conclusion.deed')}
            </Button>
          </div>
          <ErrorNote error={conclude.error} />
        </Form>
      )}
    </>
  )
}
