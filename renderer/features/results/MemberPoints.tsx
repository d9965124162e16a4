import type { FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** What each member gave in one criterion: "TV01 3 · TV02 2". */
export function MemberPoints({
  item,
  record,
  place: { criterion, index },
}: Pick<ItemPart, 'item' | 'record'> & { place: FormCriterion }) {
  return (
    <span className={classes.memberPoints}>
      {item.ballots
        .filter(({ counts }) => counts)
        .map(({ memberId, choices }) => {
          const code = record.members.find(({ id }) => id === memberId)?.code ?? ''
          return `${code} ${pointsOf(criterion, choices[index] ?? 0)}`
        })
        .join(' · ')}
    </span>
  )
}
