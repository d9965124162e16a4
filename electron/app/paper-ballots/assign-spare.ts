import { Refusal } from '../../../shared/api/refusal.ts'
import type { BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import type { PageLabel } from '../../../shared/domain/paper-ballots/page-label.ts'
import { formKeyOf } from '../../documents/ballot-form/model.ts'
import { requireFound } from '../commit.ts'
import { indexOf, type PaperPlaces } from './gather-pile.ts'
import type { PiledPage, Pile } from './pile.ts'

type Assigned = { readonly page: PiledPage; readonly ids: BallotIds; readonly places: PaperPlaces }

/**
 * Notes whose ballot a spare is.
 *
 * @throws Refusal `not-found` for a page that is no spare, or a member without a ballot; `paper-other-form`
 */
export function assignSpare(pile: Pile, { page, ids, places: { places } }: Assigned): void {
  const { item } = requireFound(places[indexOf(places, ids) ?? -1])
  const label = requireFound(spareLabel(page))
  if (formKeyOf(item.form) !== label.form) throw new Refusal('paper-other-form', { code: item.code })
  for (const one of pagesOfSpare(pile, page, label)) one.assigned = ids
}

function spareLabel({ outcome }: PiledPage): PageLabel | null {
  return outcome.kind === 'unplaced' && outcome.reading !== null ? outcome.label : null
}

/** All its pages, where the file has just these from its first to its last; spares of one product say the same of themselves. */
function pagesOfSpare(pile: Pile, page: PiledPage, label: PageLabel): readonly PiledPage[] {
  const inFile = new Map([...pile.pages.values()].flatMap((one) => (one.file === page.file ? [[one.page, one]] : [])))
  const run = Array.from({ length: label.pages }, (_page, at) => inFile.get(page.page - label.page + 1 + at))
  const isWhole = run.every((one, at) => {
    const own = one === undefined || one.assigned !== null ? null : spareLabel(one)
    return own !== null && own.page === at + 1 && own.productCode === label.productCode && own.form === label.form
  })
  return isWhole ? run.filter((one) => one !== undefined) : [page]
}
