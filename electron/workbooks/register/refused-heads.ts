import {
  recognitionFields,
  type RecognitionField,
  type RegisterField,
} from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import { headsWithdrawal } from './out-of-force.ts'

/**
 * What was asked for, what an applicant gave itself, and what took a recognition back are no recognition; nor is a certificate of
 * food safety, of a business or of a standard.
 */
export function refusesRecognition(head: string, field: RegisterField): boolean {
  if (!isRecognitionField(field)) return false
  return isAskedFor(head) || headsWithdrawal(head) || (isCertificateField(field) && !headsOwnCertificate(head))
}

/** What is asked for, hoped for or given by the applicant itself was not recognised. */
export function isAskedFor(head: string): boolean {
  return /\b(?:de nghi|de xuat|dang ky|du kien|phan dau|tiem nang|tu danh gia|tu cham|tu xep|tu phan hang)\b/.test(
    stripMarks(head),
  )
}

export function isRecognitionField(field: RegisterField): field is RecognitionField {
  return (recognitionFields as readonly RegisterField[]).includes(field)
}

const isCertificateField = (field: RecognitionField): boolean => field === 'certificateNumber'

/** Nothing but these words: `Số GCN OCOP`, not `Số GCN ATTP`. */
function headsOwnCertificate(head: string): boolean {
  const words = stripMarks(head)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .split(' ')
  return words.every((word) => certificateWords.has(word))
}

const certificateWords = new Set(
  `so hieu ky giay chung nhan gcn cua san pham ocop sp cap tinh huyen lan dot thu nhat dau hai nang hang cong danh gia lai cu moi
  truoc sau khi day nam`.split(/\s+/),
)
