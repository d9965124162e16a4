import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { listCells } from '../../../shared/domain/ballot/read-cell.ts'
import { previewPaste, type PastedCell } from '../../../shared/score-grid/clipboard-block.ts'
import type { GridBallot } from '../../../shared/score-grid/score-grid.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import type { BallotDesk } from './ballot-desk.ts'
import type { ColumnLabel } from './member-label.ts'
import classes from './PasteDialog.module.css'
import { shownPoints } from './shown-points.ts'

type PasteDialogProps = {
  desk: BallotDesk
  text: string
  labels: readonly ColumnLabel[]
  onClose: () => void
}

/** What a pasted block would change, cell by cell, before it does; cells that cannot be taken are named first. */
export function PasteDialog({ desk, text, labels, onClose }: PasteDialogProps) {
  const { t } = useTranslation('scoring')
  const [keepBlanks, setKeepBlanks] = useState(false)
  const { grid } = desk.read()
  if (grid === null) return null
  const { cells, changes, outside, words } = previewPaste({
    grid,
    text,
    keepBlanks,
    namesOf: ({ memberId }) => labels.find(({ id }) => id === memberId)?.names ?? [],
  })
  const wrong = cells.filter(({ outcome }) => outcome.kind !== 'change' && outcome.kind !== 'same')
  const shown = [...wrong, ...cells.filter(({ outcome }) => outcome.kind === 'change')]
  const cleared = changes.filter(({ to }) => to === null).length
  const initialsOf = (ballot: GridBallot | undefined): string =>
    labels.find(({ id }) => id === ballot?.memberId)?.short ?? ''
  return (
    <Dialog title={t('paste.title')} size="xl" onClose={onClose}>
      <p className={classes.sum} data-testid="paste-sum">
        {t('paste.changes', { count: changes.length })}
        {cleared > 0 && `, ${t('paste.cleared', { count: cleared })}`}
        {wrong.length > 0 && (
          <>
            {', '}
            <span className={classes.wrong}>{t('paste.wrong', { count: wrong.length })}</span>
          </>
        )}
        {outside > 0 && (
          <>
            {', '}
            <span className={classes.wrong}>{t('paste.outside', { count: outside })}</span>
          </>
        )}
        .
      </p>
      {words !== 'none' && (
        <StateMark tone={words === 'named' ? 'good' : 'attention'} isLong>
          {t(`paste.words.${words}`)}
        </StateMark>
      )}
      <Checkbox
        label={t('paste.keepBlanks')}
        checked={keepBlanks}
        onChange={(event) => setKeepBlanks(event.currentTarget.checked)}
      />
      {shown.length > 0 && (
        <DataTable
          caption={t('paste.list')}
          maxHeight="46vh"
          isDense
          columns={[
            {
              key: 'criterion',
              head: t('paste.criterion'),
              cell: ({ ballot, row }) => grid.ballots[ballot]?.criteria[row]?.criterion.code,
            },
            { key: 'member', head: t('paste.member'), cell: ({ ballot }) => initialsOf(grid.ballots[ballot]) },
            {
              key: 'found',
              head: t('paste.found'),
              cell: ({ found }) => (
                <span className={classes.found}>{found.trim() === '' ? t('paste.blank') : found}</span>
              ),
            },
            {
              key: 'outcome',
              head: t('paste.outcome'),
              cell: (cell) => (
                <span className={cell.outcome.kind === 'change' ? undefined : classes.notTaken}>
                  {outcomeText({ cell, ballot: grid.ballots[cell.ballot], t })}
                </span>
              ),
            },
          ]}
          rows={shown}
          rowKey={({ ballot, row }) => `${ballot}/${row}`}
        />
      )}
      <Group justify="flex-end" gap="sm" mt="sm">
        <Button variant="default" onClick={onClose} data-autofocus={words === 'unknown' || undefined}>
          {t('paste.cancel')}
        </Button>
        <Button
          data-autofocus={words !== 'unknown' || undefined}
          disabled={changes.length === 0}
          onClick={() => {
            desk.dispatch({ type: 'apply', changes })
            onClose()
          }}
        >
          {t('paste.apply', { count: changes.length })}
        </Button>
      </Group>
    </Dialog>
  )
}

type OutcomeTextInput = {
  cell: PastedCell
  ballot: GridBallot | undefined
  t: TFunction<'scoring'>
}

function outcomeText({ cell: { row, from, outcome }, ballot, t }: OutcomeTextInput): string {
  const criterion = ballot?.criteria[row]?.criterion
  const offered = criterion && ballot ? listCells({ criterion, criteriaCase: ballot.criteriaCase }) : []
  switch (outcome.kind) {
    case 'change':
      return `${shownPoints({ ballot, row, choice: from })} → ${shownPoints({ ballot, row, choice: outcome.to })}`
    case 'same':
      return t('paste.same')
    case 'read-only':
      return t('paste.readOnly')
    case 'not-a-number':
    case 'thousand-or-one':
      return t('paste.notANumber')
    case 'ambiguous': {
      const ways = offered.filter((cell) => cell.startsWith(`${outcome.points}/`))
      return t('paste.ambiguous', { ways: ways.join(', ') })
    }
    case 'fraction':
    case 'no-such-points':
    case 'no-such-option':
    case 'other-points':
    case 'other-case':
      return t('paste.notOffered', { offered: offered.join(', ') })
    default:
      return assertNever(outcome)
  }
}
