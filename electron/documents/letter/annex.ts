import { fitColumns } from '../nd30/fit-columns.ts'
import { nd30 } from '../nd30/measures.ts'
import { ruledTable } from '../nd30/table.ts'
import { annexTitle } from '../nd30/title.ts'
import type { PdfSection } from '../render-pdf.ts'
import type { LetterAnnex } from './model.ts'

/** An annex: its name, its title, the paper that it belongs to, its table; numbered by itself. */
export function annexSection(annex: LetterAnnex): PdfSection {
  return {
    orientation: annex.orientation ?? 'portrait',
    content: (layout) => [
      annexTitle(annex, layout),
      ruledTable({
        name: annex.name,
        ...annex.table,
        columns: fitColumns({ ...annex.table, size: nd30.table.size, layout }),
        size: nd30.table.size,
        layout,
      }),
    ],
  }
}
