import { Button, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { longestOpinion } from '../../../shared/domain/ballot/longest-opinion.ts'
import { isWritable } from '../../../shared/score-grid/score-grid.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtOnce } from '../../components/fields/focus-at-once.ts'
import type { BallotDesk } from './ballot-desk.ts'
import { useFirstKey } from './use-first-key.ts'

type Props = {
  readonly desk: BallotDesk
  /** Whose opinion it may be; the first one's unless the person says so. */
  readonly ballots: readonly BallotKey[]
  readonly nameOf: (ballot: BallotKey) => string
  readonly onClose: () => void
}

/** The opinion that a member wrote on the ballot. Enter saves it; Shift+Enter begins a new line. */
export function OpinionDialog({ isOpen, ...props }: Props & { readonly isOpen: boolean }) {
  const { t } = useTranslation('scoring')
  return (
    <Dialog help="ghi-y-kien-tren-phieu" isOpen={isOpen} title={t('opinion.title')} size="lg" onClose={props.onClose}>
      <OpinionOfOne {...props} />
    </Dialog>
  )
}

/** Right behind Enter it may be the ballot just confirmed or the one that came: both are named. */
function OpinionOfOne({ ballots, nameOf, ...props }: Props) {
  const { t } = useTranslation('scoring')
  // As it was opened: the ballot behind the dialog may go on.
  const [among] = useState(ballots)
  const [chosen, setChosen] = useState(among[0])
  if (chosen === undefined) return null
  return (
    <Stack gap="md">
      {among.length === 1 ? (
        <div>{nameOf(chosen)}</div>
      ) : (
        <SegmentedControl
          aria-label={t('opinion.whose')}
          orientation="vertical"
          value={chosen}
          onChange={setChosen}
          data={among.map((ballot, index) => ({
            value: ballot,
            label: t(index === 0 ? 'opinion.confirmed' : 'opinion.current', { ballot: nameOf(ballot) }),
          }))}
        />
      )}
      <OpinionForm key={chosen} ballot={chosen} {...props} />
    </Stack>
  )
}

function OpinionForm({ desk, ballot, onClose }: Pick<Props, 'desk' | 'onClose'> & { readonly ballot: BallotKey }) {
  const { t } = useTranslation('scoring')
  const [seen] = useState(() => desk.read().shown.get(ballot)?.opinion ?? '')
  const [opinion, setOpinion] = useState(seen)
  const standing = standingOf(desk, ballot)
  const firstKey = useFirstKey()
  const submit = (): void => {
    if (standing === 'read-only') return
    desk.writeOpinion({ ballot, opinion, seen, reason: t('opinion.reason') })
    onClose()
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <Textarea
          label={t('opinion.label')}
          description={t(`opinion.standing.${standing}`, { count: longestOpinion })}
          value={opinion}
          onChange={(event) => setOpinion(event.currentTarget.value)}
          onFocus={({ currentTarget: field }) => field.setSelectionRange(field.value.length, field.value.length)}
          onKeyDown={(event) => {
            if (firstKey(event)) return
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
          readOnly={standing === 'read-only'}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={longestOpinion}
          ref={focusAtOnce}
          data-autofocus
        />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t(standing === 'read-only' ? 'common:close' : 'common:cancel')}
          </Button>
          {standing !== 'read-only' && <Button type="submit">{t('opinion.deed')}</Button>}
        </DialogFoot>
      </Stack>
    </Form>
  )
}

/** A settled ballot is opened for it and settled again at once. */
function standingOf(desk: BallotDesk, ballot: BallotKey): 'draft' | 'confirmed' | 'verified' | 'read-only' {
  const { grid, known } = desk.read()
  const at = grid?.ballots[ballot]
  if (at === undefined || known.get(ballot)?.isHidden === true) return 'read-only'
  if (isWritable(at)) return 'draft'
  if (at.isLocked || at.excluded !== null) return 'read-only'
  return at.state === 'confirmed' || at.state === 'verified' ? at.state : 'read-only'
}
