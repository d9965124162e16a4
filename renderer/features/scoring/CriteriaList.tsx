import { memo, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { isWritable } from '../../../shared/score-grid/score-grid.ts'
import classes from './CriteriaList.module.css'
import { isNobodysFocus } from '../../components/is-nobodys-focus.ts'
import { ConfirmLine } from './ConfirmLine.tsx'
import { CriterionRow } from './CriterionRow.tsx'
import { PaperTotals } from './PaperTotals.tsx'
import { useDeskPart } from './use-desk.ts'

/**
 * How far below the top of the list the current criterion stands, whatever is answered: the eye does not travel. Pixels,
 * and at most that part of the list, so that a low window shows the options.
 */
const restingHeight = 92
const restingPart = 0.16

/** The criteria of one ballot as printed; the current one is open, the list scrolls under it. */
export const CriteriaList = memo(function CriteriaList({
  form,
  ballot,
  memberNumber,
  purpose = 'ballot',
  onReopen,
  onOpinion,
  onNext,
}: {
  form: CriteriaSet
  ballot: BallotKey
  memberNumber: number
  /** `verification`: the second keying, whose confirmation compares. */
  purpose?: 'ballot' | 'verification'
  onReopen?: () => void
  onOpinion?: () => void
  onNext: (ballot: BallotKey) => void
}) {
  const { t } = useTranslation('scoring')
  const scroll = useRef<HTMLDivElement>(null)
  const row = useDeskPart(({ grid }) => grid?.cursor.row ?? 0)
  useLayoutEffect(() => {
    const list = scroll.current
    const current = list?.querySelector<HTMLElement>(`[data-place="${ballot}/${row}"]`)
    if (list === null || current === null || current === undefined) return
    list.scrollTop = current.offsetTop - Math.min(restingHeight, list.clientHeight * restingPart)
    // The keys belong to the criteria unless a dialog or a field has them.
    const active = document.activeElement
    if (isNobodysFocus(active) || list.contains(active)) {
      current.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true })
    }
  }, [row, ballot])
  const isWritableHere = useDeskPart(({ grid }) => {
    const at = grid?.ballots[ballot]
    return at !== undefined && isWritable(at)
  })
  const places = listCriteria(form)
  return (
    <div className={classes.scroll} ref={scroll} data-testid="criteria-list">
      <ol className={classes.list}>
        {form.parts.map((part) => (
          <li key={part.code}>
            <div className={classes.part}>
              <span>{t('part', { code: part.code, title: part.title })}</span>
              <span className={classes.ofMax}>{t('pointsMax', { max: part.max })}</span>
            </div>
            <ol className={classes.list} style={{ padding: 0 }}>
              {part.sections.map((section) => (
                <li key={section.code}>
                  <div className={classes.section}>
                    <span lang="vi">
                      {section.code}. {section.title}
                    </span>
                    <span className={classes.ofMax}>{t('pointsMax', { max: section.max })}</span>
                  </div>
                  <ol className={classes.list} style={{ padding: 0 }}>
                    {places
                      .filter(({ partCode, sectionCode }) => partCode === part.code && sectionCode === section.code)
                      .map(({ criterion, index }) => (
                        <li key={criterion.code} data-place={`${ballot}/${index}`}>
                          <CriterionRow ballot={ballot} criterion={criterion} row={index} memberNumber={memberNumber} />
                        </li>
                      ))}
                  </ol>
                </li>
              ))}
            </ol>
          </li>
        ))}
        <li data-place={`${ballot}/${places.length}`}>
          <ConfirmLine
            ballot={ballot}
            count={places.length}
            purpose={purpose}
            onReopen={onReopen}
            onOpinion={onOpinion}
            onNext={onNext}
          />
          {purpose === 'ballot' && isWritableHere && <PaperTotals key={ballot} ballot={ballot} form={form} />}
        </li>
      </ol>
    </div>
  )
})
