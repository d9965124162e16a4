import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  AnswerToKeep,
  GivenAnswer,
  WrittenMember,
  WrittenProduct,
  WrittenRound,
} from '../../../shared/api/opinions.ts'
import type { OpinionAnswer } from '../../../shared/domain/opinions/conclude.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AnswerDialog, type AskedAnswer } from './AnswerDialog.tsx'
import { answerOfKey, seatAfter, seatByKey, type Seat, type Way } from './answer-keys.ts'
import classes from './Opinions.module.css'
import { ProductCell } from './ProductCell.tsx'
import { ProductOutcome } from './ProductOutcome.tsx'

type Props = {
  readonly round: WrittenRound
  readonly isOpen: boolean
  /** The day that answers came on; null while what is typed is no day. */
  readonly on: string | null
  readonly way: Way
  readonly onEdit: (product: WrittenProduct) => void
}

/** Products by members: a digit or letter answers and goes on; what stands there already is changed with a reason. */
export function AnswerGrid({ round, isOpen, on, way, onEdit }: Props) {
  const { t } = useTranslation('opinions')
  const { members, products } = round
  const [seat, setSeat] = useState<Seat>({ row: 0, column: 0 })
  const [painted, setPainted] = useState<ReadonlyMap<string, OpinionAnswer>>(new Map())
  /** A key was pressed while what is typed was no day. */
  const [isDayless, setDayless] = useState(false)
  const [asked, setAsked] = useState<AskedAnswer | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const unpaint = (answers: readonly AnswerToKeep[]) =>
    setPainted((before) => {
      const next = new Map(before)
      for (const one of answers) next.delete(keyOf(one))
      return next
    })
  const queryClient = useQueryClient()
  const keep = useMutation(
    orpc.opinions.answer.mutationOptions({
      // What was keyed stays in sight until what is saved has come.
      onSettled: async (_done, _error, { answers }) => {
        await queryClient.invalidateQueries({ queryKey: orpc.opinions.get.key() })
        unpaint(answers)
      },
    }),
  )
  const size = { rows: products.length, columns: members.length }
  const at = ({ row, column }: Seat): AskedSeat | null => {
    const [product, member] = [products[row], members[column]]
    if (product === undefined || member === undefined) return null
    return { product, member, given: product.answers.find(({ memberId }) => memberId === member.id) ?? null }
  }
  const go = (to: Seat) => {
    setSeat(to)
    table.current?.querySelector<HTMLElement>(`[data-seat="${to.row} ${to.column}"]`)?.focus()
  }
  /** False where nothing can be kept: what is typed is no day. */
  const send = (answers: readonly AnswerToKeep[]): boolean => {
    const isDay = on !== null && on !== ''
    setDayless(!isDay)
    if (!isDay || answers.length === 0) return isDay
    setPainted((before) => new Map([...before, ...answers.map((one) => [keyOf(one), one.answer ?? 'agree'] as const)]))
    keep.mutate({ id: round.id, answers: [...answers], on, reason: '' })
    return true
  }
  const answer = (seatNow: Seat, next: OpinionAnswer) => {
    const here = at(seatNow)
    if (here === null) return
    // What was keyed and is on its way stands there as much as what is saved.
    if ((here.given?.answer ?? painted.get(keyOf(idsOf(here)))) === next) {
      go(seatAfter(seatNow, way, size))
      return
    }
    const isPlain = here.given === null && next !== 'recused' && !painted.has(keyOf(idsOf(here)))
    if (!isPlain) {
      setAsked({ ...here, answer: next })
      return
    }
    const isSent = send([{ ...idsOf(here), answer: next, words: '' }])
    if (isSent) go(seatAfter(seatNow, way, size))
  }
  /** Every seat of the form, or of the product, that has no answer agrees. */
  const agreeToRest = ({ row, column }: Seat) => {
    const seats =
      way === 'member' ? products.map((_, at) => ({ row: at, column })) : members.map((_, at) => ({ row, column: at }))
    const open = seats.flatMap((one) => {
      const here = at(one)
      return here === null || here.given !== null || painted.has(keyOf(idsOf(here))) ? [] : [here]
    })
    send(open.map((here) => ({ ...idsOf(here), answer: 'agree', words: '' })))
  }
  const press = (event: KeyboardEvent, seatNow: Seat) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = seatByKey(event.key, seatNow, size)
    const next = answerOfKey(event.key)
    const here = at(seatNow)
    if (to !== undefined) go(to)
    else if (!isOpen || here === null) return
    else if (next !== undefined) answer(seatNow, next)
    else if (event.key.toLowerCase() === 'a') agreeToRest(seatNow)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (here.given !== null) setAsked({ ...here, answer: null })
    } else return
    event.preventDefault()
  }
  return (
    <>
      <ErrorNote error={keep.error} />
      {isDayless && <p role="alert">{t('noDay')}</p>}
      <div className={classes.frame}>
        <table ref={table} className={classes.grid} aria-label={t('grid')}>
          <thead>
            <tr>
              <th scope="col" className={classes.product}>
                {t('column.product')}
              </th>
              {members.map(({ id, name, role }) => (
                <th key={id} scope="col" className={classes.member}>
                  {name}
                  <div className={classes.soft}>{t(`role.${role}`)}</div>
                </th>
              ))}
              <th scope="col" className={classes.outcome}>
                {t('column.outcome')}
              </th>
            </tr>
          </thead>
          <tbody>
            {products.map((product, row) => (
              <tr key={product.id}>
                <ProductCell product={product} isOpen={isOpen} onEdit={onEdit} />
                {members.map((member, column) => (
                  <td key={member.id} className={classes.seat}>
                    <Cell
                      seat={{ row, column }}
                      isCurrent={seat.row === row && seat.column === column}
                      isOpen={isOpen}
                      product={product}
                      member={member}
                      pending={painted.get(keyOf({ productId: product.id, memberId: member.id }))}
                      onFocus={setSeat}
                      onKey={press}
                      onOpen={() => {
                        const here = at({ row, column })
                        if (here !== null && isOpen) setAsked({ ...here, answer: here.given?.answer ?? 'agree' })
                      }}
                    />
                  </td>
                ))}
                <ProductOutcome product={product} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked !== null && (
        <AnswerDialog
          round={round}
          asked={asked}
          on={on}
          onClose={() => setAsked(null)}
          onKept={() => {
            setAsked(null)
            go(seatAfter(seat, way, size))
          }}
        />
      )}
    </>
  )
}

type AskedSeat = Pick<AskedAnswer, 'product' | 'member' | 'given'>

const idsOf = ({ product, member }: AskedSeat) => ({ productId: product.id, memberId: member.id })

const keyOf = ({ productId, memberId }: Pick<AnswerToKeep, 'productId' | 'memberId'>): string =>
  `${productId} ${memberId}`

type CellProps = {
  readonly seat: Seat
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly product: WrittenProduct
  readonly member: WrittenMember
  /** What was keyed and is on its way. */
  readonly pending: OpinionAnswer | undefined
  readonly onFocus: (seat: Seat) => void
  readonly onKey: (event: KeyboardEvent, seat: Seat) => void
  readonly onOpen: () => void
}

function Cell({ seat, isCurrent, isOpen, product, member, pending, onFocus, onKey, onOpen }: CellProps) {
  const { t } = useTranslation('opinions')
  const given: Pick<GivenAnswer, 'answer' | 'isLate' | 'words'> | undefined =
    product.answers.find(({ memberId }) => memberId === member.id) ??
    (pending === undefined ? undefined : { answer: pending, isLate: false, words: '' })
  const said = given === undefined ? t('answer.none') : t(`answer.${given.answer}`)
  const late = given?.isLate === true ? `, ${t('answer.late')}` : ''
  const words = given === undefined || given.words === '' ? '' : `: ${given.words}`
  return (
    <button
      type="button"
      className={classes.cell}
      data-seat={`${seat.row} ${seat.column}`}
      data-answer={given?.answer}
      data-late={given?.isLate || undefined}
      data-pending={pending !== undefined || undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-disabled={!isOpen || undefined}
      aria-label={`${product.name}, ${member.name}: ${said}${late}${words}`}
      title={words === '' ? undefined : given?.words}
      onFocus={() => onFocus(seat)}
      onKeyDown={(event) => onKey(event, seat)}
      onClick={onOpen}
    >
      {given === undefined ? '·' : t(`mark.${given.answer}`)}
    </button>
  )
}
