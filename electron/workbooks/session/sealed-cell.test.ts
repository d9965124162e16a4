import { expect, it } from 'vitest'
import { sampleForm } from '../../../tests/helpers/sample-form.ts'
import { readSealedCell, writeSealedCell } from './sealed-cell.ts'

const form = { ...sampleForm(), status: 'completed-by-office' as const }

it('a set comes out of its cell as it went in', () => {
  const { sealed, sha256 } = writeSealedCell(form)
  expect(readSealedCell(sealed, sha256)).toEqual(form)
  expect(readSealedCell(sealed, sha256.toUpperCase())).toEqual(form)
  expect(sealed).toMatch(/^[A-Za-z0-9+/=]+$/)
})

it('a cell that was altered, is empty or holds something else is none', () => {
  const { sealed, sha256 } = writeSealedCell(form)
  const other = writeSealedCell({ ...form, name: 'Bộ khác' })
  expect(readSealedCell(other.sealed, sha256)).toBeNull()
  expect(readSealedCell(sealed, other.sha256)).toBeNull()
  expect(readSealedCell(`${sealed.slice(0, 20)}A${sealed.slice(21)}`, sha256)).toBeNull()
  expect(readSealedCell('', sha256)).toBeNull()
  const none = writeSealedCell({ toString: 'nothing' } as never)
  expect(readSealedCell(none.sealed, none.sha256)).toBeNull()
})
