import { useTranslation } from 'react-i18next'
import type { PaperBallot } from '../../../shared/api/paper-ballots.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { Crop } from './Crop.tsx'
import { cropAround } from './crop.ts'
import classes from './CriteriaPane.module.css'

type Props = {
  readonly ballot: PaperBallot
  readonly form: CriteriaSet
  readonly choices: BallotChoices
  readonly pictures: ReadonlyMap<number, string>
}

/**
 * In the order of the paper; totals stand beside each other in one picture. What says whose they are is printed over the totals and
 * under the signature, millimetres away.
 */
const kinds = [
  { what: 'total', room: { above: 10 } },
  { what: 'opinion', room: {} },
  { what: 'signature', room: { above: 9, below: 10 } },
] as const

/** What the member wrote by hand, shown and not read, with the totals that the program works out beside those on paper. */
export function WrittenParts({ ballot, form, choices, pictures }: Props) {
  const { t } = useTranslation('paper')
  const { total, parts, isComplete } = totalBallot(form, choices)
  const written = ballot.pages.flatMap((page) =>
    page.source === null
      ? []
      : kinds.flatMap(({ what, room }) => {
          const boxes = page.written.filter((part) => part.what === what).map(({ box }) => box)
          return boxes.length === 0 ? [] : [{ page, what, part: cropAround(boxes, page, { ratio: 1, ...room }) }]
        }),
  )
  return (
    <>
      <p className={classes.totals} data-testid="paper-totals">
        {t(isComplete ? 'totals.whole' : 'totals.soFar')} A <b>{parts.A}</b> · B <b>{parts.B}</b> · C <b>{parts.C}</b> ·{' '}
        {t('totals.sum')} <b>{total}</b>
      </p>
      {written.length > 0 && <p className={classes.soft}>{t('written.note')}</p>}
      {written.map(({ page, what, part }) => (
        <div key={`${page.number} ${what}`} className={classes.written}>
          <span className={classes.soft}>
            {t(`written.${what}`)}
            {what === 'signature' && ballot.isUnsigned === true && (
              <>
                {' '}
                <StateMark tone="attention">{t('look.unsigned')}</StateMark>
              </>
            )}
          </span>
          <Crop page={page} part={part} url={pictures.get(page.number) ?? null} alt={t(`written.${what}`)} />
        </div>
      ))}
    </>
  )
}
