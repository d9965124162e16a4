import { describe, expect, it } from 'vitest'
import { numberedKinds } from '../../shared/domain/documents/numbered-kinds.ts'
import type { DocumentIssue } from '../../shared/api/document-register.ts'
import { districtRecord, provinceRecord } from '../../tests/fixtures/records.ts'
import { blankDate, blankHead, blankNumberInText } from './blanks.ts'
import { defaultIssue, symbolsOf } from './catalogue.ts'
import { councilReportModel } from './council-report/model.ts'
import { applyIssues } from './issue.ts'

const issue = (more: Partial<DocumentIssue>): DocumentIssue => ({
  number: 5,
  symbol: 'QĐ-UBND',
  issuedOn: '2026-11-25',
  posts: ['TM. HỘI ĐỒNG', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signer: 'Người ký thay',
  recipients: [],
  ...more,
})

describe('references to a numbered paper', () => {
  const letter = {
    head: blankHead({ superiorBody: [], issuingBody: ['SỞ'], symbol: 'CV-S', seat: 'Phú Thọ' }),
    text: `Quyết định ${blankNumberInText('QĐ-UBND')} ${blankDate()} và Tờ trình ${blankNumberInText('TTr-SNNMT')}`,
  }

  it('are found by the paper, whatever symbol the office gave it', () => {
    const decision = issue({ symbol: 'QĐ-CTUBND' })
    const { text } = applyIssues({ model: letter, issues: { decision }, symbols: { decision: 'QĐ-UBND' } })
    expect(text).toContain('Quyết định số 05/QĐ-CTUBND ngày 25 tháng 11 năm 2026 và')
    expect(text).toContain(`Tờ trình ${blankNumberInText('TTr-SNNMT')}`)
  })

  it('are filled with each paper’s own number, where two changed symbols', () => {
    const issues = {
      decision: issue({ symbol: 'TTr-SNNMT', number: 7 }),
      proposal: issue({ symbol: 'QĐ-UBND', number: 8 }),
    }
    const { text } = applyIssues({ model: letter, issues, symbols: { decision: 'QĐ-UBND', proposal: 'TTr-SNNMT' } })
    expect(text).toBe('Quyết định số 07/TTr-SNNMT ngày 25 tháng 11 năm 2026 và Tờ trình số 08/QĐ-UBND')
  })

  it('tell all papers of a session apart', () => {
    for (const record of [districtRecord(), provinceRecord()]) {
      const issues = Object.fromEntries(numberedKinds.map((kind) => [kind, issue({})]))
      const symbols = Object.values(symbolsOf(record, issues))
      expect(symbols).toHaveLength(numberedKinds.length)
      expect(new Set(symbols).size).toBe(symbols.length)
    }
  })
})

describe('the post of who signs', () => {
  const record = provinceRecord()
  const model = councilReportModel(record)
  const signerPostOf = (own: Partial<DocumentIssue>) =>
    applyIssues({ model, own: issue(own), issues: {}, symbols: {} }).signerPost

  it('is the chair’s while the chair signs', () => {
    expect(model.signerPost).not.toBe('')
    expect(defaultIssue({ record, kind: 'council-report' })?.signerPost).toBe(model.signerPost)
    expect(signerPostOf({ signer: model.signer })).toBe(model.signerPost)
  })

  it('is never the chair’s under another name', () => {
    expect(signerPostOf({})).toBe('')
    expect(signerPostOf({ signerPost: 'PHÓ GIÁM ĐỐC SỞ CÔNG THƯƠNG' })).toBe('PHÓ GIÁM ĐỐC SỞ CÔNG THƯƠNG')
  })
})
