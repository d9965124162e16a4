import type { TFunction } from 'i18next'
import type { CellFaultAt } from '../../../shared/domain/pasted-table/read-pasted-table.ts'

/** What is wrong with a cell: `Số mẫu “năm”: không phải số đếm`. */
export function faultText(
  { field, found, why }: Pick<CellFaultAt<string>, 'found' | 'why'> & { readonly field: string },
  t: TFunction<'paste'>,
): string {
  return t(found === '' ? 'faultOf' : 'faultAt', { field, found, why: t(`fault.${why}`) })
}
