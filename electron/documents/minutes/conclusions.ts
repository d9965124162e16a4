import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { authorityOf, higherAuthority } from '../authority.ts'
import { countText } from '../count-text.ts'
import { listed, type LetterBlock } from '../letter/model.ts'
import { outcomesOf, starText } from '../outcome.ts'
import { nameOf } from './products.ts'

/** What the council proposes: which products to recognise, which to send up, which neither. */
export function conclusionBlocks(record: SessionRecord): readonly LetterBlock[] {
  const { recognised, sentUp, others } = outcomesOf(record)
  const floors = floorsOf(record)
  const to = higherAuthority(record) ?? 'cấp trên'
  const lists = [
    {
      text: `Đề nghị ${authorityOf(record).issuer} công nhận`,
      items: recognised.map((item) => `${nameOf(item)}: ${finalStar(item)} sao`),
    },
    ...(record.referralThreshold === null
      ? []
      : [
          {
            text: `Đề nghị gửi hồ sơ đến ${to} để đánh giá, phân hạng sản phẩm đạt từ ${record.referralThreshold} điểm trở lên`,
            items: sentUp.map(
              (item) =>
                `${nameOf(item)}: ${formatMean(item.result.mean, floors)} điểm, ${starText(item) || 'không xếp hạng'}`,
            ),
          },
        ]),
    { text: 'Không đề nghị công nhận', items: others.map(nameOf) },
  ]
  return lists.flatMap(({ text, items }, index) =>
    listed(`${index + 1}. ${text}${items.length === 0 ? '' : ` (${countText(items.length)} sản phẩm)`}`, items),
  )
}
