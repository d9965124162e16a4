import { useTranslation } from 'react-i18next'
import type { WrittenProduct, WrittenRound } from '../../../shared/api/opinions.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { CopyTable } from '../../components/CopyTable.tsx'

/** The answers of a round as cells, in words: a product a row, a member a column. */
export function CopyAnswers({ round: { number, year, members, products } }: { round: WrittenRound }) {
  const { t } = useTranslation('opinions')
  const said = ({ answers }: WrittenProduct, id: number): string => {
    const given = answers.find(({ memberId }) => memberId === id)
    if (given === undefined) return t('answer.none')
    const parts = [t(`answer.${given.answer}`), given.isLate ? t('answer.late') : '', given.words.replaceAll('\n', ' ')]
    return parts.filter((part) => part !== '').join('; ')
  }
  const cellsOf = (product: WrittenProduct): readonly CopiedCell[] => [
    product.code,
    product.name,
    product.producerName,
    product.proposedStar,
    ...members.map(({ id }) => said(product, id)),
    t(`conclusion.${product.conclusion.state}`),
  ]
  return (
    <CopyTable
      title={t('roundTitle', { number, year })}
      heads={[
        t('products:column.code'),
        t('products:column.name'),
        t('products:column.producer'),
        t('proposed'),
        ...members.map(({ name }) => name),
        t('column.outcome'),
      ]}
      rows={() => products.map(cellsOf)}
      isCompact
    />
  )
}
