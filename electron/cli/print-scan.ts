import { basename } from 'node:path'
import { pointsOf } from '../../shared/domain/ballot/options.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { compareBallot } from '../../shared/domain/paper-ballots/compare-ballot.ts'
import type { PageSource, ReadBallot } from '../../shared/domain/paper-ballots/gather-ballots.ts'
import type { BallotLabel } from '../../shared/domain/paper-ballots/place-label.ts'
import type { UnplacedReason } from '../../shared/domain/paper-ballots/unplaced-reason.ts'
import type { BallotChoices } from '../../shared/domain/scoring/types.ts'
import { wordsOf } from './words.ts'

/** What came of a pile. */
export type Scan = {
  readonly ballots: readonly ScannedBallot[]
  readonly unplaced: readonly (PageSource & { readonly why: UnplacedReason })[]
}

type ScannedBallot = {
  readonly label: BallotLabel
  readonly read: ReadBallot
  /** Null where nothing is held against what was keyed. */
  readonly keyed: KeyedBallot | null
}

export type KeyedBallot = { readonly form: CriteriaSet; readonly choices: BallotChoices }

/** Nothing is left for a person: what was asked for is whole, and backs of sheets alone belong to no ballot. */
export function isAllRight({ ballots, unplaced }: Scan): boolean {
  const isRight = ({ read, keyed }: ScannedBallot) =>
    read.isReady && (keyed === null || compareBallot(read, keyed.choices).differences.length === 0)
  return unplaced.every(({ why }) => why === 'blank') && ballots.every(isRight)
}

/** As `npm run scan --json` prints it. */
export function scanJson({ ballots, unplaced }: Scan) {
  return {
    ballots: ballots.map(({ label, read, keyed }) => ({
      product: label.productCode,
      member: label.memberCode,
      round: label.round,
      pages: read.pages,
      criteria: read.criteria.map(({ code, state, option, points, confidence }) => ({
        code,
        state,
        option,
        points,
        confidence,
      })),
      isReady: read.isReady,
      ...(keyed !== null && {
        differences: compareBallot(read, keyed.choices).differences.map(
          ({ read: { code, option }, keyed: before }) => ({
            code,
            keyed: before,
            read: option,
          }),
        ),
      }),
    })),
    unplaced,
  }
}

/** What a person is told, in Vietnamese. */
export function scanText({ ballots, unplaced }: Scan, resources: string): string {
  const say = wordsOf('scan', resources)
  const told = ballots.map(({ label, read, keyed }) => ({
    code: `${label.productCode}/${label.memberCode}`,
    differences: keyed === null ? [] : differenceTexts(read, keyed),
    open: openTexts(read),
    isChecked: keyed !== null,
  }))
  const differing = told.filter(({ differences }) => differences.length > 0).length
  const open = told.filter((one) => one.open.length > 0).length
  const isChecked = told.some((one) => one.isChecked)
  return `${[
    isChecked
      ? `Đối chiếu ${told.length} phiếu với phiếu đã nhập: ${differing} phiếu khác, ${open} phiếu cần xem.`
      : `Đọc được ${told.length} phiếu: ${told.length - open} phiếu đủ, ${open} phiếu cần xem.`,
    ...told.flatMap(({ code, differences, open: rest }) => {
      const troubles = [...differences, ...rest]
      if (troubles.length === 0) return isChecked ? [] : [`  ${code}  đủ`]
      return [`  ${code}  ${troubles.join('; ')}`]
    }),
    ...(unplaced.length === 0 ? [] : [`Không xếp được ${unplaced.length} trang:`]),
    ...unplaced.map(({ file, page, why }) => `  ${basename(file)}, trang ${page}: ${say(`unplaced.${why}`)}`),
  ].join('\n')}\n`
}

function differenceTexts(read: ReadBallot, { form, choices }: KeyedBallot): readonly string[] {
  const criteria = listCriteria(form)
  return compareBallot(read, choices).differences.map(({ read: { index, code, points }, keyed }) => {
    const criterion = criteria[index]?.criterion
    const before =
      keyed === null || criterion === undefined ? 'chưa nhập' : `đã nhập ${pointsOf(criterion, keyed)} điểm`
    return `${code}: ${before}, trên giấy ${points ?? ''} điểm`
  })
}

function openTexts({ pages, criteria }: ReadBallot): readonly string[] {
  const missing = pages.flatMap((source, at) => (source === null ? [at + 1] : []))
  const onPages = criteria.filter(({ page }) => !missing.includes(page))
  if (missing.length === 0 && onPages.every(({ state }) => state === 'none')) return ['chưa ghi']
  const open = onPages.filter(({ option }) => option === null)
  return [
    ...(missing.length === 0 ? [] : [`thiếu trang ${missing.join(', ')}`]),
    ...(open.length === 0 ? [] : [`cần xem ${open.map(({ code }) => code).join(', ')}`]),
  ]
}
