import { headKey } from '../columns/propose-fields.ts'
import { headsDecision } from './headed-decision.ts'
import { stripMarks } from '../vietnamese/fold.ts'

/** What a heading says of products instead of a star that they have. */
export type Standing = 'asked' | 'failed' | 'withdrawn' | 'lapsed'

/** A row that heads the rows below it. */
export type GroupRow =
  | { readonly kind: 'district' | 'commune' | 'province' | 'producer-kind' | 'group'; readonly text: string }
  | { readonly kind: 'standing'; readonly says: Standing; readonly text: string }
  | { readonly kind: 'star'; readonly star: number }
  | { readonly kind: 'year'; readonly year: number }
  /** `readHeadedDecision` says which. */
  | { readonly kind: 'decision' }

/** `I. HUYỆN ĐÀ BẮC` without its number. */
const ordinal = /^(?:\(?(?:[ivxl]+|[a-zđ]|\d{1,2}(?:\.\d{1,2})*)\)?\s*[.):/-]\s*)/u

/**
 * What a row that shows one text alone heads: a place, a group of products, a star, a year. Null for a text that begins
 * with no word by which lists head their rows.
 */
export function readGroupRow(text: string): GroupRow | null {
  const at = ordinal.exec(text.toLowerCase())?.[0].length ?? 0
  const name = text
    .slice(at)
    .replace(/\s*[:(].*$/u, '')
    .trim()
  const plain = stripMarks(text.slice(at)).trim()
  const unit = beginsWith(text.slice(at).trim(), unitWords)
  if (unit !== null && plain.length > unit.word.length) return { kind: unit.kind, text: name }
  const says = standingOf(plain)
  if (says !== null) return { kind: 'standing', says, text: name }
  const star =
    /^(?:danh sach )?(?:cac )?(?:san pham )?(?:ocop )?(?:da )?(?:dat |hang |duoc cong nhan |xep |phan )*(\d) ?sao/u.exec(
      plain,
    )
  if (star !== null) return { kind: 'star', star: Number(star[1]) }
  const year =
    /^(?:danh sach )?(?:cac )?(?:san pham )?(?:ocop )?(?:duoc )?(?:cong nhan |danh gia |dat )*(?:(?:dot|lan) (?:thu )?[\p{L}\d]{1,4},? )?(?:trong )?nam (20\d{2})/u.exec(
      plain,
    )
  if (year !== null) return { kind: 'year', year: Number(year[1]) }
  if (
    /^(?:cac )?(?:hop tac xa|to hop tac|doanh nghiep|cong ty|ho (?:kinh doanh|san xuat|gia dinh)|htx|tht)$/u.test(plain)
  )
    return { kind: 'producer-kind', text: name }
  if (/^(?:nhom|nganh|linh vuc|bo san pham|phan nhom)\s/u.test(plain)) return { kind: 'group', text: name }
  if (sectors.has(plain)) return { kind: 'group', text: name }
  return headsDecision(text) ? { kind: 'decision' } : null
}

type HeadWord = { readonly word: string; readonly kind: 'district' | 'commune' | 'province' }

const unitWords: readonly HeadWord[] = (
  [
    ['district', ['huyện', 'quận', 'thị xã', 'thành phố', 'tp.', 'tp', 'tx.', 'tx']],
    ['commune', ['xã', 'phường', 'thị trấn', 'tt.', 'tt', 'đặc khu']],
    ['province', ['tỉnh']],
  ] as const
).flatMap(([kind, words]) => words.map((word) => ({ kind, word })))

/**
 * The word that a text begins with, spelt so or in a text without any accents: `Tinh bột nghệ` heads no province, `Tống` is a
 * name.
 */
function beginsWith<Word extends { readonly word: string }>(text: string, words: readonly Word[]): Word | null {
  const small = text.normalize('NFC').toLowerCase()
  const plain = stripMarks(text)
  const isBare = plain === small
  const at = words.find(({ word }) => {
    const spelt = isBare ? stripMarks(word) : word
    return small.startsWith(spelt) && !/^[\p{L}\p{N}]/u.test(small.slice(spelt.length))
  })
  return at ?? null
}

const sumWords = ['tổng', 'cộng', 'lũy kế', 'luỹ kế', 'trung bình', 'điểm trung bình', 'bình quân'].map((word) => ({
  word,
}))

const standings: readonly (readonly [Standing, RegExp])[] = [
  ['withdrawn', /\b(?:thu hoi|huy|huy bo|dinh chi|cham dut|rut)\b/],
  ['failed', /\b(?:khong|chua) (?:duoc )?(?:dat|cong nhan|xep hang|phan hang|du dieu kien)\b/],
  ['lapsed', /\bhet (?:han|hieu luc|thoi han)\b/],
  ['asked', /\b(?:de nghi|de xuat|dang ky|du kien)\b/],
]

/** `Sản phẩm đề nghị 5 sao`, `Các sản phẩm không đạt`, `Danh sách sản phẩm bị thu hồi`. */
function standingOf(plain: string): Standing | null {
  if (!/^(?:danh sach|cac|nhung|nhom|san pham|sp)\b/.test(plain)) return null
  return standings.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** The six sectors of products as both decisions name them. Source: QĐ 148/QĐ-TTg, QĐ 26/2026/QĐ-TTg, Phụ lục I. */
const sectors: ReadonlySet<string> = new Set(
  [
    'Thực phẩm',
    'Đồ uống',
    'Dược liệu và sản phẩm từ dược liệu',
    'Thảo dược',
    'Hàng thủ công mỹ nghệ',
    'Thủ công mỹ nghệ',
    'Sinh vật cảnh',
    'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
    'Dịch vụ du lịch',
  ].map(stripMarks),
)

/** Sums and remarks below a list or a group of it. */
export function isTotalText(text: string): boolean {
  const plain = stripMarks(text).trim()
  if (/^(?:tong|cong)\b/u.test(plain) && beginsWith(text.trim(), sumWords) === null) return false
  return /^(?:tong(?: cong| so| hop)?\b|cong\b(?! ty\b)|luy ke|ghi chu|chu thich|an dinh|\(?\*\)|danh sach (?:nay|gom|co)|bang chu)/u.test(
    plain,
  )
}

/**
 * The word of a sum and no other: `Cộng huyện B`, `Tổng số: 02 sản phẩm`, `Trung bình`. Products begin with the same words
 * (`Tổng hợp trái cây sấy`).
 */
export function isSumText(text: string): boolean {
  if (!/^\s*[tcblđd]/iu.test(text) || beginsWith(text.trim(), sumWords) === null) return false
  return /^(?:tong(?: cong| so| hop)?|cong|luy ke|(?:diem )?trung binh|binh quan)(?: (?:cac |toan |chung )?(?:san pham|sp|chu the|huyen|quan|xa|phuong|thi xa|thi tran|thanh pho|tp|tx|tinh|nhom|muc|phan|diem|so|co so)(?![\p{L}]).*)?[\s:.,]*(?:\(?\d.*)?$/u.test(
    stripMarks(text).trim(),
  )
}

/** Where those who made the list sign: nothing below belongs to it. */
export function isSigningText(text: string): boolean {
  const plain = stripMarks(text).trim()
  return (
    /^(?:tm\.|kt\.|tl\.|tuq\.|q\.)\s*\p{L}/u.test(plain) ||
    /^(?:noi nhan|nguoi lap|lap bieu|nguoi tong hop|xac nhan cua|thu truong|chu tich|truong phong|giam doc|can bo)\b/u.test(
      plain,
    ) ||
    /^\p{L}[\p{L} ]*, ngay .{1,12} thang .{1,8} nam/u.test(plain)
  )
}

/**
 * Who signs or how, and nothing else: `Thủ trưởng đơn vị`, `Phó Chi cục trưởng`, `(Ký tên, đóng dấu)`. The words alone name
 * products too (`Chủ tịch trà`).
 */
export function isSigningTitle(text: string): boolean {
  const plain = stripMarks(text).trim().replace(/\s+/gu, ' ')
  return (
    /^\(?(?:da )?ky(?: ten)?(?:[, /].*|\))?$/u.test(plain) ||
    /^(?:pho |q\. ?|quyen )?(?:nguoi lap(?: bieu| bang| danh sach)?|lap bieu|nguoi tong hop|nguoi kiem tra|ke toan(?: truong)?|chuyen vien|thu ky|lanh dao|van thu|thu truong|chu tich|(?:chi )?cuc truong|truong (?:phong|ban|doan)|chanh van phong|giam doc|vien truong)(?: (?:don vi|co quan|phong|so|ban|ubnd|uy ban nhan dan|hoi dong|xa|huyen|tinh)(?: .*)?)?$/u.test(
      plain,
    )
  )
}

/** A page's number that was typed or printed between rows: `Trang 2`, `Trang 2/5`, `- 2 -`. */
export function isPageNumber(text: string): boolean {
  if (text.length > 24 || !/\d/.test(text)) return false
  return /^(?:[-–—\s]*(?:trang|tr\.|page)(?: so)?[ :.]*\d{1,4}(?: ?(?:\/|tren|of) ?\d{1,4})?[-–—\s.]*|[-–—]\s*\d{1,4}\s*[-–—])$/u.test(
    stripMarks(text).trim(),
  )
}

/** How many of something, as headings and sums say it: `3`, `05 sản phẩm`, `(2 SP)`. */
export function isCount(text: string): boolean {
  if (text.length > 24 || !/\d/.test(text)) return false
  return /^\(?\d[\d.,]*%?\)?(?: ?(?:san pham|sp|chu the|co so|don vi|htx|ho|doanh nghiep|cong ty|xa|phuong|huyen|diem))?[.)]?$/.test(
    stripMarks(text).toLowerCase(),
  )
}

/** What numbers a row or what it heads: `3`, `III.`, `(a)`, `1.2`. */
export function isOrdinal(text: string): boolean {
  return /^\(?(?:\d{1,4}|[IVXLivxl]+|\p{L})(?:\.\d+)*[).]?$/u.test(text)
}

/** `1 2 3`, `(1) (2) (3)`, `A B 1 2`: the row by which people speak of the columns. */
export function numbersColumns(texts: readonly string[]): boolean {
  return (
    texts.length > 2 &&
    texts.every((text) => /^\(?([A-Z]|\d{1,2})\)?([=+\-(][\d()+\-=/*]*)?$/.test(text)) &&
    new Set(texts.map(headKey)).size > 2
  )
}
