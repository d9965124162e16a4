import { stripMarks } from '../vietnamese/fold.ts'
import { findDays } from './read-day.ts'
import { findDecisionNumbers } from './read-decision.ts'

/** The decision that a heading names for the rows below it; `day`: an ISO day, null where it names none. */
export type HeadedDecision = { readonly number: string; readonly day: string | null }

/**
 * `Quyết định số 3163/QĐ-UBND ngày 30/12/2019`, also beside what else a heading says; null for none, and for more than one. The
 * Prime Minister's decisions are those of the programme.
 */
export function readHeadedDecision(text: string): HeadedDecision | null {
  const [number, ...others] = findDecisionNumbers(text).filter((each) => /\/QĐ(?!-TTG$)/u.test(each))
  const [day = null, ...otherDays] = findDays(text)
  return number === undefined || others.length > 0 || otherDays.length > 0 ? null : { number, day }
}

/**
 * Whether a text says nothing but by which decision what stands below it was recognised: `Theo Quyết định số 22/QĐ-UBND ngày
 * 06/5/2023 của UBND tỉnh Hòa Bình về việc công nhận sản phẩm OCOP`. What a decision is cited for besides (`Căn cứ`, `thu hồi`)
 * heads nothing.
 */
export function headsDecision(text: string): boolean {
  if (!text.includes('/') || text.length > longestHeading || readHeadedDecision(text) === null) return false
  const plain = stripMarks(text)
    .replace(/\d[\d./-]*\s*\/\s*(?:qd|nq)[\p{L}\d\s-]*?(?=[\s,;:.)]|$)/u, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(issuer, ' ')
    .trim()
  return plain.split(/ +/).every((word) => headingWords.has(word))
}

/** `của UBND tỉnh Hòa Bình`. */
const issuer =
  / (?:cua )?(?:chu tich )?(?:ubnd|uy ban nhan dan) (?:tinh|huyen|quan|xa|phuong|thanh pho|tp|thi xa|thi tran)(?: (?!ve |v v |cong nhan|phe duyet|ban hanh|thu hoi|huy|bai bo|dinh chi|sua doi|dieu chinh)\p{L}+){0,4}/u

const longestHeading = 300

const headingWords: ReadonlySet<string> = new Set(
  `quyet dinh qd so ngay thang nam theo tai kem ban hanh cong nhan phe duyet duoc da cap giay chung danh sach cac san pham sp ocop
  dat hang sao dot lan thu ve viec v ket qua danh gia phan xep loai chuong trinh moi xa phuong mot cua ubnd tinh huyen thanh pho
  nhat hai ba i ii iii iv v vi vii viii ix x a b c d e g h`.split(/\s+/),
)
