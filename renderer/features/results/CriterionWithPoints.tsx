import { choiceAt } from '../../../shared/domain/ballot/choice-text.ts'
import type { FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** A criterion, and what each member gave in it: "TV01 3 · TV02 2". */
export function CriterionWithPoints({
  item,
  record,
  place: { criterion, index },
}: Pick<ItemPart, 'item' | 'record'> & { place: FormCriterion }) {
  const points = item.ballots
    .filter(({ counts }) => counts)
    .map(({ memberId, choices }) => {
      const code = record.members.find(({ id }) => id === memberId)?.code ?? ''
      return `${code} ${pointsOf(criterion, choiceAt(choices, index) ?? 0)}`
    })
  return (
    <>
      {criterion.code} {criterion.title}
      <span className={classes.memberPoints}>{points.join(' · ')}</span>
    </>
  )
}
