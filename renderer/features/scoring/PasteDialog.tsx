import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { listCells } from '../../../shared/domain/ballot/read-cell.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { previewPaste, type PastedCell } from '../../../shared/score-grid/clipboard-block.ts'
import type { GridBallot } from '../../../shared/score-grid/score-grid.ts'
import type { BallotDesk } from './ballot-desk.ts'
import { memberInitials } from './member-label.ts'
import classes from './PasteDialog.module.css'
import { shownPoints } from './shown-points.ts'

type PasteDialogProps = {
  desk: BallotDesk
  text: string
  members: readonly MemberRecord[]
  onClose: () => void
}

/** What a pasted block would change, cell by cell, before it does; cells that cannot be taken are named first. */
export function PasteDialog({ desk, text, members, onClose }: PasteDialogProps) {
  const { t } = useTranslation('scoring')
  const [keepBlanks, setKeepBlanks] = useState(false)
  const { grid } = desk.read()
  if (grid === null) return null
  const { cells, changes, outside } = previewPaste({ grid, text, keepBlanks })
  const wrong = cells.filter(({ outcome }) => outcome.kind !== 'change' && outcome.kind !== 'same')
  const shown = [...wrong, ...cells.filter(({ outcome }) => outcome.kind === 'change')]
  const cleared = changes.filter(({ to }) => to === null).length
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('paste.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
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
      <Checkbox
        label={t('paste.keepBlanks')}
        checked={keepBlanks}
        onChange={(event) => setKeepBlanks(event.currentTarget.checked)}
      />
      {shown.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('paste.list')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('paste.criterion')}</th>
                <th scope="col">{t('paste.member')}</th>
                <th scope="col">{t('paste.found')}</th>
                <th scope="col">{t('paste.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((cell) => (
                <PastedRow
                  key={`${cell.ballot}/${cell.row}`}
                  cell={cell}
                  ballot={grid.ballots[cell.ballot]}
                  members={members}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Group justify="flex-end" gap="sm" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('paste.cancel')}
        </Button>
        <Button
          data-autofocus
          disabled={changes.length === 0}
          onClick={() => {
            desk.dispatch({ type: 'apply', changes })
            onClose()
          }}
        >
          {t('paste.apply', { count: changes.length })}
        </Button>
      </Group>
    </Modal>
  )
}

type PastedRowProps = {
  cell: PastedCell
  ballot: GridBallot | undefined
  members: readonly MemberRecord[]
}

function PastedRow({ cell, ballot, members }: PastedRowProps) {
  const { t } = useTranslation('scoring')
  const member = members.find(({ id }) => id === ballot?.memberId)
  const isChange = cell.outcome.kind === 'change'
  return (
    <tr>
      <td className={classes.number}>{ballot?.criteria[cell.row]?.criterion.code}</td>
      <td className={classes.number}>{member === undefined ? '' : memberInitials(member)}</td>
      <td>{cell.found.trim() === '' ? t('paste.blank') : cell.found}</td>
      <td data-kind={isChange ? undefined : 'wrong'}>{outcomeText({ cell, ballot, t })}</td>
    </tr>
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
