import { useTranslation } from 'react-i18next'
import type { PaperBallot, PaperBallotPage, PilePage } from '../../../shared/api/paper-ballots.ts'
import { offeredOptions, pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import type { Box } from '../../../shared/domain/paper-ballots/page-plan.ts'
import type { Choice } from '../../../shared/score-grid/score-grid.ts'
import { OptionLines } from '../../components/score-keys/OptionLines.tsx'
import { pendingText } from '../../components/score-keys/pending-text.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import { Crop } from './Crop.tsx'
import classes from './CriteriaPane.module.css'
import { cropAround } from './crop.ts'
import { ballotOf, proposedOf, type PaperDesk, type PaperDeskAction, type PaperDeskRow } from './paper-desk.ts'
import { usePilePicture } from './use-pile-picture.ts'

/** How many times as wide as high the shown part of a page is at least. */
const cropRatio = 2.6

type Props = {
  readonly ballot: PaperBallot
  readonly criterion: Criterion
  readonly index: number
  readonly row: PaperDeskRow
  readonly choice: Choice
  readonly desk: PaperDesk
  readonly pictures: ReadonlyMap<number, string>
  readonly onPress: (action: PaperDeskAction) => void
}

/** The criterion under the cursor: its place on paper enlarged, what was read and what was keyed, and the lines that keys choose. */
export function CurrentReading({ ballot, criterion, index, row, choice, desk, pictures, onPress }: Props) {
  const { t } = useTranslation('paper')
  const { t: scoring } = useTranslation('scoring')
  const { pending } = desk.grid
  const options = offeredOptions({ criterion, criteriaCase: ballotOf(desk).criteriaCase })
  const lineId = `reading-${index}-line`
  return (
    <div
      className={classes.current}
      role="radiogroup"
      tabIndex={0}
      data-focus
      data-testid="current-reading"
      data-code={criterion.code}
      aria-label={t('criterion', { code: criterion.code, title: criterion.title })}
      aria-describedby={lineId}
    >
      <div className={classes.head}>
        <span className={classes.code}>{criterion.code}</span>
        <span className={classes.name} lang="vi">
          {criterion.title}
        </span>
        {choice !== null && <span className={classes.value}>{pointsOf(criterion, choice)}</span>}
      </div>
      <Said {...{ ballot, criterion, index, row }} />
      <PlaceOnPaper {...{ ballot, criterion, index, pictures }} />
      <OptionLines
        options={options}
        choice={choice}
        pending={pending}
        onChoose={(optionNumber) => onPress({ type: 'choose', optionNumber })}
      />
      <div id={lineId} className={classes.line} data-wrong={desk.lack !== null || undefined} role="status">
        {pending !== null
          ? pendingText(pending, scoring)
          : desk.lack !== null
            ? t(`lack.${desk.lack}`)
            : choice === null && <WhatEnterDoes {...{ criterion, row }} />}
      </div>
    </div>
  )
}

type OfRow = { readonly criterion: Criterion; readonly row: PaperDeskRow }

function Said({ ballot, criterion, index, row }: OfRow & Pick<Props, 'ballot' | 'index'>) {
  const { t } = useTranslation('paper')
  const read = ballot.criteria[index]
  if (read === undefined) return null
  const isMissing = ballot.pages.find(({ number }) => number === read.page)?.source === null
  const ofPoints = (option: number) => t('ofPoints', { points: pointsOf(criterion, option) })
  return (
    <p className={classes.said} data-open={row.kind !== 'plain' || undefined}>
      {isMissing ? (
        t('missingPage', { page: read.page })
      ) : (
        <span>
          {t('onPaper')}{' '}
          <b>
            {row.read === null
              ? t(read.isDisputed === true ? 'state.disputed' : `state.${read.state}`)
              : ofPoints(row.read)}
          </b>
          {read.state === 'corrected' && ` (${t('state.corrected')})`}
        </span>
      )}
      {row.keyed !== null && (
        <span>
          {t('keyed')} <b>{ofPoints(row.keyed)}</b>
        </span>
      )}
    </p>
  )
}

function PlaceOnPaper({
  ballot,
  criterion,
  index,
  pictures,
}: Pick<Props, 'ballot' | 'criterion' | 'index' | 'pictures'>) {
  const { t } = useTranslation('paper')
  const page = ballot.pages.find(({ criteria }) => criteria.some((one) => one.index === index))
  const planned = page?.criteria.find((one) => one.index === index)
  if (page === undefined || planned === undefined || page.source === null) return null
  const copies = ballot.criteria[index]?.isDisputed === true ? page.copies : []
  const part = cropAround(
    planned.options.map(({ box }) => box),
    page,
    // Scans beside each other are as large as one alone: what they show less of is the line before the figures.
    { ratio: cropRatio / (1 + copies.length) },
  )
  const url = pictures.get(page.number) ?? null
  const alone = <Crop page={page} part={part} url={url} alt={t('cropOf', { code: criterion.code })} />
  if (copies.length === 0) return alone
  return (
    <div className={classes.scans}>
      <figure>
        {alone}
        <figcaption>{t('pageOf', placeOf(page.source))}</figcaption>
      </figure>
      {copies.map((copy) => (
        <CopyOnPaper key={copy.id} {...{ page, copy, part }} code={criterion.code} />
      ))}
    </div>
  )
}

type CopyProps = {
  readonly page: PaperBallotPage
  readonly copy: PilePage
  readonly part: Box
  readonly code: string
}

/** The same place where the page was scanned another time. */
function CopyOnPaper({ page, copy, part, code }: CopyProps) {
  const { t } = useTranslation('paper')
  const { url } = usePilePicture(copy.id)
  return (
    <figure>
      <Crop page={page} part={part} url={url} alt={t('cropOfCopy', { code, file: copy.file })} />
      <figcaption>{t('pageOf', placeOf(copy))}</figcaption>
    </figure>
  )
}

const placeOf = ({ file, page }: PilePage) => ({ file, page: wholeNumber(page) })

function WhatEnterDoes({ criterion, row }: OfRow) {
  const { t } = useTranslation('paper')
  const proposed = proposedOf(row)
  if (proposed === null) return t('enter.digit')
  const points = pointsOf(criterion, proposed)
  if (row.kind !== 'different' || row.keyed === null) return t('enter.keyed', { points })
  return t('enter.paper', { points, keyed: pointsOf(criterion, row.keyed) })
}
