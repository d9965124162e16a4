import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import en from '../../../resources/locales/en/criteria.json' with { type: 'json' }
import vi from '../../../resources/locales/vi/criteria.json' with { type: 'json' }
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { readCriteriaSet } from '../../../tests/helpers/resources.ts'
import { officeSetWords } from './office-set-words.ts'

beforeAll(() =>
  i18next.init({
    lng: 'vi',
    resources: { vi: { criteria: vi }, en: { criteria: en } },
    interpolation: { escapeValue: false },
  }),
)

const office = {
  reason: 'Theo hướng dẫn.',
  shortReason: 'phiếu in thiếu',
  documentNumber: '12/VPĐP',
  documentDate: '2026-03-02',
  issuer: 'VPĐP',
  signer: 'A',
}
const words = (status: CriteriaSet['status'], language: 'vi' | 'en') =>
  officeSetWords({ ...readCriteriaSet('qd26-07'), name: 'X', status, office }, i18next.getFixedT(language))

it.each(['as-printed', 'corrected-as-printed', 'completed-by-office'] as const)(
  'says of a set that is %s what it is scored by, in the language of the window',
  (status) => {
    const facts = office.documentNumber
    expect(words(status, 'vi')).toMatch(
      new RegExp(`^Bộ số 7 \\(X\\) chấm theo .*${facts}.*lý do: Theo hướng dẫn; chấp nhận`),
    )
    // Of the Vietnamese only what the office wrote is left.
    const said = words(status, 'en')
      .replace(facts, '')
      .replace(office.reason.slice(0, -1), '')
      .replace(/VPĐP|QĐ|phiếu in thiếu/g, '')
    expect(said).toMatch(/^Set 7 \(X\) is scored by/)
    expect(said).not.toMatch(/[đăâêôơư\u1ea0-\u1ef9]/i)
  },
)

it('says nothing of a set as it ships', () => {
  expect(officeSetWords(readCriteriaSet('qd26-07'), i18next.t)).toBe('')
})
