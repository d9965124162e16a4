import { formatDecreeDate } from '../calendar/format-date.ts'
import type { CriteriaSet, OfficeSource } from './criteria-set.ts'
import { mostPoints } from './form.ts'

/*
 * What papers and explanations say of a set that is not as it ships; empty for one that is. No mark at the end.
 */

/** `Bộ số 7 (…) chấm theo phiếu in của Quyết định số 148/QĐ-TTg, tổng điểm tối đa 99 điểm; theo …; lý do: …` */
export function officeSetText(form: CriteriaSet): string {
  const { setNumber, name, office } = form
  if (office === undefined) return ''
  return `Bộ số ${setNumber} (${name}) ${how(form)}; theo ${documentText(office)}; lý do: ${reasonsOf(office)}`
}

/** `Chấm theo phiếu in của …, tổng điểm tối đa 99 điểm (văn bản số …)` */
export function officeSetNote(form: CriteriaSet): string {
  if (form.office === undefined) return ''
  const { documentNumber, documentDate } = form.office
  const text = how(form)
  const document = `văn bản số ${documentNumber} ${formatDecreeDate(documentDate)}`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} (${document})`
}

/** `Căn cứ văn bản số … ngày … của …; theo đó bộ số 7 (…) chấm theo phiếu in của …` */
export function officeSetBasis(form: CriteriaSet): string {
  const { setNumber, name, office } = form
  return office === undefined ? '' : `Căn cứ ${documentText(office)}, theo đó bộ số ${setNumber} (${name}) ${how(form)}`
}

function how(form: CriteriaSet): string {
  const { decision, status } = form
  if (status === 'as-printed')
    return `chấm theo phiếu in của Quyết định số ${decision}, tổng điểm tối đa ${mostPoints(form)} điểm`
  const loaded = `chấm theo nội dung do cơ quan nạp vào phần mềm cho Quyết định số ${decision}`
  return status === 'corrected-as-printed'
    ? `${loaded}, giữ các chỗ phiếu in thiếu điểm, tổng điểm tối đa ${mostPoints(form)} điểm`
    : loaded
}

/** `văn bản số 12/VPĐP ngày 02 tháng 3 năm 2026 của Văn phòng điều phối (người ký: …)` */
function documentText({ documentNumber, documentDate, issuer, signer }: OfficeSource): string {
  return `văn bản số ${documentNumber} ${formatDecreeDate(documentDate)} của ${issuer} (người ký: ${signer})`
}

/** That of the correction, then that of the points that lack. */
const reasonsOf = ({ reason, shortReason }: OfficeSource): string =>
  [reason, ...(shortReason === undefined ? [] : [`chấp nhận thiếu điểm vì ${shortReason}`])].map(withoutMark).join('; ')

const withoutMark = (text: string): string => text.replace(/[.;\s]+$/, '')
