import { letterSections } from '../letter/pdf.ts'
import type { PdfDocument } from '../render-pdf.ts'
import type { ResultNoticesModel } from './model.ts'

/** All notices in one file, each from a page of its own and with its own page numbers. */
export function resultNoticesPdf(model: ResultNoticesModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: model.notices.flatMap((notice) => {
      const { isDraft, foot } = notice
      return letterSections(notice).map((section) => ({ ...section, isDraft, ...(foot !== undefined && { foot }) }))
    }),
  }
}
